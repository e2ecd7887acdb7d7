//! Slots and dunder methods: one table says which methods stand for which slot. It serves the slot functions of classes
//! written in Python (`dunder`), the slot wrappers in the dicts of builtin types (`wrappers`), inheritance, and the
//! update of slots when a class attribute changes (CPython 3.13 typeobject.c, slotdefs).

mod dunder;
mod numbers;
mod wrappers;

use ouro_heap::Id;

use super::{Names, R, Vm};
use crate::native::{Args, TypeSlots};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::slot_wrapper::SlotWrapper;

/// One slot, and the dunder methods that make up what it does.
pub(crate) struct SlotField {
    /// The methods' names: strs.
    pub names: &'static [Id],
    /// Whether a type has it.
    pub is_set: fn(&TypeSlots) -> bool,
    /// Takes it from another type.
    pub copy: fn(&TypeSlots, &mut TypeSlots),
    /// Puts the function there that calls the dunder methods.
    pub install: fn(&mut TypeSlots),
}

/// A dunder method that calls a slot.
pub(crate) struct WrapperDef {
    /// Its name: a str.
    pub name: Id,
    /// Whether a type has the slot.
    pub is_set: fn(&TypeSlots) -> bool,
    /// Calls the slot of the class with a receiver and arguments.
    pub call: fn(&mut Vm, Id, Id, &Args) -> R<Id>,
}

macro_rules! slot_table {
    ($($field:ident $generic:path { $($name:ident $wrap:ident,)* })+) => {
        /// All slots.
        pub(crate) static FIELDS: &[SlotField] = &[$(SlotField {
            names: &[$(Names::$name),*],
            is_set: |slots| slots.$field.is_some(),
            copy: |from, to| to.$field = from.$field,
            install: |slots| slots.$field = Some($generic),
        }),+];

        /// All wrappers, slot by slot.
        pub(crate) static WRAPPERS: &[WrapperDef] = &[$($(WrapperDef {
            name: Names::$name,
            is_set: |slots| slots.$field.is_some(),
            call: |vm, class, this, args| match vm.class(class).slots.$field {
                Some(slot) => wrappers::$wrap(vm, slot, this, args),
                None => Err(vm.attribute_error(class, Names::$name)),
            },
        },)*)+];
    };
}

slot_table! {
    getattr dunder::getattr_hook { GETATTRIBUTE getattribute, GETATTR binary, }
    setattr dunder::setattr { SETATTR setattr, DELATTR delattr, }
    repr dunder::repr { REPR unary, }
    hash dunder::hash { HASH hash, }
    call dunder::call { CALL call, }
    str dunder::str { STR unary, }
    richcompare dunder::richcompare { LT less, LE less_equal, EQ equal, NE not_equal, GT greater, GE greater_equal, }
    iter dunder::iter { ITER unary, }
    next dunder::next { NEXT next, }
    descr_get dunder::descr_get { GET descr_get, }
    descr_set dunder::descr_set { SET descr_set, DELETE descr_delete, }
    init dunder::init { INIT init, }
    new dunder::new { NEW new, }
    finalize dunder::finalize { DEL finalize, }
    await_ dunder::await_ { AWAIT unary, }
    aiter dunder::aiter { AITER unary, }
    anext dunder::anext { ANEXT unary, }
    add numbers::add { ADD binary, RADD reflected, }
    subtract numbers::subtract { SUB binary, RSUB reflected, }
    multiply numbers::multiply { MUL binary, RMUL reflected, }
    remainder numbers::remainder { MOD binary, RMOD reflected, }
    divmod numbers::divmod { DIVMOD binary, RDIVMOD reflected, }
    power numbers::power { POW power, RPOW reflected_power, }
    negative dunder::negative { NEG unary, }
    positive dunder::positive { POS unary, }
    absolute dunder::absolute { ABS unary, }
    bool dunder::bool { BOOL bool, }
    invert dunder::invert { INVERT unary, }
    left_shift numbers::left_shift { LSHIFT binary, RLSHIFT reflected, }
    right_shift numbers::right_shift { RSHIFT binary, RRSHIFT reflected, }
    and numbers::and { AND binary, RAND reflected, }
    xor numbers::xor { XOR binary, RXOR reflected, }
    or numbers::or { OR binary, ROR reflected, }
    int dunder::int { INT unary, }
    float dunder::float { FLOAT unary, }
    inplace_add numbers::inplace_add { IADD binary, }
    inplace_subtract numbers::inplace_subtract { ISUB binary, }
    inplace_multiply numbers::inplace_multiply { IMUL binary, }
    inplace_remainder numbers::inplace_remainder { IMOD binary, }
    inplace_power numbers::inplace_power { IPOW binary, }
    inplace_left_shift numbers::inplace_left_shift { ILSHIFT binary, }
    inplace_right_shift numbers::inplace_right_shift { IRSHIFT binary, }
    inplace_and numbers::inplace_and { IAND binary, }
    inplace_xor numbers::inplace_xor { IXOR binary, }
    inplace_or numbers::inplace_or { IOR binary, }
    floor_divide numbers::floor_divide { FLOORDIV binary, RFLOORDIV reflected, }
    true_divide numbers::true_divide { TRUEDIV binary, RTRUEDIV reflected, }
    inplace_floor_divide numbers::inplace_floor_divide { IFLOORDIV binary, }
    inplace_true_divide numbers::inplace_true_divide { ITRUEDIV binary, }
    index dunder::index { INDEX unary, }
    matrix_multiply numbers::matrix_multiply { MATMUL binary, RMATMUL reflected, }
    inplace_matrix_multiply numbers::inplace_matrix_multiply { IMATMUL binary, }
    len dunder::len { LEN len, }
    getitem dunder::getitem { GETITEM binary, }
    setitem dunder::setitem { SETITEM setitem, DELITEM delitem, }
    contains dunder::contains { CONTAINS contains, }
}

/// What a class's attribute says about a slot.
enum Source {
    /// The slot of this builtin type, whose wrapper the attribute is.
    Builtin(Id),
    /// The attribute has to be called.
    Dunder,
}

impl Vm {
    /// Fills the slots of a class written in Python from the attributes that it and its bases have
    /// (typeobject.c, fixup_slot_dispatchers).
    pub(crate) fn fix_slots(&mut self, class: Id) {
        for field in FIELDS {
            self.update_slot_field(class, field);
        }
    }

    /// After an attribute was set on a class or deleted: its slots and those of its subclasses
    /// (typeobject.c, update_slot).
    pub(crate) fn update_slot(&mut self, class: Id, name: Id) {
        for field in FIELDS.iter().filter(|f| f.names.contains(&name)) {
            self.update_slot_down(class, field, name);
        }
    }

    fn update_slot_down(&mut self, class: Id, field: &SlotField, name: Id) {
        self.update_slot_field(class, field);
        for subclass in self.subclasses(class) {
            if self.class_own(subclass, name).is_none() {
                self.update_slot_down(subclass, field, name);
            }
        }
    }

    /// typeobject.c, update_one_slot
    fn update_slot_field(&mut self, class: Id, field: &SlotField) {
        let mut specific = None;
        let mut generic = false;
        for &name in field.names {
            let Some(attribute) = self.type_lookup(class, name) else { continue };
            match self.slot_source(class, name, attribute) {
                Source::Builtin(owner) if specific.is_none_or(|s| s == owner) => specific = Some(owner),
                _ => generic = true,
            }
        }
        let from = match (generic, specific) {
            (false, Some(owner)) => Some(self.class(owner).slots),
            (false, None) => self.class(class).base.map(|base| self.class(base).slots),
            (true, _) => None,
        };
        if let Some(c) = self.class_mut(class) {
            match from {
                Some(slots) => (field.copy)(&slots, &mut c.slots),
                None => (field.install)(&mut c.slots),
            }
        }
    }

    fn slot_source(&self, class: Id, name: Id, attribute: Id) -> Source {
        if let Some(wrapper) = self.native::<SlotWrapper>(attribute) {
            if wrapper.name() == name && self.is_subclass(class, wrapper.class) {
                return Source::Builtin(wrapper.class);
            }
            return Source::Dunder;
        }
        if name == Names::NEW
            && let Data::Builtin(native, Some(_)) = self.data(attribute)
            && native.name == "__new__"
            && let Some(base) = self.class(class).base
        {
            return Source::Builtin(base);
        }
        if name == Names::HASH && attribute == super::Singletons::NONE {
            return Source::Dunder;
        }
        Source::Dunder
    }

    /// Puts the slots that a builtin type has itself into its dict, as methods (typeobject.c, add_operators).
    pub(crate) fn add_slot_wrappers(&mut self, class: Id) {
        let (slots, dict) = (self.class(class).slots, self.class(class).dict);
        let Some(dict) = dict else { return };
        for (index, def) in WRAPPERS.iter().enumerate() {
            // Sequences concatenate by sq_concat, which has no reflected method; __getattr__, __del__ and __new__ are no wrappers.
            let without = [Names::GETATTR, Names::DEL, Names::NEW].contains(&def.name)
                || (def.name == Names::RADD && slots.len.is_some());
            if without || !(def.is_set)(&slots) || self.dict_get_name(dict, def.name).is_some() {
                continue;
            }
            let wrapper = self.new_native(TypeTable::SLOT_WRAPPER, SlotWrapper { class, index: index as u16 });
            self.dict_set_name(dict, def.name, wrapper);
        }
    }

    /// Fills what a builtin type does not define from its base (typeobject.c, inherit_slots).
    pub(crate) fn inherit_slots(&mut self, class: Id, base: Id) {
        let from = self.class(base).slots;
        let Some(c) = self.class_mut(class) else { return };
        let own = c.slots;
        for field in FIELDS {
            let name = field.names.first().copied();
            // A type that compares on its own does not hash as its base does; one that says nothing of `__new__` above
            // `object` cannot be called.
            let separate = (name == Some(Names::HASH) && own.richcompare.is_some())
                || (name == Some(Names::LT) && own.hash.is_some())
                || (name == Some(Names::NEW) && base == TypeTable::OBJECT);
            if !separate && !(field.is_set)(&own) {
                (field.copy)(&from, &mut c.slots);
            }
        }
    }
}
