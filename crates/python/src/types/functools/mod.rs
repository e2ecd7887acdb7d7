//! The types of module `functools` (CPython 3.13 _functoolsmodule.c).

mod key_wrapper;
mod lru_cache;
mod partial;

pub(crate) use key_wrapper::{cmp_to_key, spec as key_wrapper_spec};
pub(crate) use lru_cache::{link_spec as lru_link_spec, spec as lru_cache_spec};
pub(crate) use partial::spec as partial_spec;
