use crate::native::TypeSpec;

/// The declaration of `cell`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("cell")
}
