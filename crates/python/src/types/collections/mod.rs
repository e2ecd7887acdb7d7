//! The types of module `collections` (CPython 3.13 _collectionsmodule.c, odictobject.c).

mod defaultdict;
mod deque;
mod deque_iterator;
mod deque_operators;
mod ordered_dict;
mod ordered_views;
mod tuplegetter;

pub(crate) use defaultdict::spec as defaultdict_spec;
pub(crate) use deque::spec as deque_spec;
pub(crate) use deque_iterator::{reverse_spec as deque_reverse_iterator_spec, spec as deque_iterator_spec};
pub(crate) use ordered_dict::spec as ordered_dict_spec;
pub(crate) use ordered_views::{items_spec, iterator_spec, keys_spec, values_spec};
pub(crate) use tuplegetter::spec as tuplegetter_spec;
