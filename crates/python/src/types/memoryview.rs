use crate::native::TypeSpec;

/// The declaration of `memoryview`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("memoryview")
}
