use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// `int | None`: a tuple of types, each once.
#[derive(Clone)]
struct Union {
    args: Slot,
}

impl NativeData for Union {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.args.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.args.take());
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
            &[GetSet::get("__args__", |vm, this| {
                let args = vm.native::<Union>(this).and_then(|u| u.args);
                Ok(vm.or_none(args))
            })]
        },
        ..TypeSpec::new("UnionType")
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
            _ if vm.is_class(side) || class == TypeTable::GENERIC_ALIAS => vec![side],
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
    let args = vm.new_tuple(all);
    Ok(vm.new_native(TypeTable::UNION, Union { args: Some(args) }))
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
    let equal = a.len() == b.len() && a.iter().all(|m| b.contains(m));
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

fn any(vm: &mut Vm, this: Id, args: &Args, test: impl Fn(&mut Vm, Id, Id) -> R<bool>) -> R<Id> {
    let value = args.get(0).unwrap_or(Singletons::NONE);
    for member in members(vm, this) {
        if test(vm, value, member)? {
            return Ok(Singletons::TRUE);
        }
    }
    Ok(Singletons::FALSE)
}
