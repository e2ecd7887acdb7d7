use crate::native::TypeSpec;

/// The declaration of `set_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("set_iterator")
}
