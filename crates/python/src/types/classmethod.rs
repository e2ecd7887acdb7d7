use crate::native::TypeSpec;

/// The declaration of `classmethod`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("classmethod")
}

/// The declaration of `staticmethod`.
pub(crate) fn static_spec() -> TypeSpec {
    TypeSpec::new("staticmethod")
}
