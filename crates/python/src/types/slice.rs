use crate::native::TypeSpec;

/// The declaration of `slice`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("slice")
}
