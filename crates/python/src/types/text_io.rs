use crate::native::TypeSpec;

/// The declaration of `TextIOWrapper`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { module: "_io", ..TypeSpec::new("TextIOWrapper") }
}
