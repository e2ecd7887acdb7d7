use crate::native::TypeSpec;

/// The declaration of `method`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("method")
}
