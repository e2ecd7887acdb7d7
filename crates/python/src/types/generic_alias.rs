use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// `list[int]`: a class and the arguments given to it.
#[derive(Clone, Copy, Default)]
struct GenericAlias {
    origin: Slot,
    /// A tuple.
    args: Slot,
    /// A tuple, once somebody asked.
    parameters: Slot,
    /// `*tuple[int]`
    unpacked: bool,
}

impl NativeData for GenericAlias {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.origin, self.args, self.parameters] {
            slot.iter().for_each(|&id| visit(id));
        }
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.origin, released);
        take_slot(&mut self.args, released);
        take_slot(&mut self.parameters, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        80
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `types.GenericAlias`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "types",
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            call: Some(call),
            getattr: Some(getattr),
            getitem: Some(getitem),
            iter: Some(iter),
            or: Some(super::union_type::or),
            new: Some(new),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("__mro_entries__", 1, 1, mro_entries),
                Native::new("__instancecheck__", 1, 1, |vm, _, _| {
                    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
                }),
                Native::new("__subclasscheck__", 1, 1, |vm, _, _| {
                    Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
                }),
                Native::new("__reduce__", 0, 0, reduce),
                Native::new("__dir__", 0, 0, dir),
            ]
        },
        getset: const {
            &[
                GetSet::new("__origin__", |vm, this| Ok(vm.or_none(alias(vm, this).origin)), read_only),
                GetSet::new("__args__", |vm, this| Ok(vm.or_none(alias(vm, this).args)), read_only),
                GetSet::new("__unpacked__", |vm, this| Ok(Singletons::bool(alias(vm, this).unpacked)), read_only),
                GetSet::get("__parameters__", |vm, this| {
                    let parameters = parameters(vm, this)?;
                    Ok(vm.incref(parameters))
                }),
                GetSet::get("__typing_unpacked_tuple_args__", unpacked_args),
            ]
        },
        subclassable: true,
        weakrefable: true,
        ..TypeSpec::new("GenericAlias")
    }
}

fn alias(vm: &Vm, this: Id) -> GenericAlias {
    vm.native::<GenericAlias>(this).copied().unwrap_or_default()
}

fn parts(vm: &Vm, this: Id) -> (Id, Vec<Id>) {
    let alias = alias(vm, this);
    let args = alias.args.and_then(|args| vm.tuple_items(args)).unwrap_or_default();
    (alias.origin.unwrap_or(TypeTable::OBJECT), args.to_vec())
}

fn read_only(vm: &mut Vm, _this: Id, _value: Option<Id>) -> R<()> {
    Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "readonly attribute"))
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("GenericAlias() takes no keyword arguments"));
    }
    match args.pos {
        &[origin, key] => {
            let data = vm.alias_data(origin, key);
            Ok(vm.alloc_instance(class, crate::object::Data::Native(Box::new(data))))
        }
        other => {
            let given = other.len();
            Err(vm.type_error(format!("GenericAlias expected 2 arguments, got {given}")))
        }
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (origin, items) = parts(vm, this);
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        texts.push(vm.type_argument_text(item)?);
    }
    let star = if alias(vm, this).unpacked { "*" } else { "" };
    let origin = vm.type_argument_text(origin)?;
    let list = if texts.is_empty() { "()".to_owned() } else { texts.join(", ") };
    Ok(vm.new_str(format!("{star}{origin}[{list}]")))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let alias = alias(vm, this);
    let (origin, args) = (alias.origin.unwrap_or(TypeTable::OBJECT), alias.args.unwrap_or(Singletons::EMPTY_TUPLE));
    Ok(vm.hash(origin)? ^ vm.hash(args)?)
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let both = vm.native::<GenericAlias>(this).is_some() && vm.native::<GenericAlias>(other).is_some();
    if !both || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (a, b) = (alias(vm, this), alias(vm, other));
    let mut equal = a.unpacked == b.unpacked;
    for (left, right) in [(a.origin, b.origin), (a.args, b.args)] {
        if let (true, Some(left), Some(right)) = (equal, left, right) {
            equal = vm.compare_bool(left, right, Comparison::Eq)?;
        }
    }
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

/// Makes an instance of the class, which remembers the alias if it can (ga_call).
fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (origin, _) = parts(vm, this);
    let object = vm.call_kw(origin, args.pos, args.kw)?;
    vm.keep(object);
    if let Err(raised) = vm.setattr(object, Names::ORIG_CLASS, this) {
        if vm.is_raised(&raised, Exceptions::TYPE_ERROR) {
            vm.expect_raised(raised, Exceptions::TYPE_ERROR)?;
        } else {
            vm.expect_raised(raised, Exceptions::ATTRIBUTE_ERROR)?;
        }
    }
    Ok(vm.incref(object))
}

/// Attributes that are never those of the class.
const BLOCKED: &[&str] = &["__copy__", "__deepcopy__"];
/// Attributes that are the alias's own.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
];

/// Attributes of the class, but for those that are the alias's own (ga_getattro).
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let own = vm.str_text(name).is_none_or(|text| {
        let text = &*text;
        OWN.contains(&text) || BLOCKED.contains(&text) || (text == "__bases__" && vm.version.number >= (3, 13, 0))
    });
    if own {
        return vm.generic_getattr(this, name);
    }
    let (origin, _) = parts(vm, this);
    vm.getattr(origin, name)
}

/// The alias's type parameters, a tuple: borrowed.
fn parameters(vm: &mut Vm, this: Id) -> R<Id> {
    let (_, args) = parts(vm, this);
    vm.remembered_type_parameters(this, &args, |alias: &mut GenericAlias| &mut alias.parameters)
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let known = parameters(vm, this)?;
    let (origin, args) = parts(vm, this);
    let args = vm.substitute_type_parameters(this, &args, known, key)?;
    vm.keep(args);
    let made = vm.new_generic_alias(origin, args);
    if alias(vm, this).unpacked
        && let Some(data) = vm.native_mut::<GenericAlias>(made)
    {
        data.unpacked = true;
    }
    Ok(made)
}

fn mro_entries(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let (origin, _) = parts(vm, this);
    vm.incref(origin);
    Ok(vm.new_tuple(vec![origin]))
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let data = alias(vm, this);
    let parts = [data.origin, data.args].map(|slot| vm.or_none(slot));
    let parts = vm.new_tuple(parts);
    Ok(vm.new_tuple([TypeTable::GENERIC_ALIAS, parts]))
}

/// The names of the class's attributes, and the alias's own (ga_dir).
fn dir(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let (origin, _) = parts(vm, this);
    let names = vm.call_special(origin, Names::DIR, &[])?.unwrap_or(Singletons::NONE);
    vm.keep(names);
    let list = vm.list_from(names)?;
    vm.keep(list);
    let newer = (vm.version.number >= (3, 13, 0)).then_some("__bases__");
    for own in OWN.iter().copied().chain(newer) {
        let own = vm.intern(own);
        if !vm.contains(list, own)?
            && let Some(items) = vm.list_items_mut(list)
        {
            items.push(own);
        }
    }
    Ok(vm.incref(list))
}

fn unpacked_args(vm: &mut Vm, this: Id) -> R<Id> {
    let alias = alias(vm, this);
    let args = alias.args.filter(|_| alias.unpacked && alias.origin == Some(TypeTable::TUPLE));
    Ok(vm.or_none(args))
}

/// Gives `*alias`, once (generic_alias_iterator).
#[derive(Clone)]
struct GenericAliasIterator {
    alias: Slot,
}

impl NativeData for GenericAliasIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.alias.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.alias, released);
    }

    fn size(&self) -> usize {
        40
    }

    crate::native_data_boilerplate!();
}

/// The declaration of the iterator of an alias.
pub(crate) fn iterator_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            iter: Some(|vm, this| Ok(vm.incref(this))),
            next: Some(|vm, this| {
                let Some(whole) = vm.native_mut::<GenericAliasIterator>(this).and_then(|it| it.alias.take()) else {
                    return Ok(None);
                };
                let data = GenericAlias { unpacked: true, parameters: None, ..alias(vm, whole) };
                data.origin.iter().chain(&data.args).for_each(|&id| {
                    vm.incref(id);
                });
                let starred = vm.new_native(TypeTable::GENERIC_ALIAS, data);
                vm.decref(whole);
                Ok(Some(starred))
            }),
            ..NO_SLOTS
        },
        ..TypeSpec::new("generic_alias_iterator")
    }
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    vm.incref(this);
    Ok(vm.new_native(TypeTable::GENERIC_ALIAS_ITERATOR, GenericAliasIterator { alias: Some(this) }))
}

impl Vm {
    /// `origin[key]`: both are borrowed.
    pub fn new_generic_alias(&mut self, origin: Id, key: Id) -> Id {
        let data = self.alias_data(origin, key);
        self.new_native(TypeTable::GENERIC_ALIAS, data)
    }

    fn alias_data(&mut self, origin: Id, key: Id) -> GenericAlias {
        self.incref(origin);
        self.incref(key);
        let args = if self.tuple_items(key).is_some() { key } else { self.new_tuple(vec![key]) };
        GenericAlias { origin: Some(origin), args: Some(args), parameters: None, unpacked: false }
    }
}
