use crate::native::TypeSpec;

/// The declaration of `GenericAlias`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { module: "types", ..TypeSpec::new("GenericAlias") }
}
