//! Text from values: how numbers are printed, the format-specification mini-language, `%` and `str.format`.

pub mod float;
mod methods;
mod number;
mod percent;
pub mod spec;
mod str_format;

#[cfg(test)]
mod tests;

pub(crate) use methods::{complex_format, float_format, int_format, object_format, str_method_format};
pub(crate) use percent::{format_percent, format_percent_bytes};
pub(crate) use str_format::{FirstName, Step, next_markup, next_step, split_name, str_format, str_format_map};
