use crate::native::TypeSpec;
use crate::object::Slot;

/// What an abstract base class remembers (CPython 3.13 _abc.c, _abc_data): sets of weak references to classes.
#[derive(Clone, Default)]
pub(crate) struct AbcData {
    /// Classes registered as subclasses.
    pub(crate) registry: Slot,
    /// Classes found to be subclasses.
    pub(crate) cache: Slot,
    /// Classes found not to be, as long as nothing was registered since.
    pub(crate) negative_cache: Slot,
    /// `Vm::abc_cache_token` when `negative_cache` was right.
    pub(crate) negative_version: u64,
}

crate::native_data_of_slots!(AbcData, |_this| 64, visit registry cache negative_cache,
    release registry cache negative_cache, clearable true);

/// The declaration of `_abc_data`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { module: "_abc", ..TypeSpec::new("_abc_data") }
}
