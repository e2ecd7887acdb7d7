//! Frames: what runs, and where its locals are.

use std::rc::Rc;

use ouro_heap::Id;

use super::Vm;
use crate::bytecode::{LocalKind, Op};
use crate::data::{CodeObject, FrameObject};
use crate::object::{Data, Slot};
use crate::types::TypeTable;

/// How a frame came to be, which decides what its end does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrameFlags {
    /// Called from Rust: its result goes back there.
    pub entry: bool,
    /// An `__init__` run for a call of its class: it has to return None, and the instance below it is the result.
    pub init: bool,
    /// The body of a class statement: its end makes the class.
    pub class_body: bool,
    /// The locals belong to a generator.
    pub generator: bool,
    /// The caller's operands stay below the locals, and are released when it ends.
    pub held: bool,
    /// CPython has native code between it and its caller, though neither `entry` nor `held` nor `class_body` say so.
    pub native: bool,
    /// The incremental collector has marked it, and with it the frames below.
    pub marked: bool,
}

/// A running frame. Its locals start at `base` of the machine's stack, its operands follow.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The code, with constants and names as objects.
    pub code: Rc<CodeObject>,
    /// The function, or for a module's or class's frame started from code the code object: owned.
    pub function: Id,
    /// Globals: a dict, borrowed from the function, or owned by the machine (`__main__`).
    pub globals: Id,
    /// Builtins: a dict, borrowed likewise.
    pub builtins: Id,
    /// The namespace of a module's or class's frame: owned. For a function the dict that `locals()` gave, in releases
    /// before 3.13.
    pub namespace: Slot,
    /// Where locals start on the stack.
    pub base: usize,
    /// Where the stack is cut when the frame ends: the first thing the call put there.
    pub floor: usize,
    /// The next instruction, while the frame waits for another or is looked at.
    pub pc: u32,
    /// The line it stands at, 0 before the first.
    pub line: u32,
    /// How it came to be.
    pub flags: FrameFlags,
    /// The generator whose locals these are: borrowed from whoever resumed it.
    pub generator: Slot,
    /// The frame as an object, if somebody asked: owned.
    pub object: Slot,
    /// The locals whose references CPython does not count, the first in the lowest bit (since 3.14): parameters whose
    /// argument was such an operand, and what constants were stored in.
    pub(crate) borrowed: u64,
    /// Where its operands end on the stack while a frame that it called releases what stood above.
    pub(crate) operands_end: usize,
    /// Grows with each call.
    pub number: u32,
}

impl Frame {
    /// The namespace of a module's or class's frame. A function has none, though `locals()` gives it a dict before 3.13.
    pub fn names(&self) -> Slot {
        self.namespace.filter(|_| !self.code.code.flags.optimized)
    }
}

/// A variable of a function's frame that is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name, a str: borrowed.
    pub name: Id,
    /// What it is bound to: borrowed.
    pub value: Id,
    /// Whether it lives in a cell.
    pub cell: bool,
    /// Whether it is one of a comprehension, unseen by `locals()` ([`LocalKind::Hidden`]).
    pub hidden: bool,
}

impl Vm {
    /// The code of what a frame runs for: its function's, or itself. Borrowed.
    pub(crate) fn code_of(&self, function: Id) -> Id {
        match self.heap.get(function) {
            Data::Function(data) => data.code,
            _ => function,
        }
    }

    /// Running frames, the outermost first.
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The locals of a frame, in the order of `CodeObject::locals`.
    pub(crate) fn frame_locals(&self, frame: &Frame) -> &[Slot] {
        let end = frame.base + frame.code.locals.len();
        self.stack.get(frame.base..end).unwrap_or(&[])
    }

    /// The variables of a running function that are bound, in the order of its locals.
    pub fn variables<'a>(&'a self, frame: &'a Frame) -> impl Iterator<Item = Variable> + 'a {
        self.variables_in(&frame.code, self.frame_locals(frame))
    }

    /// The same, of the locals of a frame that need not run.
    pub(crate) fn variables_in<'a>(
        &'a self,
        code: &'a CodeObject,
        locals: &'a [Slot],
    ) -> impl Iterator<Item = Variable> + 'a {
        code.locals.iter().zip(&code.code.local_kinds).zip(locals).filter_map(|((&name, &kind), slot)| {
            let value = (*slot)?;
            let hidden = kind == LocalKind::Hidden;
            Some(match (kind, self.heap.get(value)) {
                (LocalKind::Cell { .. } | LocalKind::Free, &Data::Cell(content)) => {
                    Variable { name, value: content?, cell: true, hidden }
                }
                _ => Variable { name, value, cell: false, hidden },
            })
        })
    }

    /// Ends a frame that somebody has an object of: if it is referred to elsewhere, it takes over what the frame held
    /// (CPython 3.13 frame.c, take_ownership); otherwise all is released.
    pub(crate) fn end_shared_frame(&mut self, object: Id, mut frame: Frame) {
        frame.object = None;
        let shared = self.heap.refcount(object) > 1;
        let locals: Vec<Slot> = match self.stack.get_mut(frame.base..frame.base + frame.code.locals.len()) {
            Some(slots) if shared => slots.iter_mut().map(Option::take).collect(),
            _ => Vec::new(),
        };
        let line = frame.code.code.locations.get(frame.pc as usize).map_or(frame.line, |l| l.line);
        // The link to the caller's frame is made now, and with it that one's object.
        let linked = shared && (self.version.generators_keep_caller || !frame.flags.generator);
        let back = match self.frame_below(self.frames.len()) {
            Some(caller) if linked => self.frame_object(caller).map(|back| self.incref(back)),
            _ => None,
        };
        let code_object = self.code_of(frame.function);
        if shared {
            self.heap.incref(code_object);
        }
        if let Data::Frame(data) = self.heap.get_mut(object) {
            data.running = None;
            data.generator = None;
            data.instr = frame.pc;
            data.line = if line == 0 { frame.line } else { line };
            data.back = back;
            if shared {
                data.locals = locals;
                data.namespace = frame.namespace;
                data.code_object = Some(code_object);
                data.function = Some(frame.function);
            }
        }
        if shared {
            self.heap.track(object);
            self.decref(object);
        } else {
            if self.frames.is_empty() && frame.namespace.is_some() && frame.namespace == self.main {
                // The program's own frame is there until its end has been looked at.
                self.decref_slot(self.last_frame);
                self.last_frame = Some(object);
            } else {
                self.decref(object);
            }
            self.end_frame(frame);
        }
    }

    /// The index of the frame that is the caller, for a program, of the one at an index. What a generator expression does
    /// before it is a generator is no frame of its own (pycore_interpframe.h, _PyFrame_IsIncomplete).
    pub(crate) fn frame_below(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|&i| !self.is_incomplete(i))
    }

    /// Whether a frame is still to become a generator's.
    pub(crate) fn is_incomplete(&self, index: usize) -> bool {
        self.frames.get(index).is_some_and(|frame| {
            let flags = &frame.code.code.flags;
            frame.generator.is_none() && (flags.generator || flags.async_generator)
        })
    }

    /// The frame at an index of `frames` as an object: borrowed from the frame. Untracked while it runs.
    pub(crate) fn frame_object(&mut self, index: usize) -> Slot {
        let frame = self.frames.get(index)?;
        if let Some(object) = frame.object {
            return Some(object);
        }
        let (code, number, pc, line) = (Rc::clone(&frame.code), frame.number, frame.pc, frame.line);
        let generator = frame.generator;
        let data = FrameObject {
            running: Some(number),
            generator,
            code,
            function: None,
            code_object: None,
            namespace: None,
            extra: None,
            locals: Vec::new(),
            back: None,
            instr: pc,
            line,
        };
        let object = self.alloc_untracked(TypeTable::FRAME, Data::Frame(Box::new(data)));
        self.frames.get_mut(index)?.object = Some(object);
        Some(object)
    }

    /// The line about to run: that of the line event the machine stands before, else the innermost frame's.
    pub fn pending_line(&self) -> u32 {
        let Some(frame) = self.frames.iter().rev().find(|f| f.code.traced) else { return 0 };
        match frame.code.code.instrs.get(frame.pc.wrapping_add(1) as usize) {
            Some(instr) if instr.op == Op::Line => instr.a,
            _ => frame.line,
        }
    }

    /// Objects on the operand stacks of the program's frames, the outermost first.
    pub fn operands(&self) -> Vec<Id> {
        let mut found = Vec::new();
        for (i, frame) in self.frames.iter().enumerate().filter(|(_, f)| f.code.traced) {
            let start = frame.base + frame.code.locals.len();
            let end = self.frames.get(i + 1).map_or(self.stack.len(), |next| next.floor);
            let operands = self.stack.get(start..end).unwrap_or(&[]).iter().flatten();
            found.extend(operands.filter(|&&id| !self.is_place(id)));
        }
        found
    }

    /// What a generator refers to besides what the heap knows: while it runs, its locals and operands are the frame's.
    pub fn running_references(&self, generator: Id) -> Vec<Id> {
        let Some(at) = self.frames.iter().position(|frame| frame.generator == Some(generator)) else {
            return Vec::new();
        };
        let frame = &self.frames[at];
        let native = |FrameFlags { entry, held, class_body, native, .. }| entry || held || class_body || native;
        let end = match self.frames.get(at + 1) {
            Some(next) if self.version.native_calls_hide_frames && native(next.flags) => frame.base,
            // The instance below an `__init__` is none of its caller's operands.
            Some(next) => next.floor - usize::from(next.flags.init),
            None => self.stack.len(),
        };
        let handled = self.frames[..=at].iter().filter(|frame| frame.flags.generator).count();
        let slots = self.stack.get(frame.base..end).unwrap_or(&[]).iter();
        [frame.object].iter().chain(slots).chain(self.handled.get(handled)).flatten().copied().collect()
    }

    /// The source text of a file that was compiled.
    pub fn source(&self, filename: &str) -> Option<&str> {
        self.sources.get(filename).map(|s| &**s)
    }

    /// The number of the next frame.
    pub(crate) fn next_frame_number(&mut self) -> u32 {
        let number = self.next_frame;
        self.next_frame = number.wrapping_add(1);
        number
    }

    /// Calls `visit` once for every reference held outside of the heap: what the audit adds to those inside.
    pub fn visit_roots(&self, visit: &mut dyn FnMut(Id)) {
        self.stack.iter().flatten().for_each(|&id| visit(id));
        for frame in self.frames.iter().chain(&self.ended) {
            visit(frame.function);
            for slot in [frame.namespace, frame.object] {
                slot.iter().for_each(|&id| visit(id));
            }
        }
        self.handled.iter().flatten().for_each(|&id| visit(id));
        self.raised.iter().for_each(|&id| visit(id));
        self.temps.iter().for_each(|&id| visit(id));
        self.sys.iter().chain(&self.main).for_each(|&id| visit(id));
        self.async_generator_hooks.iter().flatten().for_each(|&id| visit(id));
        self.builtins_copy.iter().for_each(|&(_, id)| visit(id));
        self.program_constants.iter().chain(&self.last_filters).for_each(|&id| visit(id));
        self.method_cache.keys().for_each(|&(_, name)| visit(name));
        self.class_weakrefs.iter().for_each(|&id| visit(id));
        self.code_names.values().for_each(|&id| visit(id));
        self.keyword_parsers.iter().for_each(|&(_, names)| visit(names));
        self.exit_functions.iter().flatten().for_each(|&id| visit(id));
        self.gc.visit(visit);
        self.last_frame.iter().for_each(|&id| visit(id));
        self.repr_state.iter().for_each(|&(dict, _)| visit(dict));
        self.line_buffers.iter().for_each(|buffer| buffer.visit(visit));
        self.observers.visit(visit);
        visit(self.builtins);
        visit(self.modules);
        self.import_locks.iter().for_each(|&id| visit(id));
        for id in self.heap.ids() {
            if let crate::object::Data::Class(class) = self.heap.get(id) {
                class.visit_unseen(visit);
            }
        }
    }
}
