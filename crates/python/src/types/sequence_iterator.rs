use crate::native::TypeSpec;

/// The declaration of `iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("iterator")
}

/// The declaration of `callable_iterator`.
pub(crate) fn callable_spec() -> TypeSpec {
    TypeSpec::new("callable_iterator")
}
