use crate::native::TypeSpec;

/// The declaration of `bytes`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("bytes")
}
