//! `str`: its operations here, its methods by concern in the files beside this one.

mod affixes;
mod build;
mod case;
pub(crate) mod search;
mod split;
pub(crate) use split::room_for_parts;
mod translate;

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::data::Str;
use crate::native::{Args, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::text::codec::Encoding;
use crate::text::escape;
use crate::text::subscript::Subscript;
use crate::types::TypeTable;
use crate::vm::{Parameters, R, SharedText, Singletons, Vm};

/// The declaration of `str`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            str: Some(to_str),
            hash: Some(hash),
            richcompare: Some(richcompare),
            iter: Some(super::str_iterator::iter),
            new: Some(new),
            len: Some(len),
            getitem: Some(getitem),
            contains: Some(contains),
            add: Some(add),
            multiply: Some(multiply),
            remainder: Some(remainder),
            ..NO_SLOTS
        },
        methods: METHODS,
        subclassable: true,
        ..TypeSpec::new("str")
    }
}

const METHODS: &[Native] = &[
    Native::any("encode", encode),
    Native::any("replace", build::replace),
    Native::any("split", split::split),
    Native::any("rsplit", split::rsplit),
    Native::new("join", 1, 1, build::join),
    Native::new("capitalize", 0, 0, case::capitalize),
    Native::new("casefold", 0, 0, case::casefold),
    Native::new("title", 0, 0, case::title),
    Native::new("center", 1, 2, build::center),
    Native::new("count", 1, 3, search::count).fastcall_since((3, 13)),
    Native::any("expandtabs", build::expandtabs),
    Native::new("find", 1, 3, search::find).fastcall_since((3, 13)),
    Native::new("partition", 1, 1, split::partition),
    Native::new("index", 1, 3, search::index).fastcall_since((3, 13)),
    Native::new("ljust", 1, 2, build::ljust),
    Native::new("lower", 0, 0, case::lower),
    Native::new("lstrip", 0, 1, affixes::lstrip),
    Native::new("rfind", 1, 3, search::rfind).fastcall_since((3, 13)),
    Native::new("rindex", 1, 3, search::rindex).fastcall_since((3, 13)),
    Native::new("rjust", 1, 2, build::rjust),
    Native::new("rstrip", 0, 1, affixes::rstrip),
    Native::new("rpartition", 1, 1, split::rpartition),
    Native::any("splitlines", split::splitlines),
    Native::new("strip", 0, 1, affixes::strip),
    Native::new("swapcase", 0, 0, case::swapcase),
    Native::new("translate", 1, 1, translate::translate),
    Native::new("upper", 0, 0, case::upper),
    Native::new("startswith", 1, 3, affixes::startswith).fastcall_since((3, 13)),
    Native::new("endswith", 1, 3, affixes::endswith).fastcall_since((3, 13)),
    Native::new("removeprefix", 1, 1, affixes::removeprefix),
    Native::new("removesuffix", 1, 1, affixes::removesuffix),
    Native::new("isascii", 0, 0, case::isascii),
    Native::new("islower", 0, 0, case::islower),
    Native::new("isupper", 0, 0, case::isupper),
    Native::new("istitle", 0, 0, case::istitle),
    Native::new("isspace", 0, 0, case::isspace),
    Native::new("isdecimal", 0, 0, case::isdecimal),
    Native::new("isdigit", 0, 0, case::isdigit),
    Native::new("isnumeric", 0, 0, case::isnumeric),
    Native::new("isalpha", 0, 0, case::isalpha),
    Native::new("isalnum", 0, 0, case::isalnum),
    Native::new("isidentifier", 0, 0, case::isidentifier),
    Native::new("isprintable", 0, 0, case::isprintable),
    Native::new("zfill", 1, 1, build::zfill),
    Native::any("format", format).fastcall_since(NEVER),
    Native::new("format_map", 1, 1, format_map),
    Native::new("maketrans", 1, 3, translate::maketrans).static_method(),
    Native::new("__format__", 1, 1, crate::format::str_method_format),
    Native::new("__sizeof__", 0, 0, sizeof),
    Native::new("__getnewargs__", 0, 0, getnewargs),
];

/// The text of a receiver, which is a str.
fn text_of(vm: &Vm, this: Id) -> SharedText {
    vm.str_text(this).unwrap_or_else(|| SharedText(Str::new("").into()))
}

/// The receiver itself where an operation changed nothing; a plain copy of an instance of a subclass
/// (unicodeobject.c, unicode_result_unchanged).
fn unchanged(vm: &mut Vm, this: Id) -> Id {
    if vm.class_of(this) == TypeTable::STR {
        return vm.incref(this);
    }
    let text = text_of(vm, this);
    vm.new_str(&*text)
}

impl Vm {
    /// A str of one character.
    pub fn new_char(&mut self, c: char) -> Id {
        let mut buffer = [0; 4];
        let text = &*c.encode_utf8(&mut buffer);
        if (c as u32) < 256 { self.intern(text) } else { self.new_str(text) }
    }

    /// A fill character (unicodeobject.c, convert_uc).
    fn fill_char(&mut self, arg: Option<Id>) -> R<char> {
        let Some(arg) = arg else { return Ok(' ') };
        let Some(text) = self.str_text(arg) else {
            return Err(self.type_error_for(arg, "The fill character must be a unicode character, not {}"));
        };
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(c),
            _ => Err(self.type_error("The fill character must be exactly one character long")),
        }
    }
}

/// The part of a text between two indices of characters.
fn char_slice(text: &Str, start: usize, end: usize) -> &str {
    let all = text.as_str();
    if start >= end {
        return "";
    }
    if text.is_ascii() {
        return all.get(start..end.min(all.len())).unwrap_or("");
    }
    let mut positions = all.char_indices().map(|(i, _)| i);
    let from = positions.nth(start).unwrap_or(all.len());
    let to = positions.nth(end - start - 1).unwrap_or(all.len());
    all.get(from..to).unwrap_or("")
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["object", "encoding", "errors"], positional_only: 0, positional: 3, required: 0 };
    let given = vm.bind_args("str", args, &names)?;
    let [object, encoding, errors] = [0, 1, 2].map(|i| given.get(i).copied().flatten());
    let text = match (object, encoding, errors) {
        (None, _, _) => Singletons::EMPTY_STR,
        (Some(object), None, None) => vm.str(object)?,
        (Some(object), encoding, errors) => {
            let encoding = match encoding {
                Some(encoding) => vm.expect_str(encoding, "str() argument 'encoding'")?.to_string(),
                None => "utf-8".to_owned(),
            };
            let errors = match errors {
                Some(errors) => vm.expect_str(errors, "str() argument 'errors'")?.to_string(),
                None => "strict".to_owned(),
            };
            if vm.str_data(object).is_some() {
                return Err(vm.type_error("decoding str is not supported"));
            }
            let Some(bytes) = vm.bytes_like(object) else {
                return Err(vm.type_error_for(object, "decoding to str: need a bytes-like object, {} found"));
            };
            let encoding = vm.find_encoding(&encoding)?;
            let text = vm.decode_bytes(&bytes, encoding, &errors)?;
            vm.new_str(text)
        }
    };
    if class == TypeTable::STR {
        return Ok(text);
    }
    let data = vm.data(text).clone();
    vm.decref(text);
    Ok(vm.alloc_instance(class, data))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let text = text_of(vm, this);
    vm.check_size(text.len())?;
    Ok(vm.new_str(escape::str_repr(&text)))
}

fn to_str(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(unchanged(vm, this))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    Ok(vm.str_data(this).map_or(0, |text| text.hash()))
}

/// unicodeobject.c, PyUnicode_RichCompare: code points in order, which is the order of UTF-8's bytes.
fn richcompare(vm: &mut Vm, a: Id, b: Id, comparison: Comparison) -> R<Id> {
    let (Some(left), Some(right)) = (vm.str_data(a), vm.str_data(b)) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    Ok(Singletons::bool(comparison.holds(left.as_str().cmp(right.as_str()))))
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(vm.str_data(this).map_or(0, |text| text.char_count()))
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let text = text_of(vm, this);
    let count = text.0.char_count();
    match vm.subscript(key, count)? {
        None => Err(vm.type_error_for(key, "string indices must be integers, not '{}'")),
        Some(Subscript::Index(index)) => {
            let c = if text.0.is_ascii() {
                text.as_bytes().get(index).map(|&b| b as char)
            } else {
                text.chars().nth(index)
            };
            match c {
                Some(c) => Ok(vm.new_char(c)),
                None => Err(vm.index_error("string index out of range")),
            }
        }
        Some(Subscript::Slice(slice)) if slice.step == 1 => {
            if slice.count == count {
                return Ok(unchanged(vm, this));
            }
            let start = slice.start as usize;
            Ok(vm.new_str(char_slice(&text.0, start, start + slice.count)))
        }
        Some(Subscript::Slice(slice)) => {
            let picked: String = if text.0.is_ascii() {
                slice.indices().filter_map(|i| text.as_bytes().get(i)).map(|&b| b as char).collect()
            } else {
                let chars: Vec<char> = text.chars().collect();
                slice.indices().filter_map(|i| chars.get(i)).collect()
            };
            Ok(vm.new_unshared_str(picked))
        }
    }
}

fn contains(vm: &mut Vm, this: Id, item: Id) -> R<bool> {
    match (vm.str_data(this), vm.str_data(item)) {
        (Some(text), Some(part)) => Ok(text.as_str().contains(part.as_str())),
        _ => Err(vm.type_error_for(item, "'in <string>' requires string as left operand, not {}")),
    }
}

fn add(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (Some(left), Some(right)) = (vm.str_data(a), vm.str_data(b)) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if right.as_str().is_empty() {
        return Ok(unchanged(vm, a));
    }
    if left.as_str().is_empty() {
        return Ok(unchanged(vm, b));
    }
    let size = left.as_str().len() + right.as_str().len();
    let mut text = String::with_capacity(size);
    text.push_str(left.as_str());
    text.push_str(right.as_str());
    vm.check_size(size)?;
    Ok(vm.new_str(text))
}

fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (this, count) = if vm.str_data(a).is_some() { (a, b) } else { (b, a) };
    let Some(count) = vm.repeat_count(count)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if count == 0 {
        return Ok(Singletons::EMPTY_STR);
    }
    if count == 1 {
        return Ok(unchanged(vm, this));
    }
    let text = text_of(vm, this);
    vm.check_size(text.len().saturating_mul(count))?;
    Ok(vm.new_str(text.repeat(count)))
}

fn remainder(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    match vm.str_text(a) {
        Some(format) => crate::format::format_percent(vm, &format, b),
        None => Ok(Singletons::NOT_IMPLEMENTED),
    }
}

fn encode(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };
    let given = vm.bind_args("encode", args, &names)?;
    let encoding = match given.first().copied().flatten() {
        Some(name) => {
            let name = vm.expect_str(name, "encode() argument 'encoding'")?;
            vm.find_encoding(&name)?
        }
        None => Encoding::Utf8,
    };
    let errors = match given.get(1).copied().flatten() {
        Some(errors) => vm.expect_str(errors, "encode() argument 'errors'")?.to_string(),
        None => "strict".to_owned(),
    };
    let text = text_of(vm, this);
    let bytes = vm.encode_text(&text, encoding, &errors)?;
    Ok(vm.new_bytes(bytes))
}

fn format(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    crate::format::str_format(vm, &text, args)
}

fn format_map(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    crate::format::str_format_map(vm, &text, args.pos[0])
}

fn sizeof(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let size = vm.str_data(this).map_or(0, |text| text.size());
    Ok(vm.new_int(size as i64))
}

fn getnewargs(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let copy = vm.new_str(&*text);
    Ok(vm.new_tuple(vec![copy]))
}
