use crate::native::TypeSpec;

/// The declaration of `code`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("code")
}
