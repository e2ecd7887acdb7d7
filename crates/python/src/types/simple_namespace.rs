//! `types.SimpleNamespace` (CPython 3.13 namespaceobject.c).

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::object::DICT_GETSET;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `types.SimpleNamespace`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "types",
        slots: TypeSlots {
            repr: Some(repr),
            richcompare: Some(richcompare),
            hash: Some(crate::vm::hash_not_implemented),
            getattr: Some(Vm::generic_getattr),
            setattr: Some(Vm::generic_setattr),
            new: Some(new),
            init: Some(init),
            ..NO_SLOTS
        },
        methods: const { &[Native::new("__reduce__", 0, 0, reduce), Native::any("__replace__", replace)] },
        getset: const { &[DICT_GETSET] },
        subclassable: true,
        has_dict: true,
        layout: Layout::Object,
        ..TypeSpec::new("SimpleNamespace")
    }
}

/// Its attributes are in a dict from the start.
fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    let data = if class == TypeTable::SIMPLE_NAMESPACE { Data::Instance(Box::new([None])) } else { Data::Bare };
    let this = vm.alloc_instance(class, data);
    let dict = vm.new_dict();
    match vm.instance_values_mut(this).and_then(|values| values.first_mut()) {
        Some(slot) => *slot = Some(dict),
        None => vm.decref(dict),
    }
    Ok(this)
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let Some(dict) = vm.own_dict(this) else { return Ok(()) };
    if vm.version.number < (3, 13, 0) {
        if !args.pos.is_empty() {
            return Err(vm.type_error("no positional arguments expected"));
        }
    } else if args.pos.len() > 1 {
        let (name, given) = (vm.class(vm.class_of(this)).name.clone(), args.pos.len());
        return Err(vm.type_error(format!("{name} expected at most 1 argument, got {given}")));
    }
    if let Some(given) = args.get(0) {
        let items = vm.call(TypeTable::DICT, &[given])?;
        vm.keep(items);
        let entries: Vec<(Id, Id)> =
            vm.dict(items).map(|d| d.iter().map(|e| (e.key, e.value)).collect()).unwrap_or_default();
        if entries.iter().any(|&(key, _)| vm.str_text(key).is_none()) {
            return Err(vm.type_error("keywords must be strings"));
        }
        update(vm, dict, &entries)?;
    }
    update(vm, dict, args.kw)
}

fn update(vm: &mut Vm, dict: Id, items: &[(Id, Id)]) -> R<()> {
    items.iter().try_for_each(|&(name, value)| vm.dict_set(dict, name, value))
}

/// `namespace(a=1)`; names that are no identifiers are left out (namespace_repr).
fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = match vm.class_of(this) {
        TypeTable::SIMPLE_NAMESPACE => "namespace".to_owned(),
        class => vm.class(class).name.to_string(),
    };
    if vm.enter_repr(this) {
        return Ok(vm.new_str(format!("{name}(...)")));
    }
    let parts = attribute_texts(vm, this);
    vm.leave_repr(this);
    let text = parts?.join(", ");
    Ok(vm.new_str(format!("{name}({text})")))
}

fn attribute_texts(vm: &mut Vm, this: Id) -> R<Vec<String>> {
    let Some(dict) = vm.own_dict(this) else { return Ok(Vec::new()) };
    let keys: Vec<Id> = vm.dict(dict).map(|d| d.iter().map(|e| e.key).collect()).unwrap_or_default();
    for &key in &keys {
        vm.heap.incref(key);
        vm.keep(key);
    }
    let mut parts = Vec::with_capacity(keys.len());
    for key in keys {
        let Some(name) = vm.str_text(key).map(|t| t.to_string()).filter(|t| !t.is_empty()) else { continue };
        if let Some(value) = vm.dict_get_name(dict, key) {
            let held = vm.version.reprs_hold_items.then(|| vm.incref(value));
            let text = vm.repr_text(value);
            vm.decref_slot(held);
            let text = text?;
            parts.push(format!("{name}={text}"));
        }
    }
    Ok(parts)
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let class = TypeTable::SIMPLE_NAMESPACE;
    match (vm.own_dict(this), vm.own_dict(other)) {
        (Some(a), Some(b)) if vm.is_instance(this, class) && vm.is_instance(other, class) => vm.compare(a, b, op),
        _ => Ok(Singletons::NOT_IMPLEMENTED),
    }
}

/// The type, no arguments, the attributes.
fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let class = vm.class_of(this);
    vm.incref(class);
    let arguments = vm.new_tuple(Vec::new());
    let dict = vm.own_dict(this);
    let dict = vm.or_none(dict);
    Ok(vm.new_tuple(vec![class, arguments, dict]))
}

/// `copy.replace` (namespace_replace)
fn replace(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    vm.expect_count("__replace__", args.pos.len(), 0, 0)?;
    let class = vm.class_of(this);
    let new = vm.call(class, &[])?;
    vm.keep(new);
    for dict in [vm.own_dict(this), vm.own_dict(new)].into_iter().flatten() {
        vm.heap.incref(dict);
        vm.keep(dict);
    }
    if let (Some(old), Some(fresh)) = (vm.own_dict(this), vm.own_dict(new)) {
        let items: Vec<(Id, Id)> =
            vm.dict(old).map(|d| d.iter().map(|e| (e.key, e.value)).collect()).unwrap_or_default();
        update(vm, fresh, &items)?;
        update(vm, fresh, args.kw)?;
    }
    Ok(vm.incref(new))
}
