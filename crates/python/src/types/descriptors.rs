use crate::native::TypeSpec;

/// The declaration of `getset_descriptor`.
pub(crate) fn getset_spec() -> TypeSpec {
    TypeSpec::new("getset_descriptor")
}

/// The declaration of `member_descriptor`.
pub(crate) fn member_spec() -> TypeSpec {
    TypeSpec::new("member_descriptor")
}
