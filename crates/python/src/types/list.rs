use crate::native::TypeSpec;

/// The declaration of `list`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("list")
}
