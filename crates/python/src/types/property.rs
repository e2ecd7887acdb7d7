use crate::native::TypeSpec;

/// The declaration of `property`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("property")
}
