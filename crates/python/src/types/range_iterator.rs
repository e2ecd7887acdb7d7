use crate::native::TypeSpec;

/// The declaration of `range_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("range_iterator")
}

/// The declaration of `longrange_iterator`.
pub(crate) fn long_spec() -> TypeSpec {
    TypeSpec::new("longrange_iterator")
}
