//! Values that are computed when first asked for: bounds, defaults, the value of an alias.

use ouro_heap::Id;

use crate::object::{Slot, take_slot};
use crate::vm::{R, Vm};

/// A value, or the function that gives it.
#[derive(Clone, Copy, Default)]
pub(super) struct Lazy {
    /// The value, once it is known.
    pub value: Slot,
    /// A function without parameters.
    pub compute: Slot,
}

impl Lazy {
    /// A value that is known: takes the reference.
    pub fn known(value: Slot) -> Lazy {
        Lazy { value, compute: None }
    }

    /// A value to compute: takes the reference.
    pub fn computed_by(function: Id) -> Lazy {
        Lazy { value: None, compute: Some(function) }
    }

    pub fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.value.iter().chain(&self.compute).for_each(|&id| visit(id));
    }

    pub fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.value, released);
        take_slot(&mut self.compute, released);
    }

    /// The value, a new reference; `store` remembers one that was computed, and takes a reference of its own.
    pub fn get(self, vm: &mut Vm, store: impl FnOnce(&mut Vm, Id) -> Slot) -> R<Slot> {
        if let Some(value) = self.value {
            return Ok(Some(vm.incref(value)));
        }
        let Some(compute) = self.compute else { return Ok(None) };
        vm.incref(compute);
        vm.keep(compute);
        let value = vm.call(compute, &[])?;
        vm.incref(value);
        let old = store(vm, value);
        vm.decref_slot(old);
        Ok(Some(value))
    }
}
