use crate::native::TypeSpec;

/// The declaration of `NoneType`.
pub(crate) fn none_spec() -> TypeSpec {
    TypeSpec::new("NoneType")
}

/// The declaration of `ellipsis`.
pub(crate) fn ellipsis_spec() -> TypeSpec {
    TypeSpec::new("ellipsis")
}

/// The declaration of `NotImplementedType`.
pub(crate) fn not_implemented_spec() -> TypeSpec {
    TypeSpec::new("NotImplementedType")
}
