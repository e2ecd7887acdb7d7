use crate::native::TypeSpec;

/// The declaration of `function`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("function")
}
