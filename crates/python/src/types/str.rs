use crate::native::TypeSpec;

/// The declaration of `str`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("str")
}
