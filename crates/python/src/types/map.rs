use crate::native::TypeSpec;

/// The declaration of `map`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("map")
}

/// The declaration of `filter`.
pub(crate) fn filter_spec() -> TypeSpec {
    TypeSpec::new("filter")
}
