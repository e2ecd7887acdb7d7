use crate::native::TypeSpec;

/// The declaration of `generator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec::new("generator")
}

/// The declaration of `coroutine`.
pub(crate) fn coroutine_spec() -> TypeSpec {
    TypeSpec::new("coroutine")
}

/// The declaration of `async_generator`.
pub(crate) fn async_generator_spec() -> TypeSpec {
    TypeSpec::new("async_generator")
}
