use crate::native::TypeSpec;

/// The declaration of `traceback`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("traceback")
}
