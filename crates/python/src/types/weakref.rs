use crate::native::TypeSpec;

/// The declaration of `ReferenceType`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { module: "weakref", ..TypeSpec::new("ReferenceType") }
}
