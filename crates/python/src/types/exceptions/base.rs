//! BaseException: arguments, traceback, cause, context, notes (exceptions.c).

use ouro_heap::Id;

use super::Exceptions;
use crate::data::Traceback;
use crate::native::{Args, GetSet, Native, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `BaseException`.
pub(super) fn spec(plain: TypeSpec) -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { repr: Some(repr), str: Some(str), new: Some(new), init: Some(init), ..plain.slots },
        methods: const { &[Native::new("with_traceback", 1, 1, with_traceback), Native::new("add_note", 1, 1, add_note)] },
        getset: const {
            &[
                crate::types::object::DICT_GETSET,
                GetSet::new("args", get_args, set_args),
                GetSet::new("__traceback__", get_traceback, set_traceback),
                GetSet::new("__context__", get_context, set_context),
                GetSet::new("__cause__", get_cause, set_cause),
                GetSet::new("__suppress_context__", get_suppress, set_suppress),
            ]
        },
        ..plain
    }
}

/// BaseException_new: the arguments are kept whatever `__init__` makes of them.
pub(super) fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let args = if vm.precedes_args(class) { vm.pack_arguments(args.pos) } else { vm.tuple_of_arguments(args.pos) };
    Ok(vm.new_exception(class, args))
}

/// BaseException_init
pub(super) fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    reject_keywords(vm, this, args)?;
    store_args(vm, this, args);
    Ok(())
}

/// "ValueError() takes no keyword arguments"
pub(super) fn reject_keywords(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    if args.kw.is_empty() {
        return Ok(());
    }
    let name = vm.type_name(this);
    Err(vm.type_error(format!("{name}() takes no keyword arguments")))
}

/// Sets `args`. The tuple that `__new__` stored stays if it holds the same, as where CPython shares one tuple: not where
/// an `__init__` in Python, whose call holds that tuple, passes the arguments on in another.
pub(super) fn store_args(vm: &mut Vm, this: Id, args: &Args) {
    let stored = vm.exception(this).and_then(|e| e.args);
    let same = |tuple: Id| vm.heap.refcount(tuple) == 1 && vm.tuple_items(tuple) == Some(args.pos);
    if stored.is_some_and(same) {
        return;
    }
    let tuple = vm.tuple_of_arguments(args.pos);
    replace_args(vm, this, tuple);
}

/// Stores `args`; takes the reference.
pub(super) fn replace_args(vm: &mut Vm, this: Id, tuple: Id) {
    let old = vm.exception_mut(this).and_then(|e| e.args.replace(tuple));
    vm.decref_slot(old);
}

/// The items of `args`, borrowed.
pub(super) fn arg_items(vm: &Vm, this: Id) -> Vec<Id> {
    vm.exception(this).and_then(|e| vm.tuple_items(e.args?)).map(<[Id]>::to_vec).unwrap_or_default()
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.type_name(this);
    let name = name.rsplit('.').next().unwrap_or_default().to_owned();
    let args = vm.exception(this).and_then(|e| e.args).unwrap_or(Singletons::EMPTY_TUPLE);
    vm.incref(args);
    vm.keep(args);
    let items = arg_items(vm, this);
    let inner = match items[..] {
        [only] => format!("({})", vm.repr_text(only)?),
        _ => vm.repr_text(args)?,
    };
    Ok(vm.new_str(format!("{name}{inner}")))
}

/// BaseException_str
pub(super) fn str(vm: &mut Vm, this: Id) -> R<Id> {
    let args = vm.exception(this).and_then(|e| e.args).unwrap_or(Singletons::EMPTY_TUPLE);
    let items = arg_items(vm, this);
    match items[..] {
        [] => Ok(Singletons::EMPTY_STR),
        [only] => vm.str(only),
        _ => {
            vm.incref(args);
            let result = vm.str(args);
            vm.decref(args);
            result
        }
    }
}

fn get_args(vm: &mut Vm, this: Id) -> R<Id> {
    let args = vm.exception(this).and_then(|e| e.args).unwrap_or(Singletons::EMPTY_TUPLE);
    Ok(vm.incref(args))
}

fn set_args(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("args may not be deleted")) };
    let tuple = if vm.class_of(value) == TypeTable::TUPLE {
        vm.incref(value)
    } else {
        let items = vm.collect(value)?;
        vm.new_tuple(items)
    };
    replace_args(vm, this, tuple);
    Ok(())
}

fn or_none(vm: &mut Vm, slot: Option<Id>) -> R<Id> {
    let id = slot.unwrap_or(Singletons::NONE);
    Ok(vm.incref(id))
}

fn get_traceback(vm: &mut Vm, this: Id) -> R<Id> {
    let slot = vm.exception(this).and_then(|e| e.traceback);
    or_none(vm, slot)
}

fn set_traceback(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("__traceback__ may not be deleted")) };
    let new = if value == Singletons::NONE {
        None
    } else if vm.native::<Traceback>(value).is_some() {
        Some(vm.incref(value))
    } else {
        return Err(vm.type_error("__traceback__ must be a traceback or None"));
    };
    vm.replace_traceback(this, new);
    Ok(())
}

fn get_context(vm: &mut Vm, this: Id) -> R<Id> {
    let slot = vm.exception(this).and_then(|e| e.context);
    or_none(vm, slot)
}

fn set_context(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("__context__ may not be deleted")) };
    let new = exception_or_none(vm, value, "exception context must be None or derive from BaseException")?;
    vm.replace_context(this, new);
    Ok(())
}

fn get_cause(vm: &mut Vm, this: Id) -> R<Id> {
    let slot = vm.exception(this).and_then(|e| e.cause);
    or_none(vm, slot)
}

fn set_cause(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("__cause__ may not be deleted")) };
    let new = exception_or_none(vm, value, "exception cause must be None or derive from BaseException")?;
    vm.replace_cause(this, new);
    Ok(())
}

fn exception_or_none(vm: &mut Vm, value: Id, message: &str) -> R<Option<Id>> {
    if value == Singletons::NONE {
        Ok(None)
    } else if vm.is_exception(value) {
        Ok(Some(vm.incref(value)))
    } else {
        Err(vm.type_error(message))
    }
}

fn get_suppress(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(Singletons::bool(vm.exception(this).is_some_and(|e| e.suppress_context)))
}

fn set_suppress(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("can't delete numeric/char attribute")) };
    if vm.class_of(value) != TypeTable::BOOL {
        return Err(vm.type_error("attribute value type must be bool"));
    }
    if let Some(e) = vm.exception_mut(this) {
        e.suppress_context = value == Singletons::TRUE;
    }
    Ok(())
}

fn with_traceback(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    set_traceback(vm, this, args.get(0))?;
    Ok(vm.incref(this))
}

fn add_note(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let note = args.get(0).unwrap_or(Singletons::NONE);
    if vm.str_data(note).is_none() {
        return Err(vm.type_error_for(note, "note must be a str, not '{}'"));
    }
    let notes = match vm.getattr_opt(this, Names::NOTES)? {
        Some(notes) => notes,
        None => {
            let notes = vm.new_list(Vec::new());
            vm.keep(notes);
            vm.setattr(this, Names::NOTES, notes)?;
            vm.incref(notes)
        }
    };
    vm.keep(notes);
    vm.incref(note);
    match vm.list_items_mut(notes) {
        Some(items) => {
            items.push(note);
            Ok(Singletons::NONE)
        }
        None => {
            vm.decref(note);
            Err(vm.type_error("Cannot add note: __notes__ is not a list"))
        }
    }
}

impl Vm {
    /// Derives from `args` the attributes that an exception's type adds, as its `__init__` does where no keyword is given.
    pub fn set_exception_fields(&mut self, id: Id) {
        let kind = self.class(self.class_of(id)).native_base;
        let items = arg_items(self, id);
        super::attributes::derive(self, id, kind, &items);
        if self.is_subclass(kind, Exceptions::OS_ERROR) {
            super::os_error::derive(self, id, &items);
        } else if self.is_subclass(kind, Exceptions::SYNTAX_ERROR) {
            super::syntax_error::derive(self, id, &items);
        }
    }
}
