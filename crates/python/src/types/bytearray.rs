use crate::native::TypeSpec;

/// The declaration of `bytearray`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("bytearray")
}
