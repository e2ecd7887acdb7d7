//! The instructions that are not worth a place in the loop itself.

use std::rc::Rc;

use ouro_heap::Id;

use super::call::Positional;
use super::eval::Flow;
use super::{Names, R, Singletons, Vm};
use crate::bytecode::{Conversion, FunctionAttribute, Instr, Op};
use crate::data::{CodeObject, Function};
use crate::object::{Data, Slot, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    /// The instructions that are not worth a place in the loop itself.
    pub(super) fn execute(&mut self, code: &Rc<CodeObject>, base: usize, instr: Instr) -> R<Flow> {
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
            Op::StoreNoted => {
                let borrowed = self.is_store_borrowed(instr.b);
                self.note_local(instr.a, borrowed);
                let value = self.stack.pop().flatten();
                let old = std::mem::replace(&mut self.stack[base + a], value);
                self.decref_slot(old);
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
                self.note_local(instr.a, false);
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
                let found = self.scoped(|vm| vm.mapping_get(mapping, code.locals[a]))?;
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
                let found = match self.scoped(|vm| vm.mapping_get(mapping, code.names[a]))? {
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
                } else if let Err(raised) = self.scoped(|vm| vm.delitem(namespace, name)) {
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
            Op::LoadAssertionError => {
                self.push(if a == 0 { Exceptions::ASSERTION_ERROR } else { Exceptions::NOT_IMPLEMENTED_ERROR });
            }
            Op::LoadSuperAttr | Op::LoadSuperMethod => return self.op_load_super(code, instr),
            Op::DeleteAttr => {
                let owner = self.top();
                self.scoped(|vm| vm.delattr(owner, code.names[a]))?;
                let owner = self.pop();
                self.decref(owner);
            }
            Op::BinarySubscr => {
                let (container, index) = self.top_two();
                if let Some(function) = self.getitem_function(container) {
                    return self.push_operand_call(function, 2, None);
                }
                let result = match self.subscript_fast(container, index) {
                    Some(result) => result,
                    None => self.scoped(|vm| vm.getitem(container, index))?,
                };
                self.replace_two_of_binary(result);
            }
            Op::StoreSubscr => {
                let (container, index) = self.top_two();
                let value = self.peek(3);
                if self.class_of(container) == TypeTable::DICT && !self.first_run() {
                    self.set_operands(container, self.stack.len() - 1, index, value)?;
                } else {
                    self.scoped(|vm| vm.setitem(container, index, value))?;
                }
                self.drop_operands(3);
            }
            Op::DeleteSubscr => {
                let (container, index) = self.top_two();
                self.scoped(|vm| vm.delitem(container, index))?;
                self.drop_operands(2);
            }
            Op::BinarySlice => return self.op_binary_slice(),
            Op::StoreSlice => {
                let slice = self.slice_of_top();
                let (container, value) = (self.peek(2), self.peek(3));
                self.scoped(|vm| vm.setitem(container, slice, value))?;
                let slice = self.pop();
                self.decref(slice);
                self.drop_operands(2);
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
                let truth = self.scoped(|vm| vm.is_true(object))?;
                let old = self.replace_top(Singletons::bool(truth));
                self.decref(old);
            }
            Op::IsOp => {
                let (left, right) = self.top_two();
                self.replace_two(Singletons::bool((left == right) != (a == 1)));
            }
            Op::ContainsOp => {
                let (item, container) = self.top_two();
                let found = self.scoped(|vm| vm.contains(container, item))?;
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
            Op::GetIter if a == 1 => self.push_iterator_and_place()?,
            Op::GetIter => {
                let iterable = self.top();
                let iterator = self.scoped(|vm| vm.iter(iterable))?;
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
                        FunctionAttribute::Annotate => f.annotate = Some(value),
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
                let text = self.scoped(|vm| match Conversion::from_operand(instr.a) {
                    Conversion::Str => vm.str(object),
                    Conversion::Repr => vm.repr(object),
                    Conversion::Ascii => vm.ascii(object),
                })?;
                let old = self.replace_top(text);
                self.decref(old);
            }
            Op::FormatSimple => {
                let object = self.top();
                if self.class_of(object) != TypeTable::STR {
                    let text = self.scoped(|vm| vm.format(object, ""))?;
                    let old = self.replace_top(text);
                    self.decref(old);
                }
            }
            Op::FormatWithSpec => {
                let (object, spec) = self.top_two();
                let spec = self.name_text(spec);
                let text = self.scoped(|vm| vm.format(object, &spec))?;
                self.replace_two(text);
            }
            Op::GetLen => {
                let object = self.top();
                let len = self.scoped(|vm| vm.len(object))?;
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

    pub(super) fn unary(&mut self, f: fn(&mut Vm, Id) -> R<Id>) -> R<Flow> {
        let object = self.top();
        let result = self.scoped(|vm| f(vm, object))?;
        let old = self.replace_top(result);
        self.decref(old);
        Ok(Flow::Next)
    }

    pub(crate) fn cell_content(&self, index: usize) -> Slot {
        match self.heap.get(self.stack.get(index).copied().flatten()?) {
            Data::Cell(content) => *content,
            _ => None,
        }
    }

    pub(super) fn set_cell(&mut self, index: usize, value: Slot) -> Slot {
        let cell = self.stack.get(index).copied().flatten()?;
        match self.heap.get_mut(cell) {
            Data::Cell(content) => std::mem::replace(content, value),
            _ => None,
        }
    }

    /// `list[int]` and `tuple[int]` in range: a new reference.
    #[inline]
    pub(super) fn subscript_fast(&mut self, container: Id, index: Id) -> Option<Id> {
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

    fn op_binary_slice(&mut self) -> R<Flow> {
        let floor = self.stack.len() - 3;
        let container = self.peek(3);
        if !self.version.slices_in_place {
            let slice = self.slice_of_top();
            let result = self.scoped(|vm| vm.getitem(container, slice))?;
            self.replace_from_top_first(floor, result);
            return Ok(Flow::Next);
        }
        let class = self.class_of(container);
        let in_place = matches!(class, TypeTable::LIST | TypeTable::TUPLE | TypeTable::STR);
        // What does not exist must not count.
        let kept = in_place.then(|| self.heap.set_kept(free_list::SLICE, 1));
        let parts = [self.peek(2), self.top(), Singletons::NONE];
        let result = self.scoped(|vm| {
            parts.iter().for_each(|&part| vm.heap.incref(part));
            let slice = vm.alloc(TypeTable::SLICE, Data::Slice(Rc::new(parts)));
            vm.keep(slice);
            vm.getitem(container, slice)
        });
        if let Some(kept) = kept {
            self.heap.set_kept(free_list::SLICE, kept);
        }
        let result = result?;
        if in_place && class == TypeTable::TUPLE && self.heap.refcount(result) == 1 {
            self.untrack_packed(result);
        }
        self.replace_from(floor, result);
        Ok(Flow::Next)
    }

    /// Makes a slice of the top two operands (start, stop) in their place, kept until the instruction is over.
    pub(super) fn slice_of_top(&mut self) -> Id {
        let stop = self.pop();
        let start = self.pop();
        let slice = self.alloc(TypeTable::SLICE, Data::Slice(Rc::new([start, stop, Singletons::NONE])));
        self.push(slice);
        slice
    }

    pub(super) fn op_make_function(&mut self) -> R<()> {
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
            annotate: None,
            closure: None,
            type_params: None,
            dict: None,
        };
        self.alloc(TypeTable::FUNCTION, Data::Function(Box::new(function)))
    }
}
