//! Frames as objects: made when somebody asks or a traceback needs one (frameobject.c, frame.c).

use std::rc::Rc;

use ouro_heap::Id;

use crate::bytecode::LocalKind;
use crate::data::{CodeObject, FrameObject, GeneratorState};
use crate::native::{Args, GetSet, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Frame, Merge, R, Singletons, Vm};

/// The declaration of `frame`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { repr: Some(repr), ..crate::native::NO_SLOTS },
        methods: const { &[Native::new("clear", 0, 0, clear)] },
        getset: const {
            &[
                GetSet::get("f_back", get_back),
                GetSet::get("f_code", get_code),
                GetSet::get("f_globals", get_globals),
                GetSet::get("f_builtins", get_builtins),
                GetSet::get("f_locals", get_locals),
                GetSet::get("f_lineno", get_lineno),
                GetSet::get("f_lasti", get_lasti),
            ]
        },
        ..TypeSpec::new("frame")
    }
}

/// Where the variables of a frame object are.
enum Place {
    /// On the machine's stack: index of the running frame.
    Running(usize),
    /// In a generator that is suspended or not started.
    Suspended(Id),
    /// In the frame object itself.
    Own,
}

impl Vm {
    fn frame_data(&self, id: Id) -> Option<&FrameObject> {
        match self.heap.get(id) {
            Data::Frame(frame) => Some(frame),
            _ => None,
        }
    }

    fn place(&self, id: Id) -> Place {
        let Some(data) = self.frame_data(id) else { return Place::Own };
        if let Some(number) = data.running
            && let Some(index) = self.frames.iter().rposition(|f| f.number == number || f.object == Some(id))
        {
            return Place::Running(index);
        }
        match data.generator {
            Some(generator) => Place::Suspended(generator),
            None => Place::Own,
        }
    }

    /// The frame object of a generator that does not run, made if there is none yet: borrowed, the generator owns it.
    pub(crate) fn generator_frame_object(&mut self, id: Id) -> Slot {
        let Data::Generator(generator) = self.data(id) else { return None };
        if generator.frame_object.is_some() || generator.state == GeneratorState::Finished {
            return generator.frame_object;
        }
        let code = Rc::clone(&generator.code);
        let data = FrameObject {
            running: None,
            generator: Some(id),
            code,
            function: None,
            code_object: None,
            namespace: None,
            extra: None,
            locals: Vec::new(),
            back: None,
            instr: 0,
            line: 0,
        };
        let object = self.alloc_untracked(TypeTable::FRAME, Data::Frame(Box::new(data)));
        if let Data::Generator(generator) = self.data_mut(id) {
            generator.frame_object = Some(object);
        }
        Some(object)
    }

    /// The instruction at which a running frame stands.
    pub(crate) fn frame_instr(&self, index: usize) -> u32 {
        match self.frames.get(index) {
            Some(_) if index + 1 == self.frames.len() => self.pc,
            Some(frame) => frame.pc,
            None => 0,
        }
    }

    /// Moves what a generator that ends without running held into its frame object, if somebody still refers to that.
    pub(crate) fn hand_over_generator_frame(&mut self, id: Id) {
        let Data::Generator(generator) = self.data(id) else { return };
        let Some(object) = generator.frame_object else { return };
        if self.heap.refcount(object) <= 1 {
            return;
        }
        let Data::Generator(generator) = self.data_mut(id) else { return };
        let (pc, line) = (generator.pc, generator.line);
        let stack = std::mem::take(&mut generator.stack);
        let (function, namespace) = (generator.function.take(), generator.namespace.take());
        let code_object = generator.code_object;
        generator.frame_object = None;
        self.heap.incref(code_object);
        if let Data::Frame(data) = self.heap.get_mut(object) {
            data.running = None;
            data.generator = None;
            data.code_object = Some(code_object);
            data.locals = stack;
            data.function = function;
            data.namespace = namespace;
            data.instr = pc;
            data.line = line;
        }
        if !self.heap.is_tracked(object) {
            self.heap.track(object);
        }
        self.decref(object);
    }

    /// Instruction and line at which a frame object stands.
    pub(crate) fn frame_position(&self, id: Id) -> (u32, u32) {
        let Some(data) = self.frame_data(id) else { return (0, 0) };
        let (instr, line) = match self.place(id) {
            Place::Running(index) => (self.frame_instr(index), self.frames.get(index).map_or(0, |f| f.line)),
            Place::Suspended(generator) => match self.data(generator) {
                Data::Generator(g) => (g.pc, g.line),
                _ => (0, 0),
            },
            Place::Own => (data.instr, data.line),
        };
        let exact = data.code.code.locations.get(instr as usize).map_or(0, |l| l.line);
        (instr, if exact == 0 { line } else { exact })
    }

    /// The code that a frame object runs.
    pub(crate) fn frame_code(&self, id: Id) -> Option<Rc<CodeObject>> {
        self.frame_data(id).map(|data| Rc::clone(&data.code))
    }

    /// Globals of a frame object: borrowed.
    pub(crate) fn frame_globals(&self, id: Id) -> Slot {
        match self.place(id) {
            Place::Running(index) => self.frames.get(index).map(|frame| frame.globals),
            place => match self.heap.get(self.frame_function(&place, id)?) {
                Data::Function(function) => Some(function.globals),
                _ => self.frame_data(id)?.namespace,
            },
        }
    }

    /// The function that a frame object's frame runs, or the code that runs without one: borrowed.
    fn frame_function(&self, place: &Place, id: Id) -> Slot {
        match *place {
            Place::Running(index) => self.frames.get(index).map(|frame| frame.function),
            Place::Suspended(generator) => self.generator(generator)?.function,
            Place::Own => self.frame_data(id)?.function,
        }
    }

    /// The bound variables of a frame object by name, borrowed; for a module or class its namespace's items.
    pub(crate) fn frame_variables(&self, id: Id) -> Vec<(Id, Id)> {
        let Some(data) = self.frame_data(id) else { return Vec::new() };
        let (slots, namespace): (&[Slot], Slot) = match self.place(id) {
            Place::Running(index) => match self.frames.get(index) {
                Some(frame) => {
                    (self.frame_locals(frame), frame.names().filter(|_| self.hidden_variables(frame).is_empty()))
                }
                None => (&[], None),
            },
            Place::Suspended(generator) => match self.data(generator) {
                Data::Generator(g) => (&g.stack, None),
                _ => (&[], None),
            },
            Place::Own => (&data.locals, data.namespace),
        };
        if !data.code.code.flags.optimized
            && let Some(dict) = namespace.and_then(|n| self.dict(n))
        {
            return dict.iter().map(|e| (e.key, e.value)).collect();
        }
        let mut variables = self.bound_variables(&data.code, slots);
        let extra = data.extra.and_then(|extra| self.dict(extra));
        variables.extend(extra.into_iter().flat_map(|dict| dict.iter()).map(|e| (e.key, e.value)));
        variables
    }

    /// Names and values, both borrowed, of the variables in a frame's slots that are bound.
    fn bound_variables(&self, code: &CodeObject, slots: &[Slot]) -> Vec<(Id, Id)> {
        self.variables_in(code, slots).map(|variable| (variable.name, variable.value)).collect()
    }

    /// The place of a variable of a function's frame.
    fn frame_slot(&mut self, id: Id, index: usize) -> Option<&mut Slot> {
        match self.place(id) {
            Place::Running(at) => {
                let base = self.frames.get(at).map_or(0, |frame| frame.base);
                self.stack.get_mut(base + index)
            }
            Place::Suspended(generator) => self.generator_mut(generator)?.stack.get_mut(index),
            Place::Own => match self.heap.get_mut(id) {
                Data::Frame(frame) => frame.locals.get_mut(index),
                _ => None,
            },
        }
    }

    /// Stores in a variable of a function's frame: false, and the reference is the caller's still, if there is none with
    /// this name.
    pub(crate) fn set_frame_variable(&mut self, id: Id, key: Id, value: Id) -> bool {
        let Some(code) = self.frame_code(id) else { return false };
        if self.str_data(key).is_none() {
            return false;
        }
        let Some(name) = self.interned_twin(key) else { return false };
        let Some(index) = code.locals.iter().position(|&local| local == name) else { return false };
        let Some(kind) = code.code.local_kinds.get(index).copied().filter(|&kind| kind != LocalKind::Hidden) else {
            return false;
        };
        let Some(slot) = self.frame_slot(id, index) else { return false };
        let cell = slot.filter(|_| kind != LocalKind::Fast);
        let old = match cell.map(|cell| self.heap.get_mut(cell)) {
            Some(Data::Cell(content)) => content.replace(value),
            _ => self.frame_slot(id, index).and_then(|slot| slot.replace(value)),
        };
        self.decref_slot(old);
        true
    }

    /// The dict of what `f_locals` holds beyond the variables, made if there is none: borrowed.
    pub(crate) fn frame_extra_locals(&mut self, id: Id) -> Id {
        if let Some(extra) = self.frame_data(id).and_then(|frame| frame.extra) {
            return extra;
        }
        let extra = self.new_dict();
        if let Data::Frame(frame) = self.heap.get_mut(id) {
            frame.extra = Some(extra);
        }
        extra
    }

    /// The one dict of a function's frame that `locals()` and `f_locals` give before CPython 3.13, brought up to date: a
    /// new reference (3.12 frameobject.c, _PyFrame_FastToLocalsWithError). `None` where the frame has no place for it.
    fn synchronized_locals(&mut self, place: &Place, own: Id) -> Option<Id> {
        let (code, slots) = match *place {
            Place::Running(index) => {
                let frame = self.frames.get(index)?;
                (Rc::clone(&frame.code), self.frame_locals(frame).to_vec())
            }
            Place::Suspended(generator) => match self.data(generator) {
                Data::Generator(g) => (Rc::clone(&g.code), g.stack.clone()),
                _ => return None,
            },
            Place::Own => {
                let data = self.frame_data(own)?;
                (Rc::clone(&data.code), data.locals.clone())
            }
        };
        let bound = self.bound_variables(&code, &slots);
        let known = match *place {
            Place::Running(index) => self.frames.get(index)?.namespace,
            Place::Suspended(generator) => self.generator(generator)?.namespace,
            Place::Own => self.frame_data(own)?.namespace,
        };
        let dict = known.unwrap_or_else(|| self.new_dict());
        if known.is_none() {
            let home = match *place {
                Place::Running(index) => &mut self.frames.get_mut(index)?.namespace,
                Place::Suspended(generator) => &mut self.generator_mut(generator)?.namespace,
                Place::Own => match self.heap.get_mut(own) {
                    Data::Frame(frame) => &mut frame.namespace,
                    _ => return None,
                },
            };
            *home = Some(dict);
        }
        self.incref(dict);
        for (&name, kind) in code.locals.iter().zip(&code.code.local_kinds[..]) {
            match bound.iter().find(|(bound, _)| *bound == name) {
                _ if *kind == LocalKind::Hidden => {}
                Some(&(_, value)) => {
                    self.incref(value);
                    self.dict_set_name(dict, name, value);
                }
                None if self.dict_remove_name(dict, name) => {}
                // The arguments of a KeyError.
                None => self.heap.count_temporary(free_list::TUPLE),
            }
        }
        Some(dict)
    }

    /// A namespace with the variables of comprehensions that are loops of the frame's own code, as `locals()` shows them
    /// before 3.13: a copy, if there are any (3.12 frameobject.c, _PyFrame_GetLocals).
    fn with_hidden_variables(&mut self, namespace: Id, variables: &[(Id, Id)]) -> R<Id> {
        let hidden = self.new_dict();
        for &(name, value) in variables {
            self.incref(value);
            self.dict_set_name(hidden, name, value);
        }
        let mut result = Ok(self.incref(namespace));
        if !variables.is_empty() {
            self.decref(namespace);
            let both = self.new_dict();
            let merged = [namespace, hidden].iter().try_for_each(|&from| self.dict_merge(both, from, Merge::Replace));
            result = merged.map(|()| both);
        }
        self.decref(hidden);
        result
    }

    /// Names and values, both borrowed, of what a module's or class's frame has bound for comprehensions.
    fn hidden_variables(&self, frame: &Frame) -> Vec<(Id, Id)> {
        let shown = self.variables(frame).filter(|variable| variable.hidden);
        shown.map(|variable| (variable.name, variable.value)).collect()
    }

    /// `frame.f_locals` of a running frame: the namespace of a module or class; for a function a view (PEP 667), before
    /// 3.13 always the same dict.
    fn running_locals(&mut self, index: usize) -> R<Id> {
        let Some(frame) = self.frames.get(index) else { return Ok(self.new_dict()) };
        let (names, hidden) = (frame.names(), self.hidden_variables(frame));
        if self.version.locals_in_a_dict {
            let namespace = match names {
                Some(namespace) => self.incref(namespace),
                None => self
                    .synchronized_locals(&Place::Running(index), Singletons::NONE)
                    .unwrap_or_else(|| self.new_dict()),
            };
            let result = self.with_hidden_variables(namespace, &hidden);
            self.decref(namespace);
            return result;
        }
        match names.filter(|_| hidden.is_empty()) {
            Some(namespace) => Ok(self.incref(namespace)),
            None => {
                let frame = self.frame_object(index).unwrap_or(Singletons::NONE);
                Ok(self.new_frame_locals(frame))
            }
        }
    }

    /// `locals()`: as `f_locals`, with a view made into a dict (ceval.c, _PyEval_GetFrameLocals).
    pub(crate) fn current_locals(&mut self) -> R<Id> {
        let Some(index) = self.frames.len().checked_sub(1) else {
            return Err(self.raise(Exceptions::SYSTEM_ERROR, "frame does not exist"));
        };
        let locals = self.running_locals(index)?;
        if self.class_of(locals) != TypeTable::FRAME_LOCALS {
            return Ok(locals);
        }
        let dict = self.new_dict();
        let result = self.dict_merge(dict, locals, Merge::Replace);
        self.decref(locals);
        result.map(|()| dict)
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (_, line) = vm.frame_position(this);
    let text = match vm.frame_code(this) {
        Some(code) => {
            let file = vm.new_str(&*code.code.filename);
            vm.keep(file);
            let file = vm.repr_text(file)?;
            let address = vm.address(this);
            format!("<frame at {address:#x}, file {file}, line {line}, code {}>", code.code.name)
        }
        None => String::from("<frame>"),
    };
    Ok(vm.new_str(text))
}

fn get_back(vm: &mut Vm, this: Id) -> R<Id> {
    let back = match vm.place(this) {
        Place::Suspended(_) => None,
        Place::Running(index) => vm.frame_below(index).and_then(|index| vm.frame_object(index)),
        Place::Own => vm.frame_data(this).and_then(|f| f.back),
    };
    let back = back.unwrap_or(Singletons::NONE);
    Ok(vm.incref(back))
}

fn get_code(vm: &mut Vm, this: Id) -> R<Id> {
    let place = vm.place(this);
    let code = match place {
        Place::Own => vm.frame_data(this).and_then(|data| data.code_object),
        _ => vm.frame_function(&place, this).map(|function| vm.code_of(function)),
    };
    Ok(vm.or_none(code))
}

fn get_globals(vm: &mut Vm, this: Id) -> R<Id> {
    let globals = vm.frame_globals(this).unwrap_or(Singletons::NONE);
    Ok(vm.incref(globals))
}

fn get_builtins(vm: &mut Vm, _this: Id) -> R<Id> {
    let builtins = vm.builtins;
    Ok(vm.incref(builtins))
}

fn get_locals(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.place(this) {
        Place::Running(index) => return vm.running_locals(index),
        Place::Suspended(_) => {}
        Place::Own => {
            let namespace = vm.frame_data(this).filter(|f| !f.code.code.flags.optimized).and_then(|f| f.namespace);
            if let Some(namespace) = namespace {
                return Ok(vm.incref(namespace));
            }
        }
    }
    if vm.version.locals_in_a_dict {
        let place = vm.place(this);
        let dict = vm.synchronized_locals(&place, this);
        return Ok(dict.unwrap_or_else(|| vm.new_dict()));
    }
    Ok(vm.new_frame_locals(this))
}

fn get_lineno(vm: &mut Vm, this: Id) -> R<Id> {
    let (_, line) = vm.frame_position(this);
    Ok(vm.new_int(i64::from(line)))
}

fn get_lasti(vm: &mut Vm, this: Id) -> R<Id> {
    let (instr, _) = vm.frame_position(this);
    Ok(vm.new_int(i64::from(instr) * 2))
}

/// Lets go of the variables of a frame that has ended (frameobject.c, frame_clear).
fn clear(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    match vm.place(this) {
        Place::Running(_) => Err(vm.raise(Exceptions::RUNTIME_ERROR, "cannot clear an executing frame")),
        Place::Suspended(_) => Err(vm.raise(Exceptions::RUNTIME_ERROR, "cannot clear a suspended frame")),
        Place::Own => {
            let mut locals = match vm.heap.get_mut(this) {
                Data::Frame(frame) => std::mem::take(&mut frame.locals),
                _ => Vec::new(),
            };
            if vm.version.locals_released_in_reverse {
                locals.reverse();
            }
            for slot in locals {
                vm.decref_slot(slot);
            }
            Ok(Singletons::NONE)
        }
    }
}
