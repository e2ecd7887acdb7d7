use crate::native::TypeSpec;

/// The declaration of `bool`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("bool")
}
