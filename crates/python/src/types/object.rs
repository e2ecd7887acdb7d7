use crate::native::TypeSpec;

/// The declaration of `object`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("object")
}
