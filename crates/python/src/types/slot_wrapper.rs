use crate::native::TypeSpec;

/// The declaration of `wrapper_descriptor`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("wrapper_descriptor")
}

/// The declaration of `method-wrapper`.
pub(crate) fn method_wrapper_spec() -> TypeSpec {
    TypeSpec::new("method-wrapper")
}
