use crate::native::TypeSpec;

/// The declaration of `set`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("set")
}
