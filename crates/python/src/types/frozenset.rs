use crate::native::TypeSpec;

/// The declaration of `frozenset`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("frozenset")
}
