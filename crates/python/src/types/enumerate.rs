use crate::native::TypeSpec;

/// The declaration of `enumerate`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("enumerate")
}
