//! The methods that bytes and bytearray share: searching, cutting, replacing. Results are of the receiver's kind.

use std::ops::Range;

use memchr::memmem;
use ouro_heap::Id;

use super::layout;
use super::make::hex as hex_of;
use super::view::Bytes;
use crate::data::{ByteArray, ListItems};
use crate::native::{Args, Native};
use crate::object::Data;
use crate::text::codec::Encoding;
use crate::text::pieces::{self, Ends};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::str::room_for_parts;
use crate::vm::{Parameters, R, Singletons, Vm};

/// How many methods the two types share.
pub(crate) const COUNT: usize = SHARED.len();

const SHARED: [Native; 42] = [
    Native::new("capitalize", 0, 0, layout::capitalize),
    Native::new("center", 1, 2, layout::center),
    Native::new("count", 1, 3, count).fastcall_since((3, 13)),
    Native::any("decode", decode),
    Native::new("endswith", 1, 3, endswith).fastcall_since((3, 13)),
    Native::any("expandtabs", layout::expandtabs),
    Native::new("find", 1, 3, find).fastcall_since((3, 13)),
    Native::any("hex", hex),
    Native::new("index", 1, 3, index).fastcall_since((3, 13)),
    Native::new("isalnum", 0, 0, layout::isalnum),
    Native::new("isalpha", 0, 0, layout::isalpha),
    Native::new("isascii", 0, 0, layout::isascii),
    Native::new("isdigit", 0, 0, layout::isdigit),
    Native::new("islower", 0, 0, layout::islower),
    Native::new("isspace", 0, 0, layout::isspace),
    Native::new("istitle", 0, 0, layout::istitle),
    Native::new("isupper", 0, 0, layout::isupper),
    Native::new("join", 1, 1, join),
    Native::new("ljust", 1, 2, layout::ljust),
    Native::new("lower", 0, 0, layout::lower),
    Native::new("lstrip", 0, 1, lstrip),
    Native::new("maketrans", 2, 2, layout::maketrans).static_method(),
    Native::new("partition", 1, 1, partition),
    Native::new("replace", 2, 3, replace),
    Native::new("removeprefix", 1, 1, removeprefix),
    Native::new("removesuffix", 1, 1, removesuffix),
    Native::new("rfind", 1, 3, rfind).fastcall_since((3, 13)),
    Native::new("rindex", 1, 3, rindex).fastcall_since((3, 13)),
    Native::new("rjust", 1, 2, layout::rjust),
    Native::new("rpartition", 1, 1, rpartition),
    Native::any("rsplit", rsplit),
    Native::new("rstrip", 0, 1, rstrip),
    Native::any("split", split),
    Native::any("splitlines", splitlines),
    Native::new("startswith", 1, 3, startswith).fastcall_since((3, 13)),
    Native::new("strip", 0, 1, strip),
    Native::new("swapcase", 0, 0, layout::swapcase),
    Native::new("title", 0, 0, layout::title),
    Native::any("translate", layout::translate),
    Native::new("upper", 0, 0, layout::upper),
    Native::new("zfill", 1, 1, layout::zfill),
    Native::new("__buffer__", 1, 1, buffer),
];

/// The shared methods, and a type's own.
pub(crate) const fn with<const OWN: usize, const ALL: usize>(own: [Native; OWN]) -> [Native; ALL] {
    let mut all = [SHARED[0]; ALL];
    let mut i = 0;
    while i < ALL {
        all[i] = if i < COUNT { SHARED[i] } else { own[i - COUNT] };
        i += 1;
    }
    all
}

/// The bytes of a receiver, which is a bytes or bytearray.
pub(super) fn bytes_of(vm: &Vm, this: Id) -> Bytes {
    vm.bytes_like(this).unwrap_or(Bytes::Copied(Vec::new()))
}

/// A new object of the receiver's kind.
pub(super) fn like(vm: &mut Vm, this: Id, bytes: impl Into<Vec<u8>>) -> Id {
    let bytes = bytes.into();
    match vm.data(this) {
        Data::ByteArray(_) => vm.new_bytearray(bytes),
        _ => vm.new_unshared_bytes(bytes),
    }
}

/// The receiver itself where an operation changed nothing, if it is exactly a bytes; else a copy.
pub(super) fn unchanged(vm: &mut Vm, this: Id) -> Id {
    if vm.class_of(this) == TypeTable::BYTES {
        return vm.incref(this);
    }
    let bytes = bytes_of(vm, this).to_vec();
    like(vm, this, bytes)
}

fn part(vm: &mut Vm, this: Id, bytes: &Bytes, range: Range<usize>) -> Id {
    if range.len() == bytes.len() {
        return unchanged(vm, this);
    }
    match (vm.data(this), bytes.get(range)) {
        (Data::Bytes(_), Some(&[byte])) => vm.new_bytes([byte]),
        (_, part) => like(vm, this, part.unwrap_or(&[])),
    }
}

impl Vm {
    /// A bytearray.
    pub(crate) fn new_bytearray(&mut self, bytes: Vec<u8>) -> Id {
        self.alloc(
            TypeTable::BYTEARRAY,
            Data::ByteArray(Box::new(ByteArray::exact(bytes, self.version.byte_arrays_fit))),
        )
    }
}

/// The part of the bytes that the second and third argument name. `None` if the start lies behind the end.
fn window<'a>(vm: &mut Vm, bytes: &'a Bytes, args: &Args) -> R<Option<(usize, &'a [u8])>> {
    let range = vm.bounds(args.get(1), args.get(2), bytes.len())?;
    Ok(bytes.get(range.clone()).map(|inside| (range.start, inside)))
}

const NO_PART: &str = "argument should be integer or bytes-like object, not '{}'";

fn position(vm: &mut Vm, this: Id, args: &Args, last: bool) -> R<Option<usize>> {
    let part = vm.expect_part(args.pos[0], NO_PART)?;
    let bytes = bytes_of(vm, this);
    let Some((start, inside)) = window(vm, &bytes, args)? else { return Ok(None) };
    let found = if last { memmem::rfind(inside, &part) } else { memmem::find(inside, &part) };
    Ok(found.map(|found| start + found))
}

fn find(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = position(vm, this, args, false)?;
    Ok(vm.new_int(found.map_or(-1, |i| i as i64)))
}

fn rfind(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = position(vm, this, args, true)?;
    Ok(vm.new_int(found.map_or(-1, |i| i as i64)))
}

fn found_or_error(vm: &mut Vm, found: Option<usize>) -> R<Id> {
    match found {
        Some(position) => Ok(vm.new_int(position as i64)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn index(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = position(vm, this, args, false)?;
    found_or_error(vm, found)
}

fn rindex(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = position(vm, this, args, true)?;
    found_or_error(vm, found)
}

fn count(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let part = vm.expect_part(args.pos[0], NO_PART)?;
    let bytes = bytes_of(vm, this);
    let count = match window(vm, &bytes, args)? {
        Some((_, inside)) if part.is_empty() => inside.len() + 1,
        Some((_, inside)) => pieces::matches(inside, &part, usize::MAX).count(),
        None => 0,
    };
    Ok(vm.new_int(count as i64))
}

fn matches_affix(vm: &mut Vm, this: Id, args: &Args, name: &str, at: fn(&[u8], &[u8]) -> bool) -> R<Id> {
    let bytes = bytes_of(vm, this);
    let inside = window(vm, &bytes, args)?.map(|(_, inside)| inside);
    let affix = args.pos[0];
    if let Some(affix) = vm.bytes_like(affix) {
        return Ok(Singletons::bool(inside.is_some_and(|inside| at(inside, &affix))));
    }
    let Some(choices) = vm.tuple_items(affix).map(<[Id]>::to_vec) else {
        let message = format!("{name} first arg must be bytes or a tuple of bytes, not {{}}");
        return Err(vm.type_error_for(affix, &message));
    };
    for choice in choices {
        let choice = vm.expect_bytes(choice)?;
        if inside.is_some_and(|inside| at(inside, &choice)) {
            return Ok(Singletons::TRUE);
        }
    }
    Ok(Singletons::FALSE)
}

fn startswith(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    matches_affix(vm, this, args, "startswith", |bytes, affix| bytes.starts_with(affix))
}

fn endswith(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    matches_affix(vm, this, args, "endswith", |bytes, affix| bytes.ends_with(affix))
}

fn removeprefix(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let prefix = vm.expect_bytes(args.pos[0])?;
    let bytes = bytes_of(vm, this);
    let start = if bytes.starts_with(&prefix) { prefix.len() } else { 0 };
    Ok(part(vm, this, &bytes, start..bytes.len()))
}

fn removesuffix(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let suffix = vm.expect_bytes(args.pos[0])?;
    let bytes = bytes_of(vm, this);
    let end = bytes.len() - if bytes.ends_with(&suffix) { suffix.len() } else { 0 };
    Ok(part(vm, this, &bytes, 0..end))
}

/// What counts as white space in bytes: ASCII's, the vertical tab included.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

fn strip_ends(vm: &mut Vm, this: Id, args: &Args, ends: Ends) -> R<Id> {
    let bytes = bytes_of(vm, this);
    let kept = match args.get(0).filter(|&arg| arg != Singletons::NONE) {
        None => pieces::strip(&*bytes, ends, is_space),
        Some(arg) => {
            let cut = vm.expect_bytes(arg)?;
            pieces::strip(&*bytes, ends, |c| cut.contains(&(c as u32 as u8)))
        }
    };
    Ok(part(vm, this, &bytes, kept))
}

fn strip(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    strip_ends(vm, this, args, Ends::Both)
}

fn lstrip(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    strip_ends(vm, this, args, Ends::Left)
}

fn rstrip(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    strip_ends(vm, this, args, Ends::Right)
}

fn list_of(vm: &mut Vm, this: Id, bytes: &Bytes, parts: Vec<Range<usize>>, room: usize) -> Id {
    let mut items = ListItems::with_capacity(room);
    for range in parts {
        items.push(part(vm, this, bytes, range));
    }
    vm.new_list_items(items)
}

fn separator_of(vm: &mut Vm, arg: Id) -> R<Bytes> {
    let separator = vm.expect_bytes(arg)?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok(separator)
}

fn split_args(vm: &mut Vm, name: &'static str, args: &Args) -> R<(Option<Bytes>, usize)> {
    let names = Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };
    let given = vm.bind_args(name, args, &names)?;
    let limit = vm.split_limit(given.get(1).copied().flatten())?;
    let separator = given.first().copied().flatten().filter(|&arg| arg != Singletons::NONE);
    Ok((separator.map(|arg| separator_of(vm, arg)).transpose()?, limit))
}

fn split(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (separator, limit) = split_args(vm, "split", args)?;
    let bytes = bytes_of(vm, this);
    let parts = match separator {
        Some(separator) => pieces::split(&bytes, &separator, limit),
        None => pieces::split_space(&*bytes, limit, is_space),
    };
    Ok(list_of(vm, this, &bytes, parts, room_for_parts(limit)))
}

fn rsplit(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (separator, limit) = split_args(vm, "rsplit", args)?;
    let bytes = bytes_of(vm, this);
    let parts = match separator {
        Some(separator) => pieces::rsplit(&bytes, &separator, limit),
        None => pieces::rsplit_space(&*bytes, limit, is_space),
    };
    Ok(list_of(vm, this, &bytes, parts, room_for_parts(limit)))
}

fn splitlines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };
    let given = vm.bind_args("splitlines", args, &names)?;
    let keep_ends = given.first().copied().flatten().map_or(Ok(false), |keep| vm.is_true(keep))?;
    let bytes = bytes_of(vm, this);
    let parts = pieces::lines(&*bytes, keep_ends, |c| matches!(c, '\n' | '\r'));
    Ok(list_of(vm, this, &bytes, parts, 0))
}

fn partition_at(vm: &mut Vm, this: Id, args: &Args, last: bool) -> R<Id> {
    let separator = separator_of(vm, args.pos[0])?;
    let bytes = bytes_of(vm, this);
    let found = if last { memmem::rfind(&bytes, &separator) } else { memmem::find(&bytes, &separator) };
    let ranges = match found {
        Some(found) => {
            let after = found + separator.len();
            [0..found, found..after, after..bytes.len()]
        }
        None if last => [0..0, 0..0, 0..bytes.len()],
        None => [0..bytes.len(), 0..0, 0..0],
    };
    let items: Vec<Id> = ranges.into_iter().map(|range| part(vm, this, &bytes, range)).collect();
    Ok(vm.new_tuple(items))
}

fn partition(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    partition_at(vm, this, args, false)
}

fn rpartition(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    partition_at(vm, this, args, true)
}

fn join(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let iterable = args.pos[0];
    let known = vm.list_items(iterable).map(|items| items.to_vec());
    let items = match known.or_else(|| vm.tuple_items(iterable).map(<[Id]>::to_vec)) {
        Some(items) => {
            items.iter().for_each(|&item| vm.heap.incref(item));
            items
        }
        None => match vm.iter(iterable) {
            Ok(iterator) => {
                vm.keep(iterator);
                vm.collect(iterator)?
            }
            Err(raised) => {
                vm.expect_raised(raised, Exceptions::TYPE_ERROR)?;
                return Err(vm.type_error("can only join an iterable"));
            }
        },
    };
    for &item in &items {
        vm.keep(item);
    }
    if let [only] = *items
        && (vm.class_of(only), vm.class_of(this)) == (TypeTable::BYTES, TypeTable::BYTES)
    {
        return Ok(vm.incref(only));
    }
    let separator = bytes_of(vm, this);
    let mut joined = Vec::new();
    for (position, item) in items.into_iter().enumerate() {
        let Some(bytes) = vm.bytes_like(item) else {
            let message = format!("sequence item {position}: expected a bytes-like object, {{}} found");
            return Err(vm.type_error_for(item, &message));
        };
        if position > 0 {
            joined.extend_from_slice(&separator);
        }
        joined.extend_from_slice(&bytes);
        vm.check_size(joined.len())?;
    }
    Ok(like(vm, this, joined))
}

fn replace(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let old = vm.expect_bytes(args.pos[0])?;
    let new = vm.expect_bytes(args.pos[1])?;
    let limit = vm.split_limit(args.get(2))?;
    let bytes = bytes_of(vm, this);
    let found: Vec<usize> = match old.is_empty() {
        true => (0..=bytes.len()).take(limit).collect(),
        false => pieces::matches(&bytes, &old, limit).collect(),
    };
    if found.is_empty() {
        return Ok(unchanged(vm, this));
    }
    vm.check_size(found.len().saturating_mul(new.len()).saturating_add(bytes.len()))?;
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for position in found {
        replaced.extend_from_slice(bytes.get(done..position).unwrap_or(&[]));
        replaced.extend_from_slice(&new);
        done = position + old.len();
    }
    replaced.extend_from_slice(bytes.get(done..).unwrap_or(&[]));
    Ok(like(vm, this, replaced))
}

fn decode(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };
    let given = vm.bind_args("decode", args, &names)?;
    let encoding = match given.first().copied().flatten() {
        Some(name) => {
            let name = vm.expect_str(name, "decode() argument 'encoding'")?;
            vm.find_encoding(&name)?
        }
        None => Encoding::Utf8,
    };
    let errors = match given.get(1).copied().flatten() {
        Some(errors) => vm.expect_str(errors, "decode() argument 'errors'")?.to_string(),
        None => "strict".to_owned(),
    };
    let bytes = bytes_of(vm, this);
    let text = vm.decode_bytes(&bytes, encoding, &errors)?;
    Ok(vm.new_str(text))
}

fn hex(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let bytes = bytes_of(vm, this);
    hex_of(vm, &bytes, args)
}

fn buffer(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    vm.call(TypeTable::MEMORYVIEW, &[this])
}
