use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

/// `list[int]`: a class and the arguments given to it.
#[derive(Clone, Default)]
struct GenericAlias {
    origin: Slot,
    /// A tuple.
    args: Slot,
}

impl NativeData for GenericAlias {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.origin, self.args] {
            slot.iter().for_each(|&id| visit(id));
        }
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.origin, released);
        take_slot(&mut self.args, released);
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
            ]
        },
        getset: const {
            &[
                GetSet::get("__origin__", |vm, this| {
                    let (origin, _) = parts(vm, this);
                    Ok(vm.incref(origin))
                }),
                GetSet::get("__args__", |vm, this| {
                    let (_, args) = parts(vm, this);
                    Ok(vm.incref(args))
                }),
                GetSet::get("__parameters__", |_, _| Ok(Singletons::EMPTY_TUPLE)),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("GenericAlias")
    }
}

fn parts(vm: &Vm, this: Id) -> (Id, Id) {
    let alias = vm.native::<GenericAlias>(this).cloned().unwrap_or_default();
    (alias.origin.unwrap_or(TypeTable::OBJECT), alias.args.unwrap_or(Singletons::EMPTY_TUPLE))
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    match args.pos {
        &[origin, key] => Ok(vm.new_generic_alias(origin, key)),
        other => {
            let given = other.len();
            Err(vm.type_error(format!("GenericAlias expected 2 arguments, got {given}")))
        }
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (origin, args) = parts(vm, this);
    let items = vm.tuple_items(args).unwrap_or_default().to_vec();
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        texts.push(vm.type_argument_text(item)?);
    }
    let origin = vm.type_argument_text(origin)?;
    let list = if texts.is_empty() { "()".to_owned() } else { texts.join(", ") };
    Ok(vm.new_str(format!("{origin}[{list}]")))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let (origin, args) = parts(vm, this);
    Ok(vm.hash(origin)? ^ vm.hash(args)?)
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let both = vm.class_of(this) == vm.class_of(other);
    if !both || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let ((a, a_args), (b, b_args)) = (parts(vm, this), parts(vm, other));
    let equal = vm.compare_bool(a, b, Comparison::Eq)? && vm.compare_bool(a_args, b_args, Comparison::Eq)?;
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (origin, _) = parts(vm, this);
    vm.call_kw(origin, args.pos, args.kw)
}

/// Attributes of the class, but for those that are the alias's own (genericaliasobject.c, ga_getattro).
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let own = ["__class__", "__origin__", "__args__", "__parameters__", "__mro_entries__", "__instancecheck__"];
    let is_own = vm.str_text(name).is_some_and(|t| own.contains(&&*t));
    if is_own || vm.str_text(name).is_some_and(|t| t.starts_with("__") && t.ends_with("__") && &*t != "__name__") {
        return vm.generic_getattr(this, name);
    }
    let (origin, _) = parts(vm, this);
    vm.getattr(origin, name)
}

fn getitem(vm: &mut Vm, this: Id, _key: Id) -> R<Id> {
    let text = vm.repr_text(this)?;
    Err(vm.type_error(format!("{text} is not a generic class")))
}

fn mro_entries(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let (origin, _) = parts(vm, this);
    vm.heap.incref(origin);
    Ok(vm.new_tuple(vec![origin]))
}

impl Vm {
    /// `origin[key]`: both are borrowed.
    pub fn new_generic_alias(&mut self, origin: Id, key: Id) -> Id {
        self.heap.incref(origin);
        self.heap.incref(key);
        let args = if self.class_of(key) == TypeTable::TUPLE { key } else { self.new_tuple(vec![key]) };
        self.new_native(TypeTable::GENERIC_ALIAS, GenericAlias { origin: Some(origin), args: Some(args) })
    }

    /// A class as a type argument shows it: `int`, `mod.A`, `...` (genericaliasobject.c, ga_repr_item).
    pub(crate) fn type_argument_text(&mut self, item: Id) -> R<String> {
        if item == Singletons::ELLIPSIS {
            return Ok("...".to_owned());
        }
        if self.is_class(item) {
            return Ok(self.qualified_class_name(item));
        }
        if self.class_of(item) == TypeTable::GENERIC_ALIAS {
            return self.repr_text(item);
        }
        if let (Some(qualname), Some(module)) =
            (self.getattr_opt(item, Names::QUALNAME)?, self.getattr_opt(item, Names::MODULE)?)
        {
            let name = self.str_text(qualname).map(|t| t.to_string());
            let prefix = self.str_text(module).map(|t| t.to_string());
            self.decref(qualname);
            self.decref(module);
            if let (Some(name), Some(prefix)) = (name, prefix) {
                return Ok(if prefix == "builtins" { name } else { format!("{prefix}.{name}") });
            }
        }
        self.repr_text(item)
    }
}
