use crate::native::TypeSpec;

/// The declaration of `int`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("int")
}
