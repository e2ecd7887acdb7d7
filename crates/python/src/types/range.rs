use crate::native::TypeSpec;

/// The declaration of `range`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("range")
}
