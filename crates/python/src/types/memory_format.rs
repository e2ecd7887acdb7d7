//! What the items of a memoryview are: the formats of `struct` for one native value (memoryobject.c, unpack_single and
//! pack_single).

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use ouro_heap::Id;

use crate::vm::{R, Singletons, Vm};

/// A format of one character, and whether `@` stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format(char, bool);

impl Format {
    /// Unsigned bytes: what a view has before it is cast.
    pub const BYTES: Format = Format('B', false);

    /// The format with this name, with or without `@`.
    pub fn named(name: &str) -> Option<Format> {
        let plain = name.strip_prefix('@');
        let mut chars = plain.unwrap_or(name).chars();
        let format = Format(chars.next()?, plain.is_some());
        (chars.next().is_none() && "cbB?hHiIlLqQnNfd".contains(format.0)).then_some(format)
    }

    /// Its name.
    pub fn name(self) -> String {
        format!("{}{}", if self.1 { "@" } else { "" }, self.0)
    }

    /// Whether its items are single bytes.
    pub fn is_byte(self) -> bool {
        matches!(self.0, 'B' | 'b' | 'c')
    }

    /// Whether items of both are the same.
    pub fn same(self, other: Format) -> bool {
        self.0 == other.0
    }

    /// Bytes of an item.
    pub fn size(self) -> usize {
        match self.0 {
            'c' | 'b' | 'B' | '?' => 1,
            'h' | 'H' => 2,
            'i' | 'I' | 'f' => 4,
            _ => 8,
        }
    }

    /// The object for an item: a new reference.
    pub fn unpack(self, vm: &mut Vm, item: &[u8]) -> Id {
        let unsigned = item.iter().rev().fold(0u64, |value, &byte| value << 8 | u64::from(byte));
        let shift = 64 - 8 * item.len().clamp(1, 8) as u32;
        let signed = (unsigned << shift) as i64 >> shift;
        match self.0 {
            'c' => vm.new_bytes(item),
            '?' => Singletons::bool(unsigned != 0),
            'f' => vm.new_float(f32::from_bits(unsigned as u32).into()),
            'd' => vm.new_float(f64::from_bits(unsigned)),
            'b' | 'h' | 'i' | 'l' | 'q' | 'n' => vm.new_int(signed),
            _ => vm.new_big_int(BigInt::from(unsigned)),
        }
    }

    /// The bytes of an object as an item.
    pub fn pack(self, vm: &mut Vm, value: Id) -> R<Vec<u8>> {
        let name = self.0;
        let wrong_type = format!("memoryview: invalid type for format '{name}'");
        let wrong_value = format!("memoryview: invalid value for format '{name}'");
        match name {
            '?' => Ok(vec![u8::from(vm.is_true(value)?)]),
            'c' => match vm.byte_slice(value).map(<[u8]>::to_vec) {
                Some(bytes) if bytes.len() == 1 => Ok(bytes),
                Some(_) => Err(vm.value_error(wrong_value)),
                None => Err(vm.type_error(wrong_type)),
            },
            'f' | 'd' => {
                let Some(number) = vm.float_value(value) else { return Err(vm.type_error(wrong_type)) };
                Ok(if name == 'f' { (number as f32).to_le_bytes().to_vec() } else { number.to_le_bytes().to_vec() })
            }
            _ => {
                if !vm.has_index(value) {
                    return Err(vm.type_error(wrong_type));
                }
                let number = vm.big_index(value)?;
                let bits = 8 * self.size() as u32;
                let bytes = if name.is_ascii_lowercase() {
                    number.to_i64().filter(|n| n >> (bits - 1) == 0 || n >> (bits - 1) == -1).map(i64::to_le_bytes)
                } else {
                    number.to_u64().filter(|n| bits == 64 || n >> bits == 0).map(u64::to_le_bytes)
                };
                match bytes {
                    Some(bytes) => Ok(bytes[..self.size()].to_vec()),
                    None => Err(vm.value_error(wrong_value)),
                }
            }
        }
    }
}
