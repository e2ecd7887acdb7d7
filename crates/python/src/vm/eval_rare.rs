//! Instructions that a program meets seldom: exceptions, `with`, generators, imports, patterns.

use std::rc::Rc;

use ouro_heap::Id;

use super::eval::Flow;
use super::{Names, R, Singletons, Vm};
use crate::bytecode::{Instr, Intrinsic1, Intrinsic2, Op, SpecialMethod};
use crate::data::CodeObject;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    pub(crate) fn execute_rare(&mut self, code: &Rc<CodeObject>, instr: Instr) -> R<Flow> {
        let a = instr.a as usize;
        match instr.op {
            Op::PushExcInfo => self.push_exc_info(),
            Op::PopExcept => self.pop_except(),
            Op::CheckExcMatch => {
                let (class, exception) = (self.top(), self.peek(2));
                self.check_exception_class(class)?;
                let matches = self.exception_matches(exception, class);
                let class = self.pop();
                self.push(Singletons::bool(matches));
                self.decref(class);
            }
            Op::CheckEgMatch => {
                let (class, exception) = (self.top(), self.peek(2));
                let (rest, matched) = self.exception_group_match(exception, class)?;
                if matched != Singletons::NONE {
                    // What is being handled is the part that matched.
                    self.heap.incref(matched);
                    let old = self.handled.last_mut().and_then(|slot| slot.replace(matched));
                    self.decref_slot(old);
                }
                self.drop_in_order(2);
                self.push(rest);
                self.push(matched);
            }
            Op::Reraise => return Err(self.reraise(a)),
            Op::RaiseVarargs => return Err(self.op_raise(a)),
            Op::LoadSpecial => self.load_special(SpecialMethod::from_operand(instr.a))?,
            Op::BeforeWith => self.enter_context("context manager protocol", Names::ENTER, Names::EXIT)?,
            Op::BeforeAsyncWith => {
                self.enter_context("asynchronous context manager protocol", Names::AENTER, Names::AEXIT)?;
            }
            Op::WithExceptStart => {
                let exception = self.top();
                let exit = self.peek(4 + instr.a as usize);
                let receiver = if instr.a == 1 { self.stack[self.stack.len() - 4] } else { None };
                let class = self.class_of(exception);
                let traceback = match self.heap.get(exception) {
                    Data::Exception(e) => e.traceback.unwrap_or(Singletons::NONE),
                    _ => Singletons::NONE,
                };
                let args = [receiver.unwrap_or(class), class, exception, traceback];
                let args = if receiver.is_some() { &args[..] } else { &args[1..] };
                let result = self.scoped(|vm| {
                    if vm.version.unbound_exits {
                        vm.incref(traceback);
                        vm.keep(traceback);
                    }
                    vm.call(exit, args)
                })?;
                self.push(result);
            }
            Op::ReturnGenerator => return self.return_generator(),
            Op::YieldValue => return self.yield_value(),
            Op::Send => return self.op_send(instr),
            Op::EndSend => {
                let value = self.pop();
                let place = if a == 1 { self.stack.pop().flatten() } else { None };
                let receiver = self.pop();
                self.push(value);
                self.decref_slot(place);
                self.decref(receiver);
            }
            Op::CleanupThrow => {
                let exception = self.top();
                if !self.is_subclass(self.class_of(exception), Exceptions::STOP_ITERATION) {
                    let exception = self.pop();
                    return Err(self.set_raised(exception));
                }
                let value = match self.heap.get(exception) {
                    Data::Exception(e) => e.fields.first().copied().flatten().unwrap_or(Singletons::NONE),
                    _ => Singletons::NONE,
                };
                self.heap.incref(value);
                self.drop_in_order(3 + a);
                self.push(Singletons::NONE);
                if a == 1 {
                    self.stack.push(None);
                }
                self.push(value);
            }
            Op::GetYieldFromIter => {
                let iterable = self.top();
                let is_coroutine = self.class_of(iterable) == TypeTable::COROUTINE;
                if is_coroutine && !code.code.flags.coroutine && !code.code.flags.iterable_coroutine {
                    return Err(self.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
                }
                let stays = is_coroutine || self.class_of(iterable) == TypeTable::GENERATOR;
                if a == 1 {
                    match stays {
                        true => self.stack.push(None),
                        false => self.push_iterator_and_place()?,
                    }
                } else if !stays {
                    let iterator = self.scoped(|vm| vm.iter(iterable))?;
                    let iterable = self.pop();
                    self.push(iterator);
                    self.decref(iterable);
                }
            }
            Op::GetAwaitable => {
                let object = self.top();
                let awaitable = self.scoped(|vm| vm.awaitable(object, a))?;
                if self.class_of(awaitable) == TypeTable::COROUTINE && self.is_awaited(awaitable) {
                    self.decref(awaitable);
                    return Err(self.raise(Exceptions::RUNTIME_ERROR, "coroutine is being awaited already"));
                }
                let object = self.pop();
                self.push(awaitable);
                self.decref(object);
            }
            Op::GetAiter => {
                let object = self.top();
                let Some(iterator) = self.scoped(|vm| vm.call_slot_method(object, Names::AITER, &[]))? else {
                    return Err(
                        self.type_error_for(object, "'async for' requires an object with __aiter__ method, got {}")
                    );
                };
                if self.class(self.class_of(iterator)).slots.anext.is_none() {
                    let message = "'async for' received an object from __aiter__ that does not implement __anext__: {}";
                    let raised = self.type_error_for(iterator, message);
                    self.decref(iterator);
                    return Err(raised);
                }
                let object = self.pop();
                self.push(iterator);
                self.decref(object);
            }
            Op::GetAnext => {
                let object = self.top();
                let Some(next) = self.scoped(|vm| vm.call_slot_method(object, Names::ANEXT, &[]))? else {
                    return Err(
                        self.type_error_for(object, "'async for' requires an iterator with __anext__ method, got {}")
                    );
                };
                self.push(next);
                if self.class_of(next) == TypeTable::ASYNC_GENERATOR_SEND {
                    return Ok(Flow::Next);
                }
                let awaitable = match self.scoped(|vm| vm.awaitable(next, 0)) {
                    Ok(awaitable) => awaitable,
                    Err(raised) => {
                        let message = "'async for' received an invalid object from __anext__: {}";
                        return Err(self.type_error_from(raised, next, message));
                    }
                };
                let next = self.pop();
                self.push(awaitable);
                self.decref(next);
            }
            Op::EndAsyncFor => {
                let exception = self.top();
                if !self.is_subclass(self.class_of(exception), Exceptions::STOP_ASYNC_ITERATION) {
                    let exception = self.pop();
                    return Err(self.set_raised(exception));
                }
                self.drop_in_order(2);
            }
            Op::ImportName => {
                let (level, from) = (self.peek(2), self.top());
                let module = self.scoped(|vm| vm.import_by_builtin(code.names[a], from, level))?;
                self.drop_in_order(2);
                self.push(module);
            }
            Op::ImportFrom => {
                let module = self.top();
                let value = self.scoped(|vm| vm.import_from(module, code.names[a]))?;
                self.push(value);
            }
            Op::MatchMapping => {
                let class = self.class_of(self.top());
                let matches = self.class(class).flags.mapping;
                self.push(Singletons::bool(matches));
            }
            Op::MatchSequence => {
                let class = self.class_of(self.top());
                let matches = self.class(class).flags.sequence;
                self.push(Singletons::bool(matches));
            }
            Op::MatchKeys => {
                let (subject, keys) = (self.peek(2), self.top());
                let values = self.scoped(|vm| vm.match_keys(subject, keys))?;
                self.push(values);
            }
            Op::MatchClass => {
                let (subject, class, names) = (self.peek(3), self.peek(2), self.top());
                let attributes = self.scoped(|vm| vm.match_class(subject, class, a, names))?;
                self.drop_operands(3);
                self.push(attributes);
            }
            Op::CallIntrinsic1 => return self.intrinsic_1(Intrinsic1::from_operand(instr.a)),
            Op::CallIntrinsic2 => return self.intrinsic_2(Intrinsic2::from_operand(instr.a)),
            Op::SetupAnnotations => {
                let Some(namespace) = self.frames.last().and_then(|f| f.namespace) else { return Ok(Flow::Next) };
                let missing = if self.class_of(namespace) == TypeTable::DICT {
                    self.dict_get_name(namespace, Names::ANNOTATIONS).is_none()
                } else {
                    match self.mapping_get(namespace, Names::ANNOTATIONS)? {
                        Some(found) => {
                            self.decref(found);
                            false
                        }
                        None => true,
                    }
                };
                if missing {
                    let annotations = self.new_dict();
                    self.keep(annotations);
                    self.setitem(namespace, Names::ANNOTATIONS, annotations)?;
                    let annotations = self.temps.pop().unwrap_or(annotations);
                    self.decref(annotations);
                }
            }
            _ => return Err(self.raise(Exceptions::SYSTEM_ERROR, format!("unknown opcode {}", instr.op.name()))),
        }
        Ok(Flow::Next)
    }

    /// A dunder method bound to its object, found on the class: a new reference.
    pub(crate) fn bind_special(&mut self, object: Id, name: Id) -> R<Id> {
        let class = self.class_of(object);
        let Some(method) = self.type_lookup(class, name) else { return Err(self.attribute_error(object, name)) };
        match self.class(self.class_of(method)).slots.descr_get {
            Some(get) => {
                self.heap.incref(method);
                let bound = get(self, method, Some(object), Some(class));
                self.decref(method);
                bound
            }
            None => Ok(self.incref(method)),
        }
    }

    /// A method of the object's class, for the call that follows (bytecodes.c, LOAD_SPECIAL).
    fn load_special(&mut self, which: SpecialMethod) -> R<()> {
        let object = self.top();
        let (name, protocol) = match which {
            SpecialMethod::Enter => (Names::ENTER, "context manager protocol"),
            SpecialMethod::Exit => (Names::EXIT, "context manager protocol"),
            SpecialMethod::AsyncEnter => (Names::AENTER, "asynchronous context manager protocol"),
            SpecialMethod::AsyncExit => (Names::AEXIT, "asynchronous context manager protocol"),
        };
        match self.type_lookup(self.class_of(object), name) {
            Some(method) if self.binds_as_method(method) => {
                self.heap.incref(method);
                self.replace_top(method);
                self.push(object);
            }
            Some(_) => {
                let bound = self.scoped(|vm| vm.bind_special(object, name))?;
                self.replace_top(bound);
                self.stack.push(None);
                self.decref(object);
            }
            None => {
                let owner = self.type_name(object);
                let method = which.text();
                let message = format!("'{owner}' object does not support the {protocol} (missed {method} method)");
                return Err(self.type_error(message));
            }
        }
        Ok(())
    }

    /// `with` and `async with`: in the place of the manager on top comes its bound `exit`, and on it what `enter` gives.
    fn enter_context(&mut self, protocol: &str, enter: Id, exit: Id) -> R<()> {
        let manager = self.top();
        let class = self.class_of(manager);
        if self.type_lookup(class, enter).is_none() {
            let name = self.type_name(manager);
            return Err(self.type_error(format!("'{name}' object does not support the {protocol}")));
        }
        if self.type_lookup(class, exit).is_none() {
            let name = self.type_name(manager);
            let exit = self.display_text(exit)?;
            let message = format!("'{name}' object does not support the {protocol} (missed {exit} method)");
            return Err(self.type_error(message));
        }
        let enter = self.bind_special(manager, enter)?;
        self.keep(enter);
        let exit = self.bind_special(manager, exit)?;
        self.push(exit);
        let place = self.stack.len() - 2;
        self.stack.swap(place, place + 1);
        let manager = self.pop();
        self.decref(manager);
        let entered = self.scoped(|vm| vm.call(enter, &[]));
        if let Some(enter) = self.temps.pop() {
            self.decref(enter);
        }
        self.push(entered?);
        Ok(())
    }

    /// `raise`, `raise x`, `raise x from y` (ceval.c, do_raise).
    fn op_raise(&mut self, count: usize) -> super::Raised {
        if count == 0 {
            return match self.handled_exception() {
                Some(exception) => {
                    self.heap.incref(exception);
                    self.set_raised(exception)
                }
                None => self.raise(Exceptions::RUNTIME_ERROR, "No active exception to reraise"),
            };
        }
        let cause = (count == 2).then(|| self.pop());
        let object = self.pop();
        let exception = match self.instantiate_exception(object, "exceptions must derive from BaseException") {
            Ok(exception) => exception,
            Err(raised) => {
                self.decref_slot(cause);
                return raised;
            }
        };
        if let Some(cause) = cause {
            let cause = if cause == Singletons::NONE {
                None
            } else {
                match self.instantiate_exception(cause, "exception causes must derive from BaseException") {
                    Ok(cause) => Some(cause),
                    Err(raised) => {
                        self.decref(exception);
                        return raised;
                    }
                }
            };
            let old = match self.heap.get_mut(exception) {
                Data::Exception(e) => {
                    e.suppress_context = true;
                    std::mem::replace(&mut e.cause, cause)
                }
                _ => cause,
            };
            self.decref_slot(old);
        }
        self.raise_object(exception)
    }

    /// An exception from an instance or a class (owned): a new reference.
    fn instantiate_exception(&mut self, object: Id, message: &str) -> R<Id> {
        if let Data::Exception(_) = self.heap.get(object) {
            return Ok(object);
        }
        if let Data::Class(_) = self.heap.get(object)
            && self.is_subclass(object, Exceptions::BASE_EXCEPTION)
        {
            let result = self.call(object, &[]);
            let name = self.class(object).name.clone();
            self.decref(object);
            let exception = result?;
            if let Data::Exception(_) = self.heap.get(exception) {
                return Ok(exception);
            }
            let given = self.type_name(exception);
            self.decref(exception);
            return Err(self.type_error(format!(
                "calling <class '{name}'> should have returned an instance of BaseException, not <class '{given}'>"
            )));
        }
        self.decref(object);
        Err(self.type_error(message))
    }

    /// What `await` waits on: a new reference (genobject.c, _PyCoro_GetAwaitableIter). `place` is the instruction's.
    pub(crate) fn awaitable(&mut self, object: Id, place: usize) -> R<Id> {
        if self.is_coroutine(object) {
            return Ok(self.incref(object));
        }
        let name = self.type_name(object);
        let Some(await_) = self.class(self.class_of(object)).slots.await_ else {
            return Err(self.type_error(match place {
                1 => {
                    format!("'async with' received an object from __aenter__ that does not implement __await__: {name}")
                }
                2 => {
                    format!("'async with' received an object from __aexit__ that does not implement __await__: {name}")
                }
                _ => format!("object {name} can't be used in 'await' expression"),
            }));
        };
        let iterator = await_(self, object)?;
        if self.is_coroutine(iterator) {
            self.keep(iterator);
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if self.class(self.class_of(iterator)).slots.next.is_none() {
            self.keep(iterator);
            return Err(self.type_error_for(iterator, "__await__() returned non-iterator of type '{}'"));
        }
        Ok(iterator)
    }

    /// A coroutine, or a generator that `types.coroutine` has made one.
    fn is_coroutine(&self, object: Id) -> bool {
        match self.class_of(object) {
            TypeTable::COROUTINE => true,
            TypeTable::GENERATOR => self.generator(object).is_some_and(|g| g.code.code.flags.iterable_coroutine),
            _ => false,
        }
    }

    /// TypeError whose cause is the exception in flight (_PyErr_FormatFromCause).
    fn type_error_from(&mut self, cause: super::Raised, object: Id, message: &str) -> super::Raised {
        let cause = self.catch(cause);
        let raised = self.type_error_for(object, message);
        if let (Some(error), Some(cause)) = (self.raised, cause) {
            self.incref(cause);
            self.replace_context(error, Some(cause));
            self.replace_cause(error, Some(cause));
        }
        raised
    }

    fn intrinsic_1(&mut self, which: Intrinsic1) -> R<Flow> {
        let operand = self.top();
        let result = match which {
            Intrinsic1::ImportStar => {
                self.scoped(|vm| vm.import_star(operand))?;
                Singletons::NONE
            }
            Intrinsic1::Print => {
                self.scoped(|vm| vm.display_value(operand))?;
                Singletons::NONE
            }
            Intrinsic1::StopIterationError => self.stop_iteration_error(operand),
            Intrinsic1::UnaryPositive => self.positive(operand)?,
            Intrinsic1::ListToTuple => {
                let items: Vec<Id> = self.list_items(operand).map(|l| l.to_vec()).unwrap_or_default();
                for &item in &items {
                    self.heap.incref(item);
                }
                self.pack_tuple(items)
            }
            Intrinsic1::AsyncGenWrap => self.wrap_async_value(operand),
            Intrinsic1::TypeVar
            | Intrinsic1::ParamSpec
            | Intrinsic1::TypeVarTuple
            | Intrinsic1::SubscriptGeneric
            | Intrinsic1::TypeAlias => self.scoped(|vm| vm.typing_intrinsic(which, operand))?,
        };
        let operand = self.pop();
        self.push(result);
        self.decref(operand);
        Ok(Flow::Next)
    }

    fn intrinsic_2(&mut self, which: Intrinsic2) -> R<Flow> {
        let (left, right) = (self.peek(2), self.top());
        let result = self.scoped(|vm| match which {
            Intrinsic2::PrepReraiseStar => vm.prep_reraise_star(left, right),
            _ => vm.typing_intrinsic_2(which, left, right),
        })?;
        self.drop_in_order(2);
        self.push(result);
        Ok(Flow::Next)
    }

    /// Hands a value to `sys.displayhook` (intrinsics.c, print_expr).
    fn display_value(&mut self, value: Id) -> R<()> {
        let name = self.intern("displayhook");
        let Some(hook) = self.sys.and_then(|sys| self.dict_get_name(sys, name)) else {
            return Err(self.raise(Exceptions::RUNTIME_ERROR, "lost sys.displayhook"));
        };
        self.heap.incref(hook);
        self.keep(hook);
        let result = self.call(hook, &[value])?;
        self.decref(result);
        Ok(())
    }

    /// A StopIteration that leaves a generator becomes a RuntimeError (genobject.c, via intrinsics.c): a new reference to
    /// the exception to go on with.
    fn stop_iteration_error(&mut self, exception: Id) -> Id {
        let flags = self.frames.last().map(|frame| frame.code.code.flags).unwrap_or_default();
        let class = self.class_of(exception);
        let message = if self.is_subclass(class, Exceptions::STOP_ITERATION) {
            match (flags.async_generator, flags.coroutine) {
                (true, _) => "async generator raised StopIteration",
                (_, true) => "coroutine raised StopIteration",
                _ => "generator raised StopIteration",
            }
        } else if flags.async_generator && self.is_subclass(class, Exceptions::STOP_ASYNC_ITERATION) {
            "async generator raised StopAsyncIteration"
        } else {
            return self.incref(exception);
        };
        let text = self.new_str(message);
        let args = self.pack_tuple(vec![text]);
        let error = self.new_exception(Exceptions::RUNTIME_ERROR, args);
        self.heap.incref(exception);
        self.heap.incref(exception);
        if let Data::Exception(e) = self.heap.get_mut(error) {
            e.cause = Some(exception);
            e.context = Some(exception);
            e.suppress_context = true;
        }
        error
    }

    pub(crate) fn op_load_super(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let (super_, class, object) = (self.peek(3), self.peek(2), self.top());
        let name = code.names[instr.a as usize];
        let as_method = instr.op == Op::LoadSuperMethod;
        if super_ != TypeTable::SUPER || self.first_run() {
            // Somebody hides `super`, or the instruction is not specialised yet: there is an object for a moment.
            let made = self.scoped(|vm| vm.call(super_, &[class, object]))?;
            self.push(made);
            let result = self.scoped(|vm| vm.getattr(made, name))?;
            self.drop_in_order(4);
            self.push(result);
            if as_method {
                self.stack.push(None);
            }
            return Ok(Flow::Next);
        }
        // A class with a lookup of its own gets its methods bound (bytecodes.c, LOAD_SUPER_ATTR_METHOD).
        if as_method
            && self.has_generic_getattr(self.class_of(object))
            && let Some(method) = self.super_lookup(class, object, name)
            && self.binds_as_method(method)
        {
            self.heap.incref(method);
            self.heap.incref(object);
            self.drop_in_order(3);
            self.push(method);
            self.push(object);
            return Ok(Flow::Next);
        }
        let result = self.scoped(|vm| vm.super_getattr(class, object, name))?;
        self.drop_in_order(3);
        self.push(result);
        if as_method {
            self.stack.push(None);
        }
        Ok(Flow::Next)
    }
}
