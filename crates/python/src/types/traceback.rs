//! Traceback objects (traceback.c).

use ouro_heap::Id;

use crate::data::Traceback;
use crate::native::{Args, GetSet, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `traceback`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { new: Some(new), ..crate::native::NO_SLOTS },
        getset: const {
            &[
                GetSet::new("tb_next", get_next, set_next),
                GetSet::get("tb_frame", get_frame),
                GetSet::get("tb_lasti", get_lasti),
                GetSet::get("tb_lineno", get_lineno),
            ]
        },
        ..TypeSpec::new("traceback")
    }
}

impl NativeData for Traceback {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.next.iter().chain(&self.frame).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.next, released);
        take_slot(&mut self.frame, released);
    }

    fn size(&self) -> usize {
        56
    }

    crate::native_data_boilerplate!();
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    let &[next, frame, lasti, line] = args.pos else {
        let given = args.pos.len();
        return Err(vm.type_error(format!("traceback() takes exactly 4 arguments ({given} given)")));
    };
    if next != Singletons::NONE && vm.native::<Traceback>(next).is_none() {
        return Err(vm.type_error_for(next, "expected traceback object or None, got '{}'"));
    }
    if vm.class_of(frame) != TypeTable::FRAME {
        return Err(vm.type_error_for(frame, "traceback() argument 'tb_frame' must be frame, not {}"));
    }
    let instr = vm.index(lasti)?.clamp(0, i64::from(u32::MAX)) as u32 / 2;
    let line = vm.index(line)?.clamp(0, i64::from(u32::MAX)) as u32;
    let next = (next != Singletons::NONE).then(|| vm.incref(next));
    vm.incref(frame);
    Ok(vm.new_native(TypeTable::TRACEBACK, Traceback { next, frame: Some(frame), instr, line }))
}

fn get_next(vm: &mut Vm, this: Id) -> R<Id> {
    let next = vm.native::<Traceback>(this).and_then(|t| t.next).unwrap_or(Singletons::NONE);
    Ok(vm.incref(next))
}

fn set_next(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("can't delete tb_next attribute")) };
    let next = if value == Singletons::NONE {
        None
    } else if vm.native::<Traceback>(value).is_some() {
        Some(value)
    } else {
        return Err(vm.type_error_for(value, "expected traceback object, got '{}'"));
    };
    let mut cursor = next;
    while let Some(id) = cursor {
        if id == this {
            return Err(vm.value_error("traceback loop detected"));
        }
        cursor = vm.native::<Traceback>(id).and_then(|t| t.next);
    }
    if let Some(id) = next {
        vm.incref(id);
    }
    let old = vm.native_mut::<Traceback>(this).and_then(|t| std::mem::replace(&mut t.next, next));
    vm.decref_slot(old);
    Ok(())
}

fn get_frame(vm: &mut Vm, this: Id) -> R<Id> {
    let frame = vm.native::<Traceback>(this).and_then(|t| t.frame).unwrap_or(Singletons::NONE);
    Ok(vm.incref(frame))
}

/// Offset in bytes as CPython counts it: two for each instruction.
fn get_lasti(vm: &mut Vm, this: Id) -> R<Id> {
    let instr = vm.native::<Traceback>(this).map_or(0, |t| t.instr);
    Ok(vm.new_int(i64::from(instr) * 2))
}

fn get_lineno(vm: &mut Vm, this: Id) -> R<Id> {
    let line = vm.native::<Traceback>(this).map_or(0, |t| t.line);
    Ok(vm.new_int(i64::from(line)))
}

impl Vm {
    /// A traceback object for a running frame that stands at an instruction; takes the reference to `next`
    /// (traceback.c, _PyTraceBack_FromFrame).
    pub(crate) fn new_traceback(&mut self, frame: usize, instr: u32, next: Slot) -> Slot {
        let Some(object) = self.frame_object(frame) else { return next };
        self.incref(object);
        let line = self.frames.get(frame).map_or(0, |f| {
            let line = f.code.code.locations.get(instr as usize).map_or(0, |l| l.line);
            if line == 0 { f.line } else { line }
        });
        Some(self.new_native(TypeTable::TRACEBACK, Traceback { next, frame: Some(object), instr, line }))
    }

    /// Puts a frame in front of the traceback of the exception in flight: called for each frame it passes
    /// (traceback.c, PyTraceBack_Here).
    pub(crate) fn add_traceback(&mut self, frame: usize, instr: u32) {
        let Some(exception) = self.raised else { return };
        let next = self.exception_mut(exception).and_then(|e| e.traceback.take());
        let traceback = self.new_traceback(frame, instr, next);
        self.replace_traceback(exception, traceback);
    }
}
