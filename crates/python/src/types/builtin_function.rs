use crate::native::TypeSpec;

/// The declaration of `builtin_function_or_method`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("builtin_function_or_method")
}

/// The declaration of `method_descriptor`.
pub(crate) fn method_descriptor_spec() -> TypeSpec {
    TypeSpec::new("method_descriptor")
}

/// The declaration of `classmethod_descriptor`.
pub(crate) fn classmethod_descriptor_spec() -> TypeSpec {
    TypeSpec::new("classmethod_descriptor")
}
