use crate::native::TypeSpec;

/// The declaration of `reversed`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("reversed")
}
