//! Instances and classes: making the one, and asking which of the other they belong to.

use ouro_heap::{Id, SizeClass, WeakKind};

use super::{Names, R, Singletons, Vm};
use crate::data::Weakref;
use crate::object::{Data, Derived, Slot};
use crate::types::TypeTable;
use crate::version::InlineValues;

/// Where the addresses that `id()` shows start. A real process's heap lies about there.
const FIRST_ADDRESS: u64 = 0x7f00_0000_0000;
/// How far apart the addresses of blocks are, in bytes, whatever their size.
const BLOCK_DISTANCE: u64 = 64;

impl Vm {
    /// What `id()` shows: the same as long as the object lives. Before it, in its block, is what the collector needs and
    /// where its `__dict__` and weak references are found.
    pub fn address(&self, object: Id) -> u64 {
        FIRST_ADDRESS + BLOCK_DISTANCE * object.index() as u64 + self.head_size(object) as u64
    }

    /// The object that a number from `id()` stands for, if it lives.
    pub fn object_at(&self, address: u64) -> Option<Id> {
        let offset = address.checked_sub(FIRST_ADDRESS)?;
        let index = u32::try_from(offset / BLOCK_DISTANCE).ok().filter(|&i| i != 0)?;
        let id = Id::from_index(index);
        (self.heap.is_live(id) && self.address(id) == address).then_some(id)
    }

    /// An object of a class whose builtin part is `data`, with room for the attributes and slots that the class adds.
    pub fn alloc_instance(&mut self, class: Id, data: Data) -> Id {
        if TypeTable::is_static(class) {
            return self.alloc(class, data);
        }
        let inline_values = self.keeps_inline_values(class);
        // As large as it is before the instance counts (typeobject.c, _PyType_AllocNoTrack).
        let values_size = match inline_values && self.version.inline_values != InlineValues::OfPlainBases {
            true => self.class(class).keys.values_size(),
            false => 0,
        };
        let (slots, names) = match self.class_mut(class) {
            Some(c) => {
                if inline_values {
                    c.keys.add_instance();
                }
                (c.slot_names.len(), if c.flags.has_dict { c.keys.names.len() } else { 0 })
            }
            None => (0, 0),
        };
        let room = |len: usize| -> Box<[Slot]> { vec![None; len].into_boxed_slice() };
        let data = match data {
            Data::Bare => Data::Instance(room(1 + slots + names)),
            Data::Exception(mut exception) => {
                if slots > 0 {
                    exception.values = room(1 + slots);
                }
                Data::Exception(exception)
            }
            Data::Weakref(mut weakref) => {
                weakref.values = room(1 + slots + names);
                Data::Weakref(weakref)
            }
            Data::Module(module) => Data::Module(module),
            base => Data::Derived(Box::new(Derived { base, values: room(1 + slots + names) })),
        };
        let size = SizeClass::of(self.block_size(class, &data) + values_size);
        self.alloc_sized(class, data, size)
    }

    /// As [`Vm::alloc_instance`], for a builtin type whose own instances have a `__dict__`.
    pub(crate) fn alloc_with_dict(&mut self, class: Id, base: Data) -> Id {
        if TypeTable::is_static(class) {
            return self.alloc(class, Data::Derived(Box::new(Derived { base, values: Box::new([None]) })));
        }
        self.alloc_instance(class, base)
    }

    /// Whether a class is another or derives from it, by its mro alone (PyType_IsSubtype).
    #[inline]
    pub fn is_subclass(&self, class: Id, of: Id) -> bool {
        if class == of || of == TypeTable::OBJECT {
            return true;
        }
        match self.class(class).mro.and_then(|m| self.tuple_items(m)) {
            Some(order) => order.contains(&of),
            // A class whose mro is not there yet, or no longer: along its bases.
            None => {
                let mut at = self.class(class).base;
                while let Some(base) = at {
                    if base == of {
                        return true;
                    }
                    at = self.class(base).base;
                }
                false
            }
        }
    }

    /// Whether an object's real class derives from another.
    #[inline]
    pub fn is_instance(&self, object: Id, class: Id) -> bool {
        self.is_subclass(self.class_of(object), class)
    }

    /// `isinstance(object, class)` (abstract.c, object_recursive_isinstance).
    pub fn object_is_instance(&mut self, object: Id, class: Id) -> R<bool> {
        if self.class_of(object) == class {
            return Ok(true);
        }
        if self.class_of(class) == TypeTable::TYPE {
            return self.instance_by_class_attribute(object, class);
        }
        if let Some(classes) = crate::types::union_type::alternatives(self, class) {
            self.enter_native(" in __instancecheck__")?;
            let found = self.any_of(&classes, |vm, class| vm.object_is_instance(object, class));
            self.leave_native();
            return found;
        }
        if let Some(result) = self.call_special(class, Names::INSTANCECHECK, &[object])? {
            let truth = self.is_true(result);
            self.decref(result);
            return truth;
        }
        self.instance_by_class_attribute(object, class)
    }

    fn any_of(&mut self, classes: &[Id], mut test: impl FnMut(&mut Vm, Id) -> R<bool>) -> R<bool> {
        for &class in classes {
            if test(self, class)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The real class, or what `__class__` claims (object_isinstance).
    pub(crate) fn instance_by_class_attribute(&mut self, object: Id, class: Id) -> R<bool> {
        if !self.is_class(class) {
            if self.class_of(class) == TypeTable::GENERIC_ALIAS {
                return Err(self.type_error("isinstance() argument 2 cannot be a parameterized generic"));
            }
            return Err(self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"));
        }
        if self.is_instance(object, class) {
            return Ok(true);
        }
        let own = self.class_of(object);
        // Only a class of one's own can claim another `__class__`.
        if TypeTable::is_static(own) && own != TypeTable::WEAK_PROXY && own != TypeTable::WEAK_CALLABLE_PROXY {
            return Ok(false);
        }
        let Some(claimed) = self.getattr_opt(object, Names::CLASS)? else { return Ok(false) };
        let found = claimed != own && self.is_class(claimed) && self.is_subclass(claimed, class);
        self.decref(claimed);
        Ok(found)
    }

    /// `issubclass(class, of)` (abstract.c, object_issubclass).
    pub fn object_is_subclass(&mut self, class: Id, of: Id) -> R<bool> {
        if self.class_of(of) == TypeTable::TYPE {
            return self.subclass_by_bases(class, of);
        }
        if let Some(classes) = self.tuple_items(of).map(<[Id]>::to_vec) {
            self.enter_native(" in __subclasscheck__")?;
            let found = self.any_of(&classes, |vm, of| vm.object_is_subclass(class, of));
            self.leave_native();
            return found;
        }
        if let Some(result) = self.call_special(of, Names::SUBCLASSCHECK, &[class])? {
            let truth = self.is_true(result);
            self.decref(result);
            return truth;
        }
        self.subclass_by_bases(class, of)
    }

    /// recursive_issubclass, for classes.
    pub(crate) fn subclass_by_bases(&mut self, class: Id, of: Id) -> R<bool> {
        if !self.is_class(class) {
            return Err(self.type_error("issubclass() arg 1 must be a class"));
        }
        if !self.is_class(of) {
            if self.class_of(of) == TypeTable::GENERIC_ALIAS {
                return Err(self.type_error("issubclass() argument 2 cannot be a parameterized generic"));
            }
            return Err(self.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
        }
        Ok(self.is_subclass(class, of))
    }

    /// The weak reference without a callback that all share: a new reference (PyWeakref_NewRef).
    pub(crate) fn plain_weakref(&mut self, target: Id) -> Id {
        if let Some(shared) = self.heap.shared_weakref(target, WeakKind::Ref) {
            return self.incref(shared);
        }
        let weakref = self.alloc(TypeTable::WEAKREF, Data::Weakref(Box::<Weakref>::default()));
        self.heap.link_weakref(weakref, target, WeakKind::Ref, None, true);
        weakref
    }

    /// TypeError where the name of an attribute is no str.
    pub(crate) fn check_attribute_name(&mut self, name: Id) -> R<()> {
        if self.str_data(name).is_some() {
            return Ok(());
        }
        Err(self.type_error_for(name, "attribute name must be string, not '{}'"))
    }

    /// A call of a class: its metaclass's `__call__` (typeobject.c, type_call).
    pub(crate) fn call_class(&mut self, class: Id, args: &crate::native::Args) -> R<Id> {
        if class == TypeTable::TYPE {
            match (args.pos, args.kw) {
                (&[object], []) => {
                    let class = self.class_of(object);
                    return Ok(self.incref(class));
                }
                (pos, _) => {
                    self.hold_arguments(args);
                    if pos.len() != 3 {
                        return Err(self.type_error("type() takes 1 or 3 arguments"));
                    }
                }
            }
        }
        let Some(new) = self.class(class).slots.new else {
            let module = self.class(class).module;
            let name = self.class(class).name.clone();
            let full = if module == "builtins" { name.to_string() } else { format!("{module}.{name}") };
            return Err(self.type_error(format!("cannot create '{full}' instances")));
        };
        let object = new(self, class, args)?;
        let own = self.class_of(object);
        if !self.is_subclass(own, class) {
            return Ok(object);
        }
        // An exception's `args` are the tuple that the call holds (exceptions.c, BaseException_new): seen by `__init__`.
        if !TypeTable::is_static(own)
            && self.class_init(own).is_some_and(|init| matches!(self.heap.get(init), Data::Function(_)))
            && let Some(held) = self.exception(object).and_then(|exception| exception.args)
        {
            self.heap.incref(held);
            self.keep(held);
        }
        if let Some(init) = self.class(own).slots.init
            && let Err(raised) = init(self, object, args)
        {
            self.decref(object);
            return Err(raised);
        }
        Ok(object)
    }

    /// Whether calling a class does nothing but make an instance and run `__init__`.
    #[inline]
    pub(crate) fn is_plain_class(&self, class: Id) -> bool {
        let c = self.class(class);
        !c.flags.is_abstract
            && self.class_of(class) == TypeTable::TYPE
            && c.slots
                .new
                .is_some_and(|f| std::ptr::fn_addr_eq(f, crate::types::object::new as crate::native::NativeFn))
    }

    /// `None` for a missing object.
    pub(crate) fn or_none(&mut self, slot: Slot) -> Id {
        match slot {
            Some(id) => self.incref(id),
            None => Singletons::NONE,
        }
    }
}

impl Vm {
    /// Where the slot with this number is among an object's values: the slots of a class come before those of its bases.
    fn slot_place(&self, object: Id, number: usize) -> Option<usize> {
        self.class(self.class_of(object)).slot_names.len().checked_sub(number)
    }

    /// One of an object's `__slots__`, by the number that its descriptor has.
    pub(crate) fn slot(&self, object: Id, number: usize) -> Option<&Slot> {
        let place = self.slot_place(object, number)?;
        match self.heap.get(object) {
            Data::Exception(exception) => exception.values.get(place),
            _ => self.instance_values(object)?.get(place),
        }
    }

    /// As [`Vm::slot`], to change it.
    pub(crate) fn slot_mut(&mut self, object: Id, number: usize) -> Option<&mut Slot> {
        let place = self.slot_place(object, number)?;
        if let Data::Exception(_) = self.heap.get(object) {
            return match self.heap.get_mut(object) {
                Data::Exception(exception) => exception.values.get_mut(place),
                _ => None,
            };
        }
        self.instance_values_mut(object)?.get_mut(place)
    }
}
