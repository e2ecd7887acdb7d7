use crate::native::TypeSpec;

/// The declaration of `float`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("float")
}
