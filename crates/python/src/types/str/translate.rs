//! `translate` and the tables for it.

use ouro_heap::Id;

use super::text_of;
use crate::native::Args;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// unicodeobject.c, charmaptranslate_lookup: what a table has for a character; `None` to leave it.
fn replacement(vm: &mut Vm, table: Id, c: char, out: &mut String) -> R<bool> {
    let key = vm.new_int(c as i64);
    if vm.version.looks_up_without_error && vm.class_of(table) == TypeTable::DICT && !vm.contains(table, key)? {
        vm.decref(key);
        return Ok(false);
    }
    let found = vm.getitem(table, key);
    vm.decref(key);
    let value = match found {
        Ok(value) => value,
        Err(raised) => {
            vm.expect_raised(raised, Exceptions::LOOKUP_ERROR)?;
            return Ok(false);
        }
    };
    let result = if value == Singletons::NONE {
        Ok(())
    } else if let Some(text) = vm.str_data(value) {
        out.push_str(text.as_str());
        Ok(())
    } else if vm.is_subclass(vm.class_of(value), TypeTable::INT) {
        let code = vm.int_value(value).and_then(|code| u32::try_from(code).ok());
        match code.and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                Ok(())
            }
            None => Err(vm.value_error("character mapping must be in range(0x110000)")),
        }
    } else {
        Err(vm.type_error("character mapping must return integer, None or str"))
    };
    vm.decref(value);
    result.map(|()| true)
}

pub(super) fn translate(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !replacement(vm, args.pos[0], c, &mut out)? {
            out.push(c);
        }
        vm.check_size(out.len())?;
    }
    Ok(vm.new_str(out))
}

/// Puts a value (borrowed) under a character's number.
fn map_char(vm: &mut Vm, table: Id, c: char, value: Id) -> R<()> {
    let key = vm.new_int(c as i64);
    let result = vm.setitem(table, key, value);
    vm.decref(key);
    result
}

fn from_dict(vm: &mut Vm, table: Id, dict: Id) -> R<()> {
    let Some(entries) = vm.dict(dict).map(|dict| dict.iter().map(|e| (e.key, e.value)).collect::<Vec<_>>()) else {
        return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    for (key, value) in entries {
        if let Some(text) = vm.str_text(key) {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => map_char(vm, table, c, value)?,
                _ => return Err(vm.value_error("string keys in translate table must be of length 1")),
            }
        } else if vm.is_subclass(vm.class_of(key), TypeTable::INT) {
            vm.setitem(table, key, value)?;
        } else {
            return Err(vm.type_error("keys in translate table must be strings or integers"));
        }
    }
    Ok(())
}

pub(super) fn maketrans(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let table = vm.new_dict();
    vm.keep(table);
    let first = args.pos[0];
    match args.get(1) {
        None => from_dict(vm, table, first)?,
        Some(second) => {
            let second = vm.expect_str(second, "maketrans() argument 2")?;
            let removed = args.get(2).map(|arg| vm.expect_str(arg, "maketrans() argument 3")).transpose()?;
            let Some(first) = vm.str_text(first) else {
                return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
            };
            if first.0.char_count() != second.0.char_count() {
                return Err(vm.value_error("the first two maketrans arguments must have equal length"));
            }
            for (from, to) in first.chars().zip(second.chars()) {
                let to = vm.new_int(to as i64);
                let result = map_char(vm, table, from, to);
                vm.decref(to);
                result?;
            }
            for c in removed.iter().flat_map(|removed| removed.chars()) {
                map_char(vm, table, c, Singletons::NONE)?;
            }
        }
    }
    Ok(vm.incref(table))
}
