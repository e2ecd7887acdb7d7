//! `time.struct_time`: a tuple of nine numbers with names, and two more attributes (timemodule.c).

use ouro_heap::Id;

use crate::native::{Args, GetSet, TypeSlots, TypeSpec};
use crate::object::{Data, Derived, Slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// How many items the tuple has.
pub(crate) const FIELDS: usize = 9;

const NAMES: [&str; FIELDS] =
    ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];

/// The declaration of `struct_time`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "time",
        slots: TypeSlots { new: Some(new), repr: Some(repr), ..crate::native::NO_SLOTS },
        getset: const {
            &[
                GetSet::get(NAMES[0], |vm, this| item(vm, this, 0)),
                GetSet::get(NAMES[1], |vm, this| item(vm, this, 1)),
                GetSet::get(NAMES[2], |vm, this| item(vm, this, 2)),
                GetSet::get(NAMES[3], |vm, this| item(vm, this, 3)),
                GetSet::get(NAMES[4], |vm, this| item(vm, this, 4)),
                GetSet::get(NAMES[5], |vm, this| item(vm, this, 5)),
                GetSet::get(NAMES[6], |vm, this| item(vm, this, 6)),
                GetSet::get(NAMES[7], |vm, this| item(vm, this, 7)),
                GetSet::get(NAMES[8], |vm, this| item(vm, this, 8)),
                GetSet::get("tm_zone", |vm, this| extra(vm, this, 1)),
                GetSet::get("tm_gmtoff", |vm, this| extra(vm, this, 2)),
                GetSet::get("n_fields", |vm, _| Ok(vm.new_int(FIELDS as i64 + 2))),
                GetSet::get("n_sequence_fields", |vm, _| Ok(vm.new_int(FIELDS as i64))),
                GetSet::get("n_unnamed_fields", |vm, _| Ok(vm.new_int(0))),
            ]
        },
        ..TypeSpec::new("struct_time")
    }
}

/// A time in a zone that is UTC under this name.
pub(crate) fn new_struct_time(vm: &mut Vm, fields: [i64; FIELDS], zone: &str) -> Id {
    let items: Vec<Id> = fields.into_iter().map(|n| vm.new_int(n)).collect();
    let extra = [vm.intern(zone), vm.new_int(0)];
    make(vm, items, Some(extra))
}

fn make(vm: &mut Vm, items: Vec<Id>, extra: Option<[Id; 2]>) -> Id {
    let [zone, offset]: [Slot; 2] = extra.map_or([None; 2], |pair| pair.map(Some));
    let data = Derived { base: Data::Tuple(items.into()), values: Box::new([None, zone, offset]) };
    vm.alloc(TypeTable::STRUCT_TIME, Data::Derived(Box::new(data)))
}

fn item(vm: &mut Vm, this: Id, index: usize) -> R<Id> {
    let value = vm.tuple_items(this).and_then(|items| items.get(index)).copied().unwrap_or(Singletons::NONE);
    Ok(vm.incref(value))
}

fn extra(vm: &mut Vm, this: Id, index: usize) -> R<Id> {
    let value = match vm.heap.get(this) {
        Data::Derived(derived) => derived.values.get(index).copied().flatten().unwrap_or(Singletons::NONE),
        _ => Singletons::NONE,
    };
    Ok(vm.incref(value))
}

/// structseq.c, structseq_new_impl
fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    let Some(sequence) = args.get(0) else {
        return Err(vm.type_error("structseq() missing required argument 'sequence' (pos 1)"));
    };
    if vm.class(vm.class_of(sequence)).slots.iter.is_none() && vm.class(vm.class_of(sequence)).slots.getitem.is_none() {
        return Err(vm.type_error("constructor requires a sequence"));
    }
    let mut items = vm.collect(sequence)?;
    let given = items.len();
    if !(FIELDS..=FIELDS + 2).contains(&given) {
        vm.decref_all(items);
        let (bound, count) = if given < FIELDS { ("at least", FIELDS) } else { ("at most", FIELDS + 2) };
        return Err(
            vm.type_error(format!("time.struct_time() takes an {bound} {count}-sequence ({given}-sequence given)"))
        );
    }
    let mut rest = items.split_off(FIELDS).into_iter();
    let extra = match (rest.next(), rest.next()) {
        (None, _) => None,
        (Some(zone), offset) => Some([zone, offset.unwrap_or(Singletons::NONE)]),
    };
    Ok(make(vm, items, extra))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let items = vm.tuple_items(this).unwrap_or_default().to_vec();
    let mut shown = Vec::new();
    for (name, value) in NAMES.iter().zip(items) {
        shown.push(format!("{name}={}", vm.repr_text(value)?));
    }
    Ok(vm.new_str(format!("time.struct_time({})", shown.join(", "))))
}
