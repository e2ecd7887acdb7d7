use crate::native::TypeSpec;

/// The declaration of `mappingproxy`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("mappingproxy")
}
