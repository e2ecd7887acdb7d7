use crate::native::TypeSpec;

/// The declaration of `ProxyType`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { module: "weakref", ..TypeSpec::new("ProxyType") }
}

/// The declaration of `CallableProxyType`.
pub(crate) fn callable_spec() -> TypeSpec {
    TypeSpec { module: "weakref", ..TypeSpec::new("CallableProxyType") }
}
