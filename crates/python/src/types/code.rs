use std::rc::Rc;

use ouro_heap::Id;

use crate::bytecode::{Code, Comparison, LocalKind};
use crate::data::CodeObject;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of `code`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { repr: Some(repr), richcompare: Some(richcompare), hash: Some(hash), ..NO_SLOTS },
        methods: const { &[Native::any("replace", replace)] },
        getset: const {
            &[
                GetSet::member("co_name", |vm, this| text(vm, this, |c| &c.name)),
                GetSet::member("co_qualname", |vm, this| text(vm, this, |c| &c.qualname)),
                GetSet::member("co_filename", |vm, this| text(vm, this, |c| &c.filename)),
                GetSet::member("co_firstlineno", |vm, this| number(vm, this, |c| c.first_line)),
                GetSet::member("co_argcount", |vm, this| number(vm, this, |c| c.arg_count)),
                GetSet::member("co_posonlyargcount", |vm, this| number(vm, this, |c| c.posonly_arg_count)),
                GetSet::member("co_kwonlyargcount", |vm, this| number(vm, this, |c| c.kwonly_arg_count)),
                GetSet::member("co_stacksize", |vm, this| number(vm, this, |c| c.stack_size)),
                GetSet::get("co_nlocals", |vm, this| number(vm, this, |c| variable_names(c).len() as u32)),
                GetSet::member("co_flags", |vm, this| number(vm, this, flags)),
                GetSet::get("co_varnames", |vm, this| cached(vm, this, CachedNames::Variables)),
                GetSet::get("co_cellvars", |vm, this| cached(vm, this, CachedNames::Cells)),
                GetSet::get("co_freevars", |vm, this| cached(vm, this, CachedNames::Free)),
                GetSet::member("co_names", |vm, this| names(vm, this, |c| c.names.to_vec())),
                GetSet::member("co_consts", consts),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("code")
    }
}

/// `co_varnames` of a code: arguments and local variables, those of inlined comprehensions too.
pub(crate) fn variable_names(code: &Code) -> Vec<Rc<str>> {
    kinds(code, is_local)
}

fn is_local(kind: LocalKind) -> bool {
    matches!(kind, LocalKind::Fast | LocalKind::Hidden | LocalKind::Cell { argument: true })
}

fn is_cell(kind: LocalKind) -> bool {
    matches!(kind, LocalKind::Cell { .. })
}

fn kinds(code: &Code, wanted: impl Fn(LocalKind) -> bool) -> Vec<Rc<str>> {
    code.locals.iter().zip(&code.local_kinds).filter(|(_, kind)| wanted(**kind)).map(|(name, _)| name.clone()).collect()
}

/// CO_ITERABLE_COROUTINE
const ITERABLE_COROUTINE: u32 = 0x100;

/// The bits of code.h.
fn flags(code: &Code) -> u32 {
    let f = code.flags;
    let bits = [
        (f.optimized, 0x1),
        (f.newlocals, 0x2),
        (f.varargs, 0x4),
        (f.varkeywords, 0x8),
        (f.nested, 0x10),
        (f.generator, 0x20),
        (f.coroutine, 0x80),
        (f.iterable_coroutine, ITERABLE_COROUTINE),
        (f.async_generator, 0x200),
        (f.future_annotations, 0x100_0000),
    ];
    bits.into_iter().filter(|(set, _)| *set).map(|(_, bit)| bit).sum()
}

fn code(vm: &Vm, this: Id) -> Option<Rc<CodeObject>> {
    match vm.data(this) {
        Data::Code(code) => Some(Rc::clone(code)),
        _ => None,
    }
}

fn text(vm: &mut Vm, this: Id, field: impl Fn(&Code) -> &Rc<str>) -> R<Id> {
    match code(vm, this) {
        Some(code) => Ok(vm.intern(field(&code.code))),
        None => Ok(Singletons::NONE),
    }
}

fn number(vm: &mut Vm, this: Id, field: impl Fn(&Code) -> u32) -> R<Id> {
    let value = code(vm, this).map_or(0, |c| field(&c.code));
    Ok(vm.new_int(i64::from(value)))
}

fn names(vm: &mut Vm, this: Id, field: impl Fn(&Code) -> Vec<Rc<str>>) -> R<Id> {
    let names = code(vm, this).map(|c| field(&c.code)).unwrap_or_default();
    let items: Vec<Id> = names.iter().map(|name| vm.intern(name)).collect();
    Ok(vm.new_tuple(items))
}

/// What a code computes when it is asked for first, and keeps (codeobject.c, _co_cached).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CachedNames {
    Variables,
    Cells,
    Free,
}

fn cached(vm: &mut Vm, this: Id, which: CachedNames) -> R<Id> {
    if let Some(&known) = vm.code_names.get(&(this, which)) {
        return Ok(vm.incref(known));
    }
    let made = names(vm, this, |code| match which {
        CachedNames::Variables => variable_names(code),
        CachedNames::Cells => kinds(code, is_cell),
        CachedNames::Free => kinds(code, |kind| kind == LocalKind::Free),
    })?;
    vm.incref(made);
    vm.code_names.insert((this, which), made);
    Ok(made)
}

impl Vm {
    /// A code dies: lets go of what it kept.
    pub(crate) fn forget_code_names(&mut self, code: Id) {
        for which in [CachedNames::Variables, CachedNames::Cells, CachedNames::Free] {
            let kept = self.code_names.remove(&(code, which));
            self.decref_slot(kept);
        }
    }
}

fn consts(vm: &mut Vm, this: Id) -> R<Id> {
    if let Some(merged) = code(vm, this).and_then(|c| c.merged_consts) {
        return Ok(vm.incref(merged));
    }
    let items: Vec<Id> = code(vm, this).map(|c| c.consts.to_vec()).unwrap_or_default();
    for &item in &items {
        vm.heap.incref(item);
    }
    Ok(vm.new_tuple(items))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(code) = code(vm, this) else { return Ok(Singletons::EMPTY_STR) };
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.code.name,
        vm.address(this),
        code.code.filename,
        code.code.first_line
    );
    Ok(vm.new_str(text))
}

/// Codes are equal where they do the same, wherever they come from (codeobject.c, code_richcompare).
fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let (Some(a), Some(b)) = (code(vm, this), code(vm, other)) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (a, b) = (&a.code, &b.code);
    let moved = Code { filename: a.filename.clone(), qualname: a.qualname.clone(), ..Code::clone(b) };
    let equal = **a == moved;
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let Some(code) = code(vm, this) else { return Ok(0) };
    let name = vm.hash(code.name)?;
    let numbers = [code.code.first_line, code.code.arg_count, code.code.instrs.len() as u32, flags(&code.code)];
    Ok(numbers.into_iter().fold(name, |hash, n| (hash ^ i64::from(n)).wrapping_mul(1_000_003)) & i64::MAX)
}

/// `code.replace(co_name=..., ...)`, for what describes a code and does not change what it does.
fn replace(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters {
        names: &["co_name", "co_qualname", "co_filename", "co_firstlineno", "co_flags"],
        positional_only: 0,
        positional: 0,
        required: 0,
    };
    let bound = vm.bind_args("replace", args, &PARAMETERS)?;
    let Some(old) = code(vm, this) else { return Ok(Singletons::NONE) };
    let mut new = Code::clone(&old.code);
    for (field, value) in [&mut new.name, &mut new.qualname, &mut new.filename].into_iter().zip(&bound) {
        if let Some(value) = *value {
            *field = Rc::from(&*vm.expect_str(value, "replace() argument")?);
        }
    }
    if let Some(line) = bound[3] {
        new.first_line = u32::try_from(vm.index(line)?).unwrap_or_default();
    }
    if let Some(bits) = bound[4] {
        let bits = u32::try_from(vm.index(bits)?).unwrap_or_default();
        new.flags.iterable_coroutine = bits & ITERABLE_COROUTINE != 0;
        if bits != flags(&new) {
            return Err(vm.value_error("code: co_flags can change by CO_ITERABLE_COROUTINE only"));
        }
    }
    Ok(vm.new_code(&Rc::new(new)))
}
