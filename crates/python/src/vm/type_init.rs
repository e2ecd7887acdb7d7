//! Filling the builtin types when a machine starts (CPython 3.13 typeobject.c, type_ready).

use std::rc::Rc;

use ouro_heap::Id;

use super::{Names, Singletons, Vm};
use crate::native::{Layout, Native, NativeKind, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;

/// `__new__` of builtin types: the type is its receiver (typeobject.c, tp_new_wrapper).
static NEW: Native = Native::any("__new__", crate::types::type_::new_wrapper).fastcall_since((3, 15));

impl Vm {
    /// Fills the class that stands at `class` with what a builtin type's file declares.
    pub(crate) fn init_type(&mut self, class: Id, spec: &TypeSpec, base: Id) {
        let is_object = class == TypeTable::OBJECT;
        let bases = if is_object { Vec::new() } else { vec![base] };
        let mut order = vec![class];
        if !is_object {
            order.extend(self.mro(base));
        }
        let direct_bases: Box<[Id]> = bases.as_slice().into();
        let bases = self.new_tuple(bases);
        let mro = self.new_tuple(order);
        let dict = self.new_dict();
        let qualname = self.intern(spec.name);
        let parent = if is_object { None } else { Some((self.class(base).flags, self.class(base).native_base)) };
        if let Some(c) = self.class_mut(class) {
            c.name = Rc::from(spec.name);
            c.qualname = qualname;
            c.module = spec.module;
            c.base = (!is_object).then_some(base);
            c.bases = Some(bases);
            c.mro = Some(mro);
            c.dict = Some(dict);
            c.direct_bases = direct_bases;
            c.layout = spec.layout;
            // A class of objects without a part of their own makes plain instances, as `object` does.
            c.native_base = if spec.layout == Layout::Object { TypeTable::OBJECT } else { class };
            c.slots = spec.slots;
            c.slot_names = spec.members.iter().map(|&name| Rc::from(name)).collect();
            c.flags.heap_type = false;
            c.flags.mutable = false;
            c.flags.subclassable = spec.subclassable;
            c.flags.has_dict = spec.has_dict || parent.is_some_and(|(f, _)| f.has_dict);
            c.flags.weakrefable = spec.weakrefable || parent.is_some_and(|(f, _)| f.weakrefable);
            c.flags.sequence = parent.is_some_and(|(f, _)| f.sequence)
                || [TypeTable::LIST, TypeTable::TUPLE, TypeTable::RANGE, TypeTable::MEMORYVIEW, TypeTable::DEQUE]
                    .contains(&class);
            c.flags.mapping =
                parent.is_some_and(|(f, _)| f.mapping) || [TypeTable::DICT, TypeTable::MAPPING_PROXY].contains(&class);
        }
        // Types that have subclasses already, or those that CPython's own start-up subclasses: their tables hold tracked
        // weak references by the time a program starts.
        let started = [
            TypeTable::CLASSMETHOD,
            TypeTable::STATICMETHOD,
            TypeTable::PROPERTY,
            TypeTable::DICT,
            TypeTable::LIST,
            TypeTable::TUPLE,
            TypeTable::TYPE,
        ];
        let is_started = started.contains(&class) || self.version.subclassed_at_start.contains(&class);
        for with_table in [(!is_object).then_some(base), is_started.then_some(class)] {
            if let Some(table) = with_table.and_then(|c| self.subclass_table(c)) {
                self.heap.track(table);
            }
        }
        self.add_slot_wrappers(class);
        if !is_object {
            self.inherit_slots(class, base);
        }
        // Where it is that of `object`, it is inherited.
        let plain = crate::types::object::new as crate::native::NativeFn;
        if spec.slots.new.is_some_and(|new| is_object || !std::ptr::fn_addr_eq(new, plain)) {
            let new = self.alloc(TypeTable::BUILTIN, Data::Builtin(&NEW, Some(class)));
            self.dict_set_name(dict, Names::NEW, new);
        }
        for native in spec.methods.iter().chain(crate::types::reduce::methods(class)) {
            let method = self.new_type_method(class, native);
            self.dict_set_text(dict, native.name, method);
        }
        for getset in spec.getset {
            let descriptor = self.new_getset_descriptor(class, getset);
            self.dict_set_text(dict, getset.name, descriptor);
        }
        if spec.heap_type {
            let module = self.intern(spec.module);
            // A getset of this name serves the instances.
            if self.dict_get_name(dict, Names::MODULE).is_none() {
                self.dict_set_name(dict, Names::MODULE, module);
            }
        }
        if self.dict_get_name(dict, Names::DOC).is_none() {
            self.dict_set_name(dict, Names::DOC, Singletons::NONE);
        }
        let compares = spec.slots.richcompare.is_some() && spec.slots.hash.is_none();
        let unhashable = compares
            || spec.slots.hash.is_some_and(|hash| {
                std::ptr::fn_addr_eq(hash, super::protocol::hash_not_implemented as fn(&mut Vm, Id) -> super::R<i64>)
            });
        if unhashable {
            self.dict_set_name(dict, Names::HASH, Singletons::NONE);
            if let Some(c) = self.class_mut(class) {
                c.slots.hash = Some(super::protocol::hash_not_implemented);
            }
        }
    }

    /// What stands in a builtin type's dict for a native method.
    fn new_type_method(&mut self, class: Id, native: &'static Native) -> Id {
        match native.kind {
            NativeKind::Method => self.alloc(TypeTable::METHOD_DESCRIPTOR, Data::MethodDescriptor(native, class)),
            NativeKind::ClassMethod => {
                self.alloc(TypeTable::CLASSMETHOD_DESCRIPTOR, Data::MethodDescriptor(native, class))
            }
            NativeKind::StaticMethod => {
                let function = self.alloc(TypeTable::BUILTIN, Data::Builtin(native, Some(class)));
                let method = self.new_method_wrapper_of(TypeTable::STATICMETHOD, function);
                self.decref(function);
                method
            }
        }
    }
}
