use crate::native::TypeSpec;

/// The declaration of `frame`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("frame")
}
