use crate::native::TypeSpec;

/// The declaration of `list_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("list_iterator")
}

/// The declaration of `list_reverseiterator`.
pub(crate) fn reverse_spec() -> TypeSpec {
    TypeSpec::new("list_reverseiterator")
}

/// The declaration of `tuple_iterator`.
pub(crate) fn tuple_spec() -> TypeSpec {
    TypeSpec::new("tuple_iterator")
}
