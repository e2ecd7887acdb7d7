//! The loop that runs bytecode (CPython 3.13 bytecodes.c).
//!
//! Operands stay on the stack until their instruction has succeeded, so that every reference is counted where the
//! audit looks, and an exception needs no clean-up but cutting the stack.

use std::rc::Rc;

use ouro_heap::Id;
use smallvec::SmallVec;

use super::call::Positional;
use super::{FrameFlags, Names, R, Raised, Singletons, Vm};
use crate::bytecode::{BinaryOperator, Comparison, Conversion, FunctionAttribute, Instr, Op};
use crate::data::{Cache, CodeObject, Function, GeneratorKind};
use crate::native::Args;
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// How an instruction ends, beyond going on to the next.
pub(crate) enum Flow {
    /// On to the next instruction.
    Next,
    /// To this instruction.
    Jump(u32),
    /// Another frame is on top: pushed, or come back to.
    Switch,
    /// The frame that was called from Rust is over: its result.
    Done(Id),
    /// The loop has to stop: the host wants to look, or has to be asked.
    Pause,
}

/// Why the outermost loop came back.
pub(crate) enum Exit {
    /// The frame that was called from Rust is over.
    Done(Id),
    /// Paused: call again to go on.
    Pause,
}

impl Vm {
    /// Runs frames until the one that was called from Rust ends. A pause cannot happen inside a call from Rust.
    pub(crate) fn eval(&mut self) -> R<Id> {
        match self.run_loop()? {
            Exit::Done(result) => Ok(result),
            Exit::Pause => Err(self.set_abort(super::Abort::Probed)),
        }
    }

    /// The loop itself, with or without a journal: the copy without pays nothing for it.
    pub(crate) fn run_loop(&mut self) -> R<Exit> {
        if self.journal_mode { self.run_loop_as::<true>() } else { self.run_loop_as::<false>() }
    }

    fn run_loop_as<const JOURNAL: bool>(&mut self) -> R<Exit> {
        let Some(mut code) = self.frames.last().map(|frame| Rc::clone(&frame.code)) else { return Ok(Exit::Pause) };
        'frame: loop {
            let Some(frame) = self.frames.last() else { return Ok(Exit::Pause) };
            if !Rc::ptr_eq(&code, &frame.code) {
                code = Rc::clone(&frame.code);
            }
            let instrs = &code.code.instrs[..];
            let base = frame.base;
            let mut pc = frame.pc.wrapping_add(1) as usize;
            let journal_code = if JOURNAL { self.journal_code() } else { 0 };
            loop {
                let instr = instrs[pc];
                self.pc = pc as u32;
                if JOURNAL {
                    self.heap.set_journal_tag(journal_code | pc as u64);
                }
                let flow = match instr.op {
                    Op::LoadFast => match self.stack[base + instr.a as usize] {
                        Some(id) => {
                            self.heap.incref(id);
                            self.stack.push(Some(id));
                            pc += 1;
                            continue;
                        }
                        None => Err(self.unbound_local(&code, instr.a)),
                    },
                    Op::LoadConst => {
                        let id = code.consts[instr.a as usize];
                        self.heap.incref(id);
                        self.stack.push(Some(id));
                        pc += 1;
                        continue;
                    }
                    Op::StoreFast => {
                        let value = self.stack.pop().flatten();
                        let old = std::mem::replace(&mut self.stack[base + instr.a as usize], value);
                        if let Some(old) = old {
                            self.decref(old);
                        }
                        pc += 1;
                        continue;
                    }
                    Op::PopTop => {
                        if let Some(Some(id)) = self.stack.pop() {
                            self.decref(id);
                        }
                        pc += 1;
                        continue;
                    }
                    Op::Line => {
                        if !code.traced {
                            pc += 1;
                            continue;
                        }
                        self.line_event(instr.a)
                    }
                    Op::BinaryOp => {
                        if let Some(result) = self.int_op(instr.a) {
                            self.replace_two(result);
                            pc += 1;
                            continue;
                        }
                        self.op_binary(instr.a)
                    }
                    Op::CompareOp => {
                        let (left, right) = self.top_two();
                        let op = COMPARISONS[instr.a as usize & 7];
                        if let Some(result) = self.compare_fast(left, right, op) {
                            self.drop_two();
                            // A comparison is mostly followed by a jump that depends on it.
                            let next = instrs[pc + 1];
                            match next.op {
                                Op::PopJumpIfFalse => pc = if result { pc + 2 } else { next.a as usize },
                                Op::PopJumpIfTrue => pc = if result { next.a as usize } else { pc + 2 },
                                _ => {
                                    self.stack.push(Some(Singletons::bool(result)));
                                    pc += 1;
                                }
                            }
                            continue;
                        }
                        self.op_compare(op)
                    }
                    Op::PopJumpIfFalse => {
                        let value = self.stack.pop().flatten();
                        pc = if value == Some(Singletons::FALSE) { instr.a as usize } else { pc + 1 };
                        continue;
                    }
                    Op::PopJumpIfTrue => {
                        let value = self.stack.pop().flatten();
                        pc = if value == Some(Singletons::TRUE) { instr.a as usize } else { pc + 1 };
                        continue;
                    }
                    Op::Jump => {
                        pc = instr.a as usize;
                        continue;
                    }
                    Op::JumpBackward => {
                        self.instructions += 1;
                        if !self.heap.gc_pending && self.instructions < self.slice_end {
                            pc = instr.a as usize;
                            continue;
                        }
                        self.serve_breaker().map(|pause| self.jump_or_pause(instr.a, pause))
                    }
                    Op::LoadGlobal => match self.cached_global(&code, instr, base) {
                        Some(id) => {
                            self.heap.incref(id);
                            self.stack.push(Some(id));
                            // A global function that is about to be called has an empty place above it.
                            if instrs[pc + 1].op == Op::PushNull {
                                self.stack.push(None);
                                pc += 1;
                            }
                            pc += 1;
                            continue;
                        }
                        None => self.op_load_global(&code, instr),
                    },
                    Op::LoadAttr => match self.cached_attribute(&code, instr) {
                        Some(id) => {
                            self.heap.incref(id);
                            let owner = self.replace_top(id);
                            self.decref(owner);
                            pc += 1;
                            continue;
                        }
                        None => self.op_load_attr(&code, instr),
                    },
                    Op::Nop => {
                        pc += 1;
                        continue;
                    }
                    Op::Resume => {
                        self.instructions += 1;
                        if instr.a != 0 || (!self.heap.gc_pending && self.instructions < self.slice_end) {
                            pc += 1;
                            continue;
                        }
                        self.serve_breaker().map(|pause| self.jump_or_pause(pc as u32 + 1, pause))
                    }
                    Op::Call => self.op_call(instr.a as usize),
                    Op::ReturnValue => self.op_return(),
                    Op::ForIter => self.op_for_iter(instr.a),
                    Op::LoadMethod => self.op_load_method(&code, instr),
                    Op::StoreAttr => self.op_store_attr(&code, instr),
                    Op::LoadName => self.op_load_name(&code, instr),
                    Op::StoreName => self.op_store_name(&code, instr),
                    _ => self.execute(&code, base, instr),
                };
                match flow {
                    Ok(Flow::Next) => pc += 1,
                    Ok(Flow::Jump(target)) => pc = target as usize,
                    Ok(Flow::Switch) => continue 'frame,
                    Ok(Flow::Done(result)) => return Ok(Exit::Done(result)),
                    Ok(Flow::Pause) => return Ok(Exit::Pause),
                    Err(raised) => {
                        self.unwind(raised)?;
                        continue 'frame;
                    }
                }
            }
        }
    }

    /// A line is about to run: a step, unless the frame stands on that line already
    /// (CPython 3.13 instrumentation.c, _Py_call_instrumentation_line).
    #[inline(always)]
    fn line_event(&mut self, line: u32) -> R<Flow> {
        let Some(frame) = self.frames.last_mut() else { return Ok(Flow::Next) };
        if frame.line == line {
            return Ok(Flow::Next);
        }
        if self.steps >= self.pause_at {
            frame.pc = self.pc.wrapping_sub(1);
            return self.pause_or_probe();
        }
        frame.line = line;
        self.begin_step();
        Ok(Flow::Next)
    }

    /// The running code, as the upper half of the journal's tags: the slot of its code object.
    fn journal_code(&self) -> u64 {
        let Some(frame) = self.frames.last() else { return 0 };
        let code = match self.heap.get(frame.function) {
            Data::Function(function) => function.code,
            _ => frame.function,
        };
        (code.index() as u64) << 32
    }

    fn jump_or_pause(&mut self, target: u32, pause: bool) -> Flow {
        if !pause {
            return Flow::Jump(target);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.pc = target.wrapping_sub(1);
        }
        Flow::Pause
    }

    #[inline(always)]
    pub(crate) fn top(&self) -> Id {
        match self.stack.last() {
            Some(Some(id)) => *id,
            _ => Singletons::NONE,
        }
    }

    /// The operand at a depth: 1 is the top. An empty place counts as None; the compiler makes sure that no
    /// instruction that needs an object finds one.
    #[inline(always)]
    pub(crate) fn peek(&self, depth: usize) -> Id {
        match self.stack.get(self.stack.len().wrapping_sub(depth)) {
            Some(Some(id)) => *id,
            _ => Singletons::NONE,
        }
    }

    #[inline(always)]
    fn top_two(&self) -> (Id, Id) {
        match self.stack.last_chunk::<2>() {
            Some([Some(left), Some(right)]) => (*left, *right),
            _ => (Singletons::NONE, Singletons::NONE),
        }
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, id: Id) {
        self.stack.push(Some(id));
    }

    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Id {
        self.stack.pop().flatten().unwrap_or(Singletons::NONE)
    }

    /// Puts a new reference in the place of the top operand, whose reference goes to the caller.
    #[inline(always)]
    fn replace_top(&mut self, id: Id) -> Id {
        match self.stack.last_mut() {
            Some(slot) => slot.replace(id).unwrap_or(Singletons::NONE),
            None => Singletons::NONE,
        }
    }

    #[inline(always)]
    fn drop_two(&mut self) {
        let (right, left) = (self.pop(), self.pop());
        self.decref(left);
        self.decref(right);
    }

    /// Puts a result in the place of two operands.
    #[inline(always)]
    fn replace_two(&mut self, result: Id) {
        let right = self.pop();
        let left = self.replace_top(result);
        self.decref(left);
        self.decref(right);
    }

    /// Puts a result in the place of the top `count` operands, which are released from the bottom up.
    fn replace_many(&mut self, count: usize, result: Id) {
        let first = self.stack.len().saturating_sub(count);
        let operands: SmallVec<[Slot; 8]> = self.stack.drain(first..).collect();
        self.stack.push(Some(result));
        for slot in operands {
            self.decref_slot(slot);
        }
    }

    /// `+ - * < ...` of two ints that fit and give one that fits.
    #[inline(always)]
    fn int_op(&mut self, op: u32) -> Option<Id> {
        let (left, right) = self.top_two();
        let (&Data::Int(a), &Data::Int(b)) = (self.heap.get(left), self.heap.get(right)) else { return None };
        const ADD: u32 = BinaryOperator::Add as u32;
        const SUBTRACT: u32 = BinaryOperator::Subtract as u32;
        const MULTIPLY: u32 = BinaryOperator::Multiply as u32;
        const REMAINDER: u32 = BinaryOperator::Remainder as u32;
        const FLOOR_DIVIDE: u32 = BinaryOperator::FloorDivide as u32;
        const INPLACE_ADD: u32 = BinaryOperator::InplaceAdd as u32;
        const INPLACE_SUBTRACT: u32 = BinaryOperator::InplaceSubtract as u32;
        const INPLACE_MULTIPLY: u32 = BinaryOperator::InplaceMultiply as u32;
        let value = match op {
            ADD | INPLACE_ADD => a.checked_add(b)?,
            SUBTRACT | INPLACE_SUBTRACT => a.checked_sub(b)?,
            MULTIPLY | INPLACE_MULTIPLY => a.checked_mul(b)?,
            REMAINDER if b > 0 => a.rem_euclid(b),
            FLOOR_DIVIDE if b > 0 => a.div_euclid(b),
            _ => return None,
        };
        Some(self.new_int(value))
    }

    fn op_binary(&mut self, a: u32) -> R<Flow> {
        let (left, right) = self.top_two();
        let mark = self.temps.len();
        let result = self.binary_op(BinaryOperator::from_operand(a), left, right);
        self.release_kept(mark);
        self.replace_two(result?);
        Ok(Flow::Next)
    }

    fn op_compare(&mut self, op: Comparison) -> R<Flow> {
        let (left, right) = self.top_two();
        let mark = self.temps.len();
        let result = self.compare(left, right, op);
        self.release_kept(mark);
        let mut result = result?;
        // `if a < b:` needs a bool, whatever the type answered.
        let jumps = self.next_is_conditional_jump();
        if jumps && result != Singletons::TRUE && result != Singletons::FALSE {
            let truth = self.is_true(result);
            self.decref(result);
            result = Singletons::bool(truth?);
        }
        self.replace_two(result);
        Ok(Flow::Next)
    }

    fn next_is_conditional_jump(&self) -> bool {
        let next = self.frames.last().and_then(|f| f.code.code.instrs.get(self.pc as usize + 1));
        matches!(next, Some(Instr { op: Op::PopJumpIfFalse | Op::PopJumpIfTrue, .. }))
    }

    #[inline(always)]
    fn cache(&self, code: &CodeObject, instr: Instr) -> Cache {
        match self.caches.get(code.cache_base as usize + instr.b as usize) {
            Some(cache) if instr.b != u16::MAX => *cache,
            _ => Cache::Empty,
        }
    }

    fn set_cache(&mut self, code: &CodeObject, instr: Instr, cache: Cache) {
        if instr.b != u16::MAX
            && let Some(slot) = self.caches.get_mut(code.cache_base as usize + instr.b as usize)
        {
            *slot = cache;
        }
    }

    #[inline(always)]
    fn dict_with_version(&self, dict: Id, version: u32) -> Option<&crate::data::Dict> {
        match self.heap.get(dict) {
            Data::Dict(d) if d.current_keys_version() == version => Some(d),
            _ => None,
        }
    }

    #[inline(always)]
    fn cached_global(&self, code: &CodeObject, instr: Instr, _base: usize) -> Option<Id> {
        match self.cache(code, instr) {
            Cache::Global { version, position } => {
                let globals = self.frames.last()?.globals;
                Some(self.dict_with_version(globals, version)?.entry(position as usize)?.value)
            }
            Cache::Builtin { globals, builtins, position } => {
                let frame = self.frames.last()?;
                self.dict_with_version(frame.globals, globals)?;
                Some(self.dict_with_version(frame.builtins, builtins)?.entry(position as usize)?.value)
            }
            _ => None,
        }
    }

    fn name_position(&self, dict: Id, name: Id) -> Option<usize> {
        let hash = self.str_data(name)?.hash();
        self.dict(dict)?.find_str(&self.heap, name, hash)
    }

    fn keys_version(&mut self, dict: Id) -> u32 {
        let mut next = self.next_version;
        let version = self.dict_mut(dict).map_or(0, |d| d.keys_version(&mut next));
        self.next_version = next;
        version
    }

    /// Looks a name up in globals, then builtins, and remembers where it was: borrowed.
    fn lookup_global(&mut self, code: &CodeObject, instr: Instr) -> Option<Id> {
        let name = code.names[instr.a as usize];
        let (globals, builtins) = self.frames.last().map(|f| (f.globals, f.builtins))?;
        if let Some(position) = self.name_position(globals, name) {
            let version = self.keys_version(globals);
            self.set_cache(code, instr, Cache::Global { version, position: position as u32 });
            return self.dict(globals)?.entry(position).map(|e| e.value);
        }
        let position = self.name_position(builtins, name)?;
        let (globals, in_builtins) = (self.keys_version(globals), self.keys_version(builtins));
        self.set_cache(code, instr, Cache::Builtin { globals, builtins: in_builtins, position: position as u32 });
        self.dict(builtins)?.entry(position).map(|e| e.value)
    }

    fn op_load_global(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        match self.lookup_global(code, instr) {
            Some(id) => {
                self.heap.incref(id);
                self.push(id);
                Ok(Flow::Next)
            }
            None => Err(self.name_error(code.names[instr.a as usize])),
        }
    }

    #[inline(always)]
    fn cached_attribute(&self, code: &CodeObject, instr: Instr) -> Option<Id> {
        let owner = self.top();
        match self.cache(code, instr) {
            Cache::Value { class, version, index } => {
                if self.class_of(owner) != class || self.class(class).version != version {
                    return None;
                }
                match self.heap.get(owner) {
                    Data::Instance(values) if values[0].is_none() => *values.get(index as usize)?,
                    _ => None,
                }
            }
            Cache::Module { version, position } => match self.heap.get(owner) {
                Data::Module(module) => {
                    Some(self.dict_with_version(module.dict?, version)?.entry(position as usize)?.value)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Remembers where an attribute of an instance is, if it is among its values and nothing on the class comes first.
    fn remember_attribute(&mut self, code: &CodeObject, instr: Instr, owner: Id) {
        let name = code.names[instr.a as usize];
        let class = self.class_of(owner);
        match self.heap.get(owner) {
            Data::Instance(values) if values.first().is_some_and(Option::is_none) => {
                if !self.has_generic_getattr(class) || self.type_lookup(class, name).is_some() {
                    return;
                }
                let version = self.class_version(class);
                let c = self.class(class);
                if let Some(index) = c.keys.get(name) {
                    let index = (1 + c.slot_names.len() + index) as u32;
                    self.set_cache(code, instr, Cache::Value { class, version, index });
                }
            }
            Data::Module(module) => {
                let Some(dict) = module.dict else { return };
                if let Some(position) = self.name_position(dict, name) {
                    let version = self.keys_version(dict);
                    self.set_cache(code, instr, Cache::Module { version, position: position as u32 });
                }
            }
            _ => {}
        }
    }

    fn has_generic_getattr(&self, class: Id) -> bool {
        self.class(class).slots.getattr.map(|f| f as usize)
            == self.class(TypeTable::OBJECT).slots.getattr.map(|f| f as usize)
    }

    fn op_load_attr(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let owner = self.top();
        if let Some(getter) = self.property_function(owner, code.names[instr.a as usize]) {
            return self.push_operand_call(getter, 1);
        }
        let mark = self.temps.len();
        let result = self.getattr(owner, code.names[instr.a as usize]);
        self.release_kept(mark);
        let result = result?;
        self.remember_attribute(code, instr, owner);
        let owner = self.replace_top(result);
        self.decref(owner);
        Ok(Flow::Next)
    }

    /// The getter of a property of the object's class, where it is a function that a frame of this loop can run
    /// (specialize.c, LOAD_ATTR_PROPERTY): borrowed.
    fn property_function(&mut self, owner: Id, name: Id) -> Slot {
        let class = self.class_of(owner);
        if TypeTable::is_static(class) || !self.has_generic_getattr(class) {
            return None;
        }
        let attribute = self.type_lookup(class, name)?;
        if self.class_of(attribute) != TypeTable::PROPERTY {
            return None;
        }
        let getter = self.property_getter(attribute)?;
        self.takes_exactly(getter, 1).then_some(getter)
    }

    /// `__getitem__` of the container's class, likewise (specialize.c, BINARY_SUBSCR_GETITEM).
    fn getitem_function(&mut self, container: Id) -> Slot {
        let class = self.class_of(container);
        if TypeTable::is_static(class) {
            return None;
        }
        let function = self.type_lookup(class, Names::GETITEM)?;
        self.takes_exactly(function, 2).then_some(function)
    }

    /// Whether an object is a function with so many positional parameters and nothing else to bind.
    fn takes_exactly(&self, function: Id, count: u32) -> bool {
        match self.heap.get(function) {
            Data::Function(f) => match self.heap.get(f.code) {
                Data::Code(code) => code.simple && code.code.arg_count == count,
                _ => false,
            },
            _ => false,
        }
    }

    /// Runs a function in place of the instruction, with the top `count` operands as arguments; its result takes their
    /// place. The first time they stay on the stack until it ends.
    fn push_operand_call(&mut self, function: Id, count: usize) -> R<Flow> {
        let floor = self.stack.len() - count;
        let held = self.first_run();
        if held {
            for i in floor..floor + count {
                let operand = self.stack[i];
                operand.iter().for_each(|&id| self.heap.incref(id));
                self.stack.push(operand);
            }
        }
        self.instructions += 1;
        self.heap.incref(function);
        self.push_call(function, floor, count, FrameFlags { held, ..FrameFlags::default() })?;
        Ok(Flow::Switch)
    }

    /// As `LoadAttr`, but a method is not bound: it goes below its receiver.
    fn op_load_method(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let owner = self.top();
        let class = self.class_of(owner);
        let name = code.names[instr.a as usize];
        if let Cache::Method { class: cached, version, function } = self.cache(code, instr)
            && cached == class
            && self.class(class).version == version
            && !self.shadows(owner)
        {
            self.heap.incref(function);
            let owner = self.replace_top(function);
            self.push(owner);
            return Ok(Flow::Next);
        }
        if self.has_generic_getattr(class)
            && let Some(method) = self.type_lookup(class, name)
            && self.binds_as_method(method)
            && self.instance_attribute(owner, name).is_none()
        {
            let version = self.class_version(class);
            // An instance attribute of the same name would come first: remembered only where there can be none.
            if self.class(class).keys.get(name).is_none() {
                self.set_cache(code, instr, Cache::Method { class, version, function: method });
            }
            self.heap.incref(method);
            let owner = self.replace_top(method);
            self.push(owner);
            return Ok(Flow::Next);
        }
        let mark = self.temps.len();
        let result = self.getattr(owner, name);
        self.release_kept(mark);
        let result = result?;
        let owner = self.replace_top(result);
        self.stack.push(None);
        self.decref(owner);
        Ok(Flow::Next)
    }

    /// Whether an object's own attributes could hide a method of its class that has no shared key of that name.
    fn shadows(&self, owner: Id) -> bool {
        match self.heap.get(owner) {
            Data::Instance(values) => values.first().is_some_and(Option::is_some),
            Data::Derived(derived) => derived.values.first().is_some_and(Option::is_some),
            Data::List(_) | Data::Str(_) | Data::Dict(_) | Data::Tuple(_) | Data::Set(_) | Data::Int(_) => false,
            _ => self.own_dict(owner).is_some() || matches!(self.heap.get(owner), Data::Class(_)),
        }
    }

    fn op_store_attr(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let (value, owner) = self.top_two();
        if let Cache::Value { class, version, index } = self.cache(code, instr)
            && self.class_of(owner) == class
            && self.class(class).version == version
            && let Data::Instance(values) = self.heap.get_mut(owner)
            && values[0].is_none()
            && let Some(rest) = values.get_mut(index as usize..)
            && let Some((slot, later)) = rest.split_first_mut()
            // An attribute that is new and not the last by its key has to be remembered as such.
            && (slot.is_some() || (later.iter().all(Option::is_none) && self.attribute_orders.is_empty()))
        {
            let old = slot.replace(value);
            self.stack.truncate(self.stack.len() - 2);
            self.decref_slot(old);
            self.decref(owner);
            return Ok(Flow::Next);
        }
        let name = code.names[instr.a as usize];
        let mark = self.temps.len();
        let result = self.setattr(owner, name, value);
        self.release_kept(mark);
        result?;
        let class = self.class_of(owner);
        if self.class(class).slots.setattr.map(|f| f as usize)
            == self.class(TypeTable::OBJECT).slots.setattr.map(|f| f as usize)
        {
            self.remember_attribute(code, instr, owner);
        }
        self.drop_two_reversed();
        Ok(Flow::Next)
    }

    /// Drops two operands, the lower one first.
    fn drop_two_reversed(&mut self) {
        let (upper, lower) = (self.pop(), self.pop());
        self.decref(lower);
        self.decref(upper);
    }

    fn op_store_name(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let name = code.names[instr.a as usize];
        let value = self.top();
        let Some(namespace) = self.frames.last().and_then(|f| f.namespace) else {
            return Err(self.raise(Exceptions::SYSTEM_ERROR, "no locals when storing a name"));
        };
        // While the old value dies, the new one is on the stack still, and counted twice (PyDict_SetItem).
        if let Cache::Global { version, position } = self.cache(code, instr)
            && self.dict_with_version(namespace, version).is_some()
        {
            self.heap.incref(value);
            self.dict_maintain_tracking(namespace, name, value);
            if let Some(old) = self.dict_mut(namespace).and_then(|d| d.replace(position as usize, value)) {
                self.decref(old);
            }
        } else if self.class_of(namespace) == TypeTable::DICT {
            self.heap.incref(value);
            self.dict_set_name(namespace, name, value);
            if let Some(position) = self.name_position(namespace, name) {
                let version = self.keys_version(namespace);
                self.set_cache(code, instr, Cache::Global { version, position: position as u32 });
            }
        } else {
            self.setitem(namespace, name, value)?;
        }
        let value = self.pop();
        self.decref(value);
        Ok(Flow::Next)
    }

    fn op_load_name(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let name = code.names[instr.a as usize];
        let Some((namespace, globals)) = self.frames.last().map(|f| (f.namespace, f.globals)) else {
            return Err(self.name_error(name));
        };
        if let Some(namespace) = namespace
            && namespace != globals
        {
            let found = if self.class_of(namespace) == TypeTable::DICT {
                self.dict_get_name(namespace, name).map(|id| self.incref(id))
            } else {
                self.mapping_get(namespace, name)?
            };
            if let Some(value) = found {
                self.push(value);
                return Ok(Flow::Next);
            }
        } else if let Some(value) = self.cached_global(code, instr, 0) {
            self.heap.incref(value);
            self.push(value);
            return Ok(Flow::Next);
        }
        self.op_load_global(code, instr)
    }

    /// `mapping[key]`, `None` for KeyError.
    pub(crate) fn mapping_get(&mut self, mapping: Id, key: Id) -> R<Option<Id>> {
        match self.getitem(mapping, key) {
            Ok(value) => Ok(Some(value)),
            Err(raised) => {
                self.expect_raised(raised, Exceptions::KEY_ERROR)?;
                Ok(None)
            }
        }
    }

    #[cold]
    pub(crate) fn name_error(&mut self, name: Id) -> Raised {
        let text = self.str_text(name).map(|t| t.to_string()).unwrap_or_default();
        self.raise_name_error(Exceptions::NAME_ERROR, format!("name '{text}' is not defined"), name)
    }

    #[cold]
    fn unbound_local(&mut self, code: &CodeObject, index: u32) -> Raised {
        let name = code.locals[index as usize];
        let text = self.str_text(name).map(|t| t.to_string()).unwrap_or_default();
        let message = format!("cannot access local variable '{text}' where it is not associated with a value");
        self.raise_name_error(Exceptions::UNBOUND_LOCAL_ERROR, message, name)
    }

    #[cold]
    fn unbound_free(&mut self, code: &CodeObject, index: u32) -> Raised {
        let is_free = index as usize >= code.locals.len() - code.code.free_count as usize;
        if !is_free {
            return self.unbound_local(code, index);
        }
        let name = code.locals[index as usize];
        let text = self.str_text(name).map(|t| t.to_string()).unwrap_or_default();
        let message =
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope");
        self.raise_name_error(Exceptions::NAME_ERROR, message, name)
    }

    /// NameError, which remembers the name.
    #[cold]
    pub(crate) fn raise_name_error(&mut self, class: Id, message: String, name: Id) -> Raised {
        let text = self.new_str(message);
        let args = self.new_tuple(vec![text]);
        let exception = self.new_exception(class, args);
        self.heap.incref(name);
        if let Data::Exception(e) = self.heap.get_mut(exception) {
            e.fields = vec![Some(name)];
        }
        self.raise_object(exception)
    }

    fn op_call(&mut self, count: usize) -> R<Flow> {
        let top = self.stack.len();
        let floor = top - count - 2;
        let mut callable = self.stack[floor].unwrap_or(Singletons::NONE);
        if let Data::Method(method) = self.heap.get(callable)
            && self.stack[floor + 1].is_none()
        {
            // A bound method is taken apart: its function is called with the receiver first.
            let method = *method;
            self.heap.incref(method.function);
            self.heap.incref(method.receiver);
            self.stack[floor] = Some(method.function);
            self.stack[floor + 1] = Some(method.receiver);
            self.decref(callable);
            callable = method.function;
        }
        let count = count + usize::from(self.stack[floor + 1].is_some());
        match self.heap.get(callable) {
            Data::Function(_) => {
                self.instructions += 1;
                // The frame takes the reference to the function over.
                self.stack[floor] = None;
                self.push_call(callable, floor, count, FrameFlags::default())?;
                Ok(Flow::Switch)
            }
            Data::Class(_) if self.class_of(callable) == TypeTable::TYPE && callable != TypeTable::TYPE => {
                self.op_call_class(callable, floor, count)
            }
            _ => {
                let args: Positional = self.stack[top - count..].iter().copied().flatten().collect();
                let result = self.call_native_object(callable, &Args::positional(&args))?;
                self.finish_native_call(floor, result)
            }
        }
    }

    /// Puts the result of a native call in the place of callable and arguments, then serves the eval breaker.
    fn finish_native_call(&mut self, floor: usize, result: Id) -> R<Flow> {
        let operands: SmallVec<[Slot; 8]> = self.stack.drain(floor..).collect();
        self.stack.push(Some(result));
        let mut operands = operands.into_iter();
        let callable = operands.next().flatten();
        for slot in operands {
            self.decref_slot(slot);
        }
        self.decref_slot(callable);
        self.after_native_call()
    }

    /// Calls of C functions and classes serve the eval breaker (bytecodes.c, CHECK_EVAL_BREAKER after CALL).
    #[inline]
    fn after_native_call(&mut self) -> R<Flow> {
        self.instructions += 1;
        if !self.heap.gc_pending && self.instructions < self.slice_end {
            return Ok(Flow::Next);
        }
        let next = self.pc + 1;
        self.serve_breaker().map(|pause| self.jump_or_pause(next, pause))
    }

    /// `Class(...)`: where the class only adds an `__init__` written in Python, the instance is made here and the
    /// `__init__` runs as a frame of this loop (bytecodes.c, CALL_ALLOC_AND_ENTER_INIT).
    fn op_call_class(&mut self, class: Id, floor: usize, count: usize) -> R<Flow> {
        let top = self.stack.len();
        if self.stack[floor + 1].is_none()
            && self.is_plain_class(class)
            && let Some(init) = self.class_init(class)
            && let Data::Function(_) = self.heap.get(init)
        {
            self.instructions += 1;
            let args: Positional = self.stack[floor + 2..].iter().copied().flatten().collect();
            let cold = self.is_cold_call(class, init, count).then(|| {
                args.iter().for_each(|&arg| self.heap.incref(arg));
                self.new_tuple(&args[..])
            });
            let instance = self.alloc_instance(class, Data::Bare);
            self.heap.incref(instance);
            self.heap.incref(init);
            self.stack[floor] = Some(instance);
            match cold {
                Some(tuple) => {
                    // The caller's operands stay on the stack, and so does the tuple that takes them to `__init__`.
                    self.stack[floor + 1] = Some(class);
                    self.stack.extend([Some(tuple), Some(instance)]);
                    args.iter().for_each(|&arg| self.heap.incref(arg));
                    self.stack.extend(args.iter().map(|&arg| Some(arg)));
                }
                None => {
                    self.stack[floor + 1] = Some(instance);
                    self.decref(class);
                }
            }
            self.push_call(init, floor + 1, count + 1, FrameFlags { init: true, ..FrameFlags::default() })?;
            return Ok(Flow::Switch);
        }
        let args: Positional = self.stack[top - count..].iter().copied().flatten().collect();
        let result = self.call_native_object(class, &Args::positional(&args))?;
        self.finish_native_call(floor, result)
    }

    /// Whether CPython runs this call of a class by its general instruction: the first time, and always where it cannot
    /// specialise (specialize.c, specialize_class_call).
    fn is_cold_call(&mut self, class: Id, init: Id, count: usize) -> bool {
        let inline_values = self.keeps_inline_values(class);
        let simple = self.takes_exactly(init, count as u32 + 1);
        if !inline_values || !simple || self.version.number < (3, 13, 0) {
            return true;
        }
        self.first_run()
    }

    /// Whether the running instruction runs for the first time: from the second time on CPython has specialised it.
    pub(crate) fn first_run(&mut self) -> bool {
        let Some(base) = self.frames.last().map(|f| f.code.instr_base) else { return true };
        match self.warm.get_mut((base + self.pc) as usize) {
            Some(warm) => !std::mem::replace(warm, true),
            None => true,
        }
    }

    /// A class's `__init__`: borrowed. The class remembers it as long as its version stays the same.
    #[inline]
    fn class_init(&mut self, class: Id) -> Option<Id> {
        let c = self.class(class);
        if c.version != 0 && c.init.0 == c.version {
            return c.init.1;
        }
        let init = self.type_lookup(class, Names::INIT);
        let version = self.class_version(class);
        self.class_mut(class)?.init = (version, init);
        init
    }

    fn op_call_kw(&mut self, count: usize) -> R<Flow> {
        let names_id = self.pop();
        let names: Positional = self.tuple_items(names_id).unwrap_or(&[]).into();
        // The names are constants of the code: it keeps them alive.
        self.decref(names_id);
        let top = self.stack.len();
        let floor = top - count - 2;
        let mut callable = self.stack[floor].unwrap_or(Singletons::NONE);
        if let Data::Method(method) = self.heap.get(callable)
            && self.stack[floor + 1].is_none()
        {
            let method = *method;
            self.heap.incref(method.function);
            self.heap.incref(method.receiver);
            self.stack[floor] = Some(method.function);
            self.stack[floor + 1] = Some(method.receiver);
            self.decref(callable);
            callable = method.function;
        }
        let count = count + usize::from(self.stack[floor + 1].is_some());
        let positional = count - names.len();
        if let Data::Function(_) = self.heap.get(callable) {
            self.instructions += 1;
            self.stack[floor] = None;
            self.push_call_kw(callable, floor, positional, &names, FrameFlags::default())?;
            return Ok(Flow::Switch);
        }
        let args: Positional = self.stack[top - count..].iter().copied().flatten().collect();
        let (pos, values) = args.split_at(positional);
        let kw: Vec<(Id, Id)> = names.iter().copied().zip(values.iter().copied()).collect();
        let result = self.call_native_object(callable, &Args { pos, kw: &kw })?;
        self.finish_native_call(floor, result)
    }

    fn op_call_ex(&mut self, has_kwargs: bool) -> R<Flow> {
        let depth = if has_kwargs { 4 } else { 3 };
        let floor = self.stack.len() - depth;
        let callable = self.peek(depth);
        let args_at = floor + 2;
        let args_object = self.stack[args_at].unwrap_or(Singletons::NONE);
        if self.class_of(args_object) != TypeTable::TUPLE {
            let items = self.star_args(callable, args_object)?;
            let tuple = self.new_tuple(items);
            self.stack[args_at] = Some(tuple);
            self.decref(args_object);
        }
        let args: Positional = self.stack[args_at].and_then(|t| self.tuple_items(t)).unwrap_or(&[]).into();
        let mut kw: Vec<(Id, Id)> = Vec::new();
        if has_kwargs && let Some(dict) = self.stack[floor + 3].and_then(|d| self.dict(d)) {
            kw = dict.iter().map(|e| (e.key, e.value)).collect();
        }
        if let Some(&(bad, _)) = kw.iter().find(|&&(name, _)| self.str_data(name).is_none()) {
            let _ = bad;
            return Err(self.type_error("keywords must be strings"));
        }
        if let Data::Function(_) = self.heap.get(callable) {
            self.instructions += 1;
            // The argument tuple and dict go before the call starts: the frame has references of its own.
            let names: Positional = kw.iter().map(|&(name, _)| name).collect();
            for &arg in args.iter().chain(kw.iter().map(|(_, value)| value)) {
                self.heap.incref(arg);
            }
            let held: SmallVec<[Slot; 4]> = self.stack.drain(floor..).collect();
            self.stack.extend(args.iter().map(|&id| Some(id)));
            self.stack.extend(kw.iter().map(|&(_, value)| Some(value)));
            let kept = held.get(3).copied().flatten();
            let result = self.push_call_kw(callable, floor, args.len(), &names, FrameFlags::default());
            self.decref_slot(held.get(2).copied().flatten());
            self.decref_slot(kept);
            result?;
            return Ok(Flow::Switch);
        }
        let result = self.call_args(callable, &Args { pos: &args, kw: &kw })?;
        self.finish_native_call(floor, result)
    }

    fn star_args(&mut self, callable: Id, args: Id) -> R<Vec<Id>> {
        let slots = &self.class(self.class_of(args)).slots;
        if slots.iter.is_none() && slots.getitem.is_none() {
            let name = self.function_text(callable);
            let given = self.type_name(args);
            return Err(self.type_error(format!("{name} argument after * must be an iterable, not {given}")));
        }
        self.collect(args)
    }

    fn op_return(&mut self) -> R<Flow> {
        let Some(frame) = self.take_frame() else { return Ok(Flow::Pause) };
        let (flags, floor) = (frame.flags, frame.floor);
        if flags.generator {
            return self.return_from_generator(frame);
        }
        self.end_frame(frame);
        let result = self.pop();
        if flags.init {
            self.cut_stack(floor);
            if result != Singletons::NONE {
                let name = self.type_name(result);
                self.decref(result);
                return Err(self.type_error(format!("__init__() should return None, not '{name}'")));
            }
            return Ok(Flow::Switch);
        }
        if flags.held {
            self.cut_stack(floor);
        } else {
            self.stack.truncate(floor);
        }
        if flags.entry {
            return Ok(Flow::Done(result));
        }
        self.push(result);
        Ok(Flow::Switch)
    }

    fn op_for_iter(&mut self, target: u32) -> R<Flow> {
        let iterator = self.top();
        let next = match self.heap.get_mut(iterator) {
            Data::RangeIterator(range) => range.next_value().map(|value| self.new_int(value)),
            Data::Generator(generator) if generator.kind == GeneratorKind::Generator => {
                return self.for_iter_generator(iterator, target);
            }
            _ => {
                let mark = self.temps.len();
                let next = self.next(iterator);
                self.release_kept(mark);
                match next {
                    Ok(next) => next,
                    Err(raised) => {
                        self.expect_raised(raised, Exceptions::STOP_ITERATION)?;
                        None
                    }
                }
            }
        };
        match next {
            Some(value) => {
                self.push(value);
                Ok(Flow::Next)
            }
            None => {
                let iterator = self.pop();
                self.decref(iterator);
                Ok(Flow::Jump(target))
            }
        }
    }

    /// The instructions that are not worth a place in the loop itself.
    fn execute(&mut self, code: &Rc<CodeObject>, base: usize, instr: Instr) -> R<Flow> {
        let a = instr.a as usize;
        match instr.op {
            Op::PushNull => self.stack.push(None),
            Op::Copy => {
                let slot = self.stack[self.stack.len() - a];
                if let Some(id) = slot {
                    self.heap.incref(id);
                }
                self.stack.push(slot);
            }
            Op::Swap => {
                let top = self.stack.len();
                self.stack.swap(top - 1, top - a);
            }
            Op::LoadFastCheck => match self.stack[base + a] {
                Some(id) => {
                    self.heap.incref(id);
                    self.push(id);
                }
                None => return Err(self.unbound_local(code, instr.a)),
            },
            Op::LoadFastAndClear => {
                let slot = self.stack[base + a].take();
                self.stack.push(slot);
            }
            Op::StoreFastMaybeNull => {
                let value = self.stack.pop().flatten();
                let old = std::mem::replace(&mut self.stack[base + a], value);
                self.decref_slot(old);
            }
            Op::DeleteFast => match self.stack[base + a].take() {
                Some(id) => self.decref(id),
                None => return Err(self.unbound_local(code, instr.a)),
            },
            Op::MakeCell => {
                let content = self.stack[base + a].take();
                let cell = self.new_cell(content);
                self.stack[base + a] = Some(cell);
            }
            Op::CopyFreeVars => {
                let closure = match self.frames.last().map(|f| self.heap.get(f.function)) {
                    Some(Data::Function(f)) => f.closure,
                    _ => None,
                };
                let cells: Positional = closure.and_then(|c| self.tuple_items(c)).unwrap_or(&[]).into();
                let first = base + code.locals.len() - a;
                for (i, cell) in cells.into_iter().enumerate().take(a) {
                    self.heap.incref(cell);
                    self.stack[first + i] = Some(cell);
                }
            }
            Op::LoadDeref => match self.cell_content(base + a) {
                Some(id) => {
                    self.heap.incref(id);
                    self.push(id);
                }
                None => return Err(self.unbound_free(code, instr.a)),
            },
            Op::StoreDeref => {
                let value = self.stack.pop().flatten();
                let old = self.set_cell(base + a, value);
                self.decref_slot(old);
            }
            Op::DeleteDeref => match self.set_cell(base + a, None) {
                Some(old) => self.decref(old),
                None => return Err(self.unbound_free(code, instr.a)),
            },
            Op::LoadFromDictOrDeref => {
                let mapping = self.top();
                let found = self.mapping_get(mapping, code.locals[a])?;
                let found = match found {
                    Some(found) => found,
                    None => match self.cell_content(base + a) {
                        Some(id) => self.incref(id),
                        None => return Err(self.unbound_free(code, instr.a)),
                    },
                };
                let mapping = self.replace_top(found);
                self.decref(mapping);
            }
            Op::LoadFromDictOrGlobals => {
                let mapping = self.top();
                let found = match self.mapping_get(mapping, code.names[a])? {
                    Some(found) => found,
                    None => match self.lookup_global(code, instr) {
                        Some(id) => self.incref(id),
                        None => return Err(self.name_error(code.names[a])),
                    },
                };
                let mapping = self.replace_top(found);
                self.decref(mapping);
            }
            Op::DeleteName => {
                let name = code.names[a];
                let namespace = self.frames.last().and_then(|f| f.namespace).unwrap_or(self.builtins);
                if self.class_of(namespace) == TypeTable::DICT {
                    if !self.dict_remove_name(namespace, name) {
                        return Err(self.name_error(name));
                    }
                } else if let Err(raised) = self.delitem(namespace, name) {
                    self.expect_raised(raised, Exceptions::KEY_ERROR)?;
                    return Err(self.name_error(name));
                }
            }
            Op::StoreGlobal => {
                let globals = self.frames.last().map_or(self.builtins, |f| f.globals);
                let value = self.top();
                self.heap.incref(value);
                self.dict_set_name(globals, code.names[a], value);
                let value = self.pop();
                self.decref(value);
            }
            Op::DeleteGlobal => {
                let globals = self.frames.last().map_or(self.builtins, |f| f.globals);
                if !self.dict_remove_name(globals, code.names[a]) {
                    return Err(self.name_error(code.names[a]));
                }
            }
            Op::LoadLocals => {
                let namespace = self.frames.last().and_then(|f| f.namespace.or(Some(f.globals)));
                let namespace = namespace.unwrap_or(self.builtins);
                self.heap.incref(namespace);
                self.push(namespace);
            }
            Op::LoadBuildClass => {
                let builtins = self.frames.last().map_or(self.builtins, |f| f.builtins);
                match self.dict_get_name(builtins, Names::BUILD_CLASS) {
                    Some(function) => {
                        self.heap.incref(function);
                        self.push(function);
                    }
                    None => return Err(self.raise(Exceptions::NAME_ERROR, "__build_class__ not found")),
                }
            }
            Op::LoadAssertionError => self.push(Exceptions::ASSERTION_ERROR),
            Op::LoadSuperAttr | Op::LoadSuperMethod => return self.op_load_super(code, instr),
            Op::DeleteAttr => {
                let owner = self.top();
                self.delattr(owner, code.names[a])?;
                let owner = self.pop();
                self.decref(owner);
            }
            Op::BinarySubscr => {
                let (container, index) = self.top_two();
                if let Some(function) = self.getitem_function(container) {
                    return self.push_operand_call(function, 2);
                }
                let result = match self.subscript_fast(container, index) {
                    Some(result) => result,
                    None => {
                        let mark = self.temps.len();
                        let result = self.getitem(container, index);
                        self.release_kept(mark);
                        result?
                    }
                };
                self.replace_two(result);
            }
            Op::StoreSubscr => {
                let (container, index) = self.top_two();
                let value = self.peek(3);
                let mark = self.temps.len();
                let result = self.setitem(container, index, value);
                self.release_kept(mark);
                result?;
                self.drop_in_order(3);
            }
            Op::DeleteSubscr => {
                let (container, index) = self.top_two();
                let mark = self.temps.len();
                let result = self.delitem(container, index);
                self.release_kept(mark);
                result?;
                self.drop_two();
            }
            Op::BinarySlice => {
                let slice = self.slice_of_top();
                let container = self.peek(2);
                let result = self.getitem(container, slice)?;
                self.replace_many(2, result);
            }
            Op::StoreSlice => {
                let slice = self.slice_of_top();
                let (container, value) = (self.peek(2), self.peek(3));
                self.setitem(container, slice, value)?;
                self.drop_in_order(3);
            }
            Op::UnaryNegative => return self.unary(Vm::negative),
            Op::UnaryInvert => return self.unary(Vm::invert),
            Op::UnaryNot => {
                let truth = self.top() == Singletons::TRUE;
                let old = self.replace_top(Singletons::bool(!truth));
                self.decref(old);
            }
            Op::ToBool => {
                let object = self.top();
                let truth = self.is_true(object)?;
                let old = self.replace_top(Singletons::bool(truth));
                self.decref(old);
            }
            Op::IsOp => {
                let (left, right) = self.top_two();
                self.replace_two(Singletons::bool((left == right) != (a == 1)));
            }
            Op::ContainsOp => {
                let (item, container) = self.top_two();
                let mark = self.temps.len();
                let found = self.contains(container, item);
                self.release_kept(mark);
                let found = found?;
                self.replace_two(Singletons::bool(found != (a == 1)));
            }
            Op::PopJumpIfNone | Op::PopJumpIfNotNone => {
                let value = self.pop();
                let jump = (value == Singletons::NONE) == (instr.op == Op::PopJumpIfNone);
                self.decref(value);
                if jump {
                    return Ok(Flow::Jump(instr.a));
                }
            }
            Op::JumpBackwardNoInterrupt => return Ok(Flow::Jump(instr.a)),
            Op::GetIter => {
                let iterable = self.top();
                let mark = self.temps.len();
                let iterator = self.iter(iterable);
                self.release_kept(mark);
                let iterator = iterator?;
                let iterable = self.replace_top(iterator);
                self.decref(iterable);
            }
            Op::CallKw => return self.op_call_kw(a),
            Op::CallFunctionEx => return self.op_call_ex(a == 1),
            Op::MakeFunction => self.op_make_function()?,
            Op::SetFunctionAttribute => {
                let function = self.pop();
                let value = self.pop();
                let which = FunctionAttribute::from_operand(instr.a);
                if let Data::Function(f) = self.heap.get_mut(function) {
                    match which {
                        FunctionAttribute::Defaults => f.defaults = Some(value),
                        FunctionAttribute::KwDefaults => f.kwdefaults = Some(value),
                        FunctionAttribute::Annotations => f.annotations = Some(value),
                        FunctionAttribute::Closure => f.closure = Some(value),
                    }
                }
                self.push(function);
            }
            Op::ReturnConst => {
                let id = code.consts[a];
                self.heap.incref(id);
                self.push(id);
                return self.op_return();
            }
            Op::ConvertValue => {
                let object = self.top();
                let text = match Conversion::from_operand(instr.a) {
                    Conversion::Str => self.str(object)?,
                    Conversion::Repr => self.repr(object)?,
                    Conversion::Ascii => self.ascii(object)?,
                };
                let old = self.replace_top(text);
                self.decref(old);
            }
            Op::FormatSimple => {
                let object = self.top();
                if self.class_of(object) != TypeTable::STR {
                    let text = self.format(object, "")?;
                    let old = self.replace_top(text);
                    self.decref(old);
                }
            }
            Op::FormatWithSpec => {
                let (object, spec) = self.top_two();
                let spec = self.str_text(spec).map(|t| t.to_string()).unwrap_or_default();
                let text = self.format(object, &spec)?;
                self.replace_two(text);
            }
            Op::GetLen => {
                let object = self.top();
                let len = self.len(object)?;
                let len = self.new_int(len as i64);
                self.push(len);
            }
            Op::BuildTuple
            | Op::BuildList
            | Op::BuildSet
            | Op::BuildMap
            | Op::BuildConstKeyMap
            | Op::BuildString
            | Op::BuildSlice
            | Op::ListAppend
            | Op::SetAdd
            | Op::MapAdd
            | Op::ListExtend
            | Op::SetUpdate
            | Op::DictUpdate
            | Op::DictMerge
            | Op::UnpackSequence
            | Op::UnpackEx => self.build(instr)?,
            _ => return self.execute_rare(code, instr),
        }
        Ok(Flow::Next)
    }

    fn unary(&mut self, f: fn(&mut Vm, Id) -> R<Id>) -> R<Flow> {
        let object = self.top();
        let result = f(self, object)?;
        let old = self.replace_top(result);
        self.decref(old);
        Ok(Flow::Next)
    }

    /// Drops the top `count` operands, the lowest first.
    pub(crate) fn drop_in_order(&mut self, count: usize) {
        let first = self.stack.len().saturating_sub(count);
        let operands: SmallVec<[Slot; 8]> = self.stack.drain(first..).collect();
        for slot in operands {
            self.decref_slot(slot);
        }
    }

    pub(crate) fn cell_content(&self, index: usize) -> Slot {
        match self.heap.get(self.stack.get(index).copied().flatten()?) {
            Data::Cell(content) => *content,
            _ => None,
        }
    }

    fn set_cell(&mut self, index: usize, value: Slot) -> Slot {
        let cell = self.stack.get(index).copied().flatten()?;
        match self.heap.get_mut(cell) {
            Data::Cell(content) => std::mem::replace(content, value),
            _ => None,
        }
    }

    /// `list[int]` and `tuple[int]` in range: a new reference.
    #[inline]
    fn subscript_fast(&mut self, container: Id, index: Id) -> Option<Id> {
        let &Data::Int(i) = self.heap.get(index) else { return None };
        let items: &[Id] = match self.heap.get(container) {
            Data::List(items) => items,
            Data::Tuple(items) => items,
            _ => return None,
        };
        let i = if i < 0 { i + items.len() as i64 } else { i };
        let item = *items.get(usize::try_from(i).ok()?)?;
        Some(self.incref(item))
    }

    /// Makes a slice of the top two operands (start, stop) in their place, kept until the instruction is over.
    fn slice_of_top(&mut self) -> Id {
        let stop = self.pop();
        let start = self.pop();
        let slice = self.alloc(TypeTable::SLICE, Data::Slice(Rc::new([start, stop, Singletons::NONE])));
        self.push(slice);
        slice
    }

    fn op_make_function(&mut self) -> R<()> {
        let code_id = self.top();
        let Some((globals, builtins)) = self.frames.last().map(|f| (f.globals, f.builtins)) else { return Ok(()) };
        let function = self.new_function(code_id, globals, builtins);
        let code_id = self.replace_top(function);
        self.decref(code_id);
        Ok(())
    }

    /// A function with this code and globals (borrowed) (CPython 3.13 funcobject.c, PyFunction_NewWithQualName).
    pub fn new_function(&mut self, code_id: Id, globals: Id, builtins: Id) -> Id {
        let (name, qualname, doc) = match self.heap.get(code_id) {
            Data::Code(code) => {
                let doc = code.consts.first().copied().filter(|&c| self.str_data(c).is_some());
                let doc = doc.or(Some(Singletons::NONE));
                (code.name, code.qualname, doc)
            }
            _ => (Singletons::EMPTY_STR, Singletons::EMPTY_STR, None),
        };
        let module = self.dict_get_name(globals, Names::NAME);
        for id in [code_id, globals, builtins, name, qualname].into_iter().chain(doc).chain(module) {
            self.heap.incref(id);
        }
        let function = Function {
            code: code_id,
            globals,
            builtins,
            module,
            name,
            qualname,
            doc,
            defaults: None,
            kwdefaults: None,
            annotations: None,
            closure: None,
            type_params: None,
            dict: None,
        };
        self.alloc(TypeTable::FUNCTION, Data::Function(Box::new(function)))
    }
}

const COMPARISONS: [Comparison; 8] = [
    Comparison::Lt,
    Comparison::Le,
    Comparison::Eq,
    Comparison::Ne,
    Comparison::Gt,
    Comparison::Ge,
    Comparison::Eq,
    Comparison::Eq,
];
