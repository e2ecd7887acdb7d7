use crate::native::TypeSpec;

/// The declaration of `complex`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("complex")
}
