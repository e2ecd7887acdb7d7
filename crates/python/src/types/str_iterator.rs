use crate::native::TypeSpec;

/// The declaration of `str_ascii_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("str_ascii_iterator")
}

/// The declaration of `bytes_iterator`.
pub(crate) fn bytes_spec() -> TypeSpec {
    TypeSpec::new("bytes_iterator")
}
