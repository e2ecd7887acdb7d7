use crate::native::TypeSpec;

/// The declaration of `super`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("super")
}
