use crate::native::TypeSpec;

/// The declaration of `dict_keys`.
pub(crate) fn keys_spec() -> TypeSpec {
    TypeSpec::new("dict_keys")
}

/// The declaration of `dict_values`.
pub(crate) fn values_spec() -> TypeSpec {
    TypeSpec::new("dict_values")
}

/// The declaration of `dict_items`.
pub(crate) fn items_spec() -> TypeSpec {
    TypeSpec::new("dict_items")
}

/// The declaration of `dict_keyiterator`.
pub(crate) fn key_iterator_spec() -> TypeSpec {
    TypeSpec::new("dict_keyiterator")
}

/// The declaration of `dict_valueiterator`.
pub(crate) fn value_iterator_spec() -> TypeSpec {
    TypeSpec::new("dict_valueiterator")
}

/// The declaration of `dict_itemiterator`.
pub(crate) fn item_iterator_spec() -> TypeSpec {
    TypeSpec::new("dict_itemiterator")
}

/// The declaration of `dict_reversekeyiterator`.
pub(crate) fn reverse_key_iterator_spec() -> TypeSpec {
    TypeSpec::new("dict_reversekeyiterator")
}

/// The declaration of `dict_reversevalueiterator`.
pub(crate) fn reverse_value_iterator_spec() -> TypeSpec {
    TypeSpec::new("dict_reversevalueiterator")
}

/// The declaration of `dict_reverseitemiterator`.
pub(crate) fn reverse_item_iterator_spec() -> TypeSpec {
    TypeSpec::new("dict_reverseitemiterator")
}
