use ouro_heap::Id;

use crate::bytecode::{BinaryOperator, Comparison};
use crate::data::Set;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// `int | None`: a tuple of types, each once.
#[derive(Clone)]
struct Union {
    args: Slot,
    /// A frozenset of them, in releases that keep one.
    hashable: Slot,
    /// A tuple, once somebody asked.
    parameters: Slot,
}

impl NativeData for Union {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        [self.args, self.hashable, self.parameters].iter().flatten().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.args.take());
        released.extend(self.hashable.take());
        released.extend(self.parameters.take());
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `types.UnionType`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "types",
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            or: Some(or),
            getitem: Some(getitem),
            getattr: Some(getattr),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("__instancecheck__", 1, 1, |vm, this, args| {
                    any(vm, this, args, |vm, value, class| vm.object_is_instance(value, class))
                }),
                Native::new("__subclasscheck__", 1, 1, |vm, this, args| {
                    any(vm, this, args, |vm, value, class| vm.object_is_subclass(value, class))
                }),
            ]
        },
        getset: const {
            &[
                GetSet::new(
                    "__args__",
                    |vm, this| {
                        let args = vm.native::<Union>(this).and_then(|u| u.args);
                        Ok(vm.or_none(args))
                    },
                    |vm, _, _| Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "readonly attribute")),
                ),
                GetSet::get("__parameters__", |vm, this| {
                    let parameters = parameters(vm, this)?;
                    Ok(vm.incref(parameters))
                }),
            ]
        },
        ..TypeSpec::new("UnionType")
    }
}

/// The classes of a tuple or union, of which `isinstance` and `issubclass` try each.
pub(crate) fn alternatives(vm: &Vm, classes: Id) -> Option<Vec<Id>> {
    match vm.class_of(classes) {
        TypeTable::UNION => Some(members(vm, classes)),
        _ => vm.tuple_items(classes).map(<[Id]>::to_vec),
    }
}

fn members(vm: &Vm, union: Id) -> Vec<Id> {
    let args = vm.native::<Union>(union).and_then(|u| u.args);
    args.and_then(|a| vm.tuple_items(a)).unwrap_or_default().to_vec()
}

/// `X | Y` of types, aliases and None (unionobject.c, _Py_union_type_or).
pub(crate) fn or(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
    let mut all: Vec<Id> = Vec::new();
    for side in [left, right] {
        let class = vm.class_of(side);
        let parts = match side {
            Singletons::NONE => vec![TypeTable::NONE_TYPE],
            _ if class == TypeTable::UNION => members(vm, side),
            _ if vm.is_class(side)
                || vm.is_subclass(class, TypeTable::GENERIC_ALIAS)
                || class == TypeTable::TYPE_ALIAS =>
            {
                vec![side]
            }
            _ => return Ok(Singletons::NOT_IMPLEMENTED),
        };
        for part in parts {
            let mut known = false;
            for &other in &all {
                known = known || vm.compare_bool(part, other, Comparison::Eq)?;
            }
            if !known {
                all.push(part);
            }
        }
    }
    for &part in &all {
        vm.heap.incref(part);
    }
    if let [only] = all[..] {
        return Ok(only);
    }
    let args = vm.pack_tuple(&all[..]);
    let mut hashable = None;
    if vm.version.unions_keep_sets {
        vm.heap.count_temporary(free_list::LIST);
        let set = vm.alloc(TypeTable::FROZENSET, Data::Set(Box::new(Set::new(false))));
        for &part in &all {
            vm.set_add(set, part)?;
        }
        vm.untrack_frozenset(set);
        hashable = Some(set);
    }
    Ok(vm.new_native(TypeTable::UNION, Union { args: Some(args), hashable, parameters: None }))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let mut texts = Vec::new();
    for member in members(vm, this) {
        texts.push(match member {
            TypeTable::NONE_TYPE => "None".to_owned(),
            _ => vm.type_argument_text(member)?,
        });
    }
    Ok(vm.new_str(texts.join(" | ")))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let mut hash = 0;
    for member in members(vm, this) {
        hash ^= vm.hash(member)?;
    }
    Ok(hash)
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    if vm.class_of(other) != TypeTable::UNION || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (a, b) = (members(vm, this), members(vm, other));
    let equal = vm.same_items(&a, &b)?;
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

/// The union's type parameters, a tuple: borrowed (union_parameters).
fn parameters(vm: &mut Vm, this: Id) -> R<Id> {
    let members = members(vm, this);
    vm.remembered_type_parameters(this, &members, |union: &mut Union| &mut union.parameters)
}

/// Other types in the place of type parameters (union_getitem).
fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let known = parameters(vm, this)?;
    let members = members(vm, this);
    let args = vm.substitute_type_parameters(this, &members, known, key)?;
    vm.keep(args);
    let mut members = vm.tuple_items(args).unwrap_or_default().to_vec().into_iter();
    let mut union = members.next().unwrap_or(Singletons::NONE);
    for member in members {
        union = vm.binary_op(BinaryOperator::Or, union, member)?;
        vm.keep(union);
    }
    Ok(vm.incref(union))
}

/// `__module__` is that of the class of unions (union_getattro).
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    if name == crate::vm::Names::MODULE {
        let module = vm.class(TypeTable::UNION).module;
        return Ok(vm.intern(module));
    }
    vm.generic_getattr(this, name)
}

/// isinstance() and issubclass(), of every member; a parameterized generic is none that can be asked.
fn any(vm: &mut Vm, this: Id, args: &Args, test: impl Fn(&mut Vm, Id, Id) -> R<bool>) -> R<Id> {
    let value = args.get(0).unwrap_or(Singletons::NONE);
    for member in members(vm, this) {
        if test(vm, value, member)? {
            return Ok(Singletons::TRUE);
        }
    }
    Ok(Singletons::FALSE)
}
