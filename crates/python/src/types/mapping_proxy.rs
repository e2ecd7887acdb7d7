use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot};
use crate::types::TypeTable;
use crate::types::class_getitem;
use crate::vm::{R, Singletons, Vm};

/// A read-only view of a mapping: `A.__dict__`.
#[derive(Clone)]
struct MappingProxy {
    mapping: Slot,
}

impl NativeData for MappingProxy {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.mapping.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.mapping.take());
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        40
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `mappingproxy`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            str: Some(|vm, this| {
                let mapping = mapping(vm, this);
                vm.str(mapping)
            }),
            hash: Some(|vm, this| {
                let mapping = mapping(vm, this);
                vm.hash(mapping)
            }),
            richcompare: Some(|vm, this, other, op| {
                let mapping = mapping(vm, this);
                vm.compare(mapping, other, op)
            }),
            iter: Some(|vm, this| {
                let mapping = mapping(vm, this);
                vm.iter(mapping)
            }),
            inplace_or: Some(
                |vm, this, _| Err(vm.type_error_for(this, "'|=' is not supported by {}; use '|' instead")),
            ),
            len: Some(|vm, this| {
                let mapping = mapping(vm, this);
                vm.len(mapping)
            }),
            getitem: Some(|vm, this, key| {
                let mapping = mapping(vm, this);
                vm.getitem(mapping, key)
            }),
            contains: Some(|vm, this, key| {
                let mapping = mapping(vm, this);
                vm.contains(mapping, key)
            }),
            or: Some(or),
            new: Some(new),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
                Native::any("get", |vm, this, args| pass(vm, this, "get", args)),
                Native::any("keys", |vm, this, args| pass(vm, this, "keys", args)),
                Native::any("values", |vm, this, args| pass(vm, this, "values", args)),
                Native::any("items", |vm, this, args| pass(vm, this, "items", args)),
                Native::any("copy", |vm, this, args| pass(vm, this, "copy", args)),
                Native::any("__reversed__", |vm, this, args| pass(vm, this, "__reversed__", args)),
            ]
        },
        ..TypeSpec::new("mappingproxy")
    }
}

fn mapping(vm: &Vm, this: Id) -> Id {
    vm.native::<MappingProxy>(this).and_then(|p| p.mapping).unwrap_or(Singletons::NONE)
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    let &[mapping] = args.pos else {
        let given = args.pos.len();
        return Err(vm.type_error(format!("mappingproxy() missing required argument 'mapping' (pos {given})")));
    };
    let sequence = vm.list_items(mapping).is_some() || vm.tuple_items(mapping).is_some();
    if vm.class(vm.class_of(mapping)).slots.getitem.is_none() || sequence {
        return Err(vm.type_error_for(mapping, "mappingproxy() argument must be a mapping, not {}"));
    }
    Ok(vm.new_mapping_proxy(mapping))
}

fn pass(vm: &mut Vm, this: Id, name: &str, args: &Args) -> R<Id> {
    let mapping = mapping(vm, this);
    let name = vm.intern(name);
    if args.kw.is_empty() {
        return vm.vectorcall_method(mapping, name, args.pos);
    }
    let method = vm.getattr(mapping, name)?;
    let result = vm.call_kw(method, args.pos, args.kw);
    vm.decref(method);
    result
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let mapping = mapping(vm, this);
    let text = vm.repr_text(mapping)?;
    Ok(vm.new_str(format!("mappingproxy({text})")))
}

fn or(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
    let unwrap = |vm: &Vm, id: Id| if vm.class_of(id) == TypeTable::MAPPING_PROXY { mapping(vm, id) } else { id };
    let (left, right) = (unwrap(vm, left), unwrap(vm, right));
    vm.binary_op(crate::bytecode::BinaryOperator::Or, left, right)
}

impl Vm {
    /// A read-only view of a mapping, which is borrowed.
    pub(crate) fn new_mapping_proxy(&mut self, mapping: Id) -> Id {
        self.heap.incref(mapping);
        self.new_native(TypeTable::MAPPING_PROXY, MappingProxy { mapping: Some(mapping) })
    }
}
