use crate::native::TypeSpec;

/// The declaration of `tuple`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("tuple")
}
