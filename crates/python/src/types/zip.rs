use crate::native::TypeSpec;

/// The declaration of `zip`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("zip")
}
