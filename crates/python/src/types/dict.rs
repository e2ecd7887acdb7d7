use crate::native::TypeSpec;

/// The declaration of `dict`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("dict")
}
