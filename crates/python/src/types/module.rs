use crate::native::TypeSpec;

/// The declaration of `module`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("module")
}
