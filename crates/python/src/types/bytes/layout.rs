//! The methods of bytes and bytearray about case, kinds of bytes, padding and translation. Only ASCII has case here.

use ouro_heap::Id;

use super::methods::{bytes_of, is_space, like, unchanged};
use crate::native::Args;
use crate::vm::{Parameters, R, Singletons, Vm};

fn map(vm: &mut Vm, this: Id, change: fn(u8) -> u8) -> R<Id> {
    let changed: Vec<u8> = bytes_of(vm, this).iter().map(|&b| change(b)).collect();
    Ok(like(vm, this, changed))
}

pub(super) fn upper(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    map(vm, this, |b| b.to_ascii_uppercase())
}

pub(super) fn lower(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    map(vm, this, |b| b.to_ascii_lowercase())
}

pub(super) fn swapcase(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    map(vm, this, |b| if b.is_ascii_uppercase() { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() })
}

pub(super) fn capitalize(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let mut bytes = bytes_of(vm, this).to_ascii_lowercase();
    if let Some(first) = bytes.first_mut() {
        first.make_ascii_uppercase();
    }
    Ok(like(vm, this, bytes))
}

pub(super) fn title(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let mut bytes = bytes_of(vm, this).to_ascii_lowercase();
    let mut inside = false;
    for byte in &mut bytes {
        if !inside {
            byte.make_ascii_uppercase();
        }
        inside = byte.is_ascii_alphabetic();
    }
    Ok(like(vm, this, bytes))
}

fn all(vm: &Vm, this: Id, is: fn(u8) -> bool) -> R<Id> {
    let bytes = bytes_of(vm, this);
    Ok(Singletons::bool(!bytes.is_empty() && bytes.iter().all(|&b| is(b))))
}

pub(super) fn isalnum(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, |b| b.is_ascii_alphanumeric())
}

pub(super) fn isalpha(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, |b| b.is_ascii_alphabetic())
}

pub(super) fn isascii(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    Ok(Singletons::bool(bytes_of(vm, this).is_ascii()))
}

pub(super) fn isdigit(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, |b| b.is_ascii_digit())
}

pub(super) fn isspace(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, |b| is_space(b as char))
}

pub(super) fn islower(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = bytes_of(vm, this);
    let upper = bytes.iter().any(u8::is_ascii_uppercase);
    Ok(Singletons::bool(!upper && bytes.iter().any(u8::is_ascii_lowercase)))
}

pub(super) fn isupper(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = bytes_of(vm, this);
    let lower = bytes.iter().any(u8::is_ascii_lowercase);
    Ok(Singletons::bool(!lower && bytes.iter().any(u8::is_ascii_uppercase)))
}

pub(super) fn istitle(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = bytes_of(vm, this);
    let (mut any, mut inside) = (false, false);
    for &byte in bytes.iter() {
        if (byte.is_ascii_uppercase() && inside) || (byte.is_ascii_lowercase() && !inside) {
            return Ok(Singletons::FALSE);
        }
        inside = byte.is_ascii_alphabetic();
        any |= inside;
    }
    Ok(Singletons::bool(any))
}

fn pad(vm: &mut Vm, this: Id, left: usize, right: usize, fill: u8) -> R<Id> {
    if left == 0 && right == 0 {
        return Ok(unchanged(vm, this));
    }
    let bytes = bytes_of(vm, this);
    vm.check_size(bytes.len().saturating_add(left).saturating_add(right))?;
    let mut padded = vec![fill; left];
    padded.extend_from_slice(&bytes);
    padded.resize(padded.len() + right, fill);
    Ok(like(vm, this, padded))
}

fn fill_byte(vm: &mut Vm, args: &Args, name: &str) -> R<u8> {
    let Some(arg) = args.get(1) else { return Ok(b' ') };
    match vm.byte_slice(arg) {
        Some(&[byte]) => Ok(byte),
        _ => Err(vm.type_error_for(arg, &format!("{name}() argument 2 must be a byte string of length 1, not {{}}"))),
    }
}

pub(super) fn center(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (width, missing) = vm.missing_width(args.pos[0], bytes_of(vm, this).len())?;
    let fill = fill_byte(vm, args, "center")?;
    let left = missing / 2 + (missing & width & 1);
    pad(vm, this, left, missing - left, fill)
}

pub(super) fn ljust(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (_, missing) = vm.missing_width(args.pos[0], bytes_of(vm, this).len())?;
    let fill = fill_byte(vm, args, "ljust")?;
    pad(vm, this, 0, missing, fill)
}

pub(super) fn rjust(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (_, missing) = vm.missing_width(args.pos[0], bytes_of(vm, this).len())?;
    let fill = fill_byte(vm, args, "rjust")?;
    pad(vm, this, missing, 0, fill)
}

pub(super) fn zfill(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let bytes = bytes_of(vm, this);
    let (_, missing) = vm.missing_width(args.pos[0], bytes.len())?;
    if missing == 0 {
        return Ok(unchanged(vm, this));
    }
    vm.check_size(bytes.len().saturating_add(missing))?;
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let (sign, digits) = bytes.split_at(sign);
    let filled = [sign, &vec![b'0'; missing], digits].concat();
    Ok(like(vm, this, filled))
}

pub(super) fn expandtabs(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["tabsize"], positional_only: 0, positional: 1, required: 0 };
    let given = vm.bind_args("expandtabs", args, &names)?;
    let tab = vm.tab_size(given.first().copied().flatten())?;
    let bytes = bytes_of(vm, this);
    let tabs = bytes.iter().filter(|&&b| b == b'\t').count();
    vm.check_size(tabs.saturating_mul(tab).saturating_add(bytes.len()))?;
    let mut expanded = Vec::with_capacity(bytes.len());
    let mut column = 0;
    for &byte in bytes.iter() {
        if byte != b'\t' {
            expanded.push(byte);
            column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
        } else if tab > 0 {
            let spaces = tab - column % tab;
            expanded.resize(expanded.len() + spaces, b' ');
            column += spaces;
        }
    }
    Ok(like(vm, this, expanded))
}

pub(super) fn translate(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["table", "delete"], positional_only: 1, positional: 2, required: 1 };
    let given = vm.bind_args("translate", args, &names)?;
    let table = given.first().copied().flatten().filter(|&table| table != Singletons::NONE);
    let table = table.map(|table| vm.expect_bytes(table)).transpose()?;
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = given.get(1).copied().flatten().map(|delete| vm.expect_bytes(delete)).transpose()?;
    let bytes = bytes_of(vm, this);
    let kept = bytes.iter().filter(|b| !delete.as_ref().is_some_and(|delete| delete.contains(b)));
    let translated: Vec<u8> =
        kept.map(|&b| table.as_ref().and_then(|table| table.get(usize::from(b)).copied()).unwrap_or(b)).collect();
    Ok(if *translated == *bytes { unchanged(vm, this) } else { like(vm, this, translated) })
}

pub(super) fn maketrans(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let from = vm.expect_bytes(args.pos[0])?;
    let to = vm.expect_bytes(args.pos[1])?;
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in from.iter().zip(to.iter()) {
        if let Some(entry) = table.get_mut(usize::from(from)) {
            *entry = to;
        }
    }
    Ok(vm.new_bytes(table))
}
