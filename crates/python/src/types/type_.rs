use crate::native::TypeSpec;

/// The declaration of `type`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("type")
}
