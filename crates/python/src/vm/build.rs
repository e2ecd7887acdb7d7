//! Instructions that build and take apart containers.

use std::rc::Rc;

use ouro_heap::Id;
use smallvec::SmallVec;

use super::{R, Singletons, Vm};
use crate::bytecode::{Instr, Op};
use crate::data::Dict;
use crate::object::{Data, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    /// Takes the top `count` operands off the stack: the caller gets the references.
    fn take_operands(&mut self, count: usize) -> Vec<Id> {
        let first = self.stack.len().saturating_sub(count);
        self.stack.drain(first..).flatten().collect()
    }

    pub(crate) fn build(&mut self, instr: Instr) -> R<()> {
        let a = instr.a as usize;
        match instr.op {
            Op::BuildTuple => {
                let items = self.take_operands(a);
                let tuple = self.pack_tuple(items);
                self.push(tuple);
            }
            Op::BuildList => {
                let items = self.take_operands(a);
                let list = self.new_list(items);
                self.push(list);
            }
            Op::BuildSet => {
                let set = self.new_set();
                let first = self.stack.len() - a;
                self.push(set);
                for place in first..first + a {
                    // Each item goes as soon as it is in.
                    if let Some(item) = self.stack[place].take() {
                        let added = self.set_add_taken(set, item);
                        self.decref(item);
                        added?;
                    }
                }
                self.stack.truncate(first);
                self.push(set);
            }
            Op::BuildMap => {
                let dict = self.new_dict_from(Dict::with_capacity(a, self.version.tables_fit));
                let first = self.stack.len() - 2 * a;
                self.push(dict);
                for place in (first..first + 2 * a).step_by(2) {
                    if let (Some(key), Some(value)) = (self.stack[place], self.stack[place + 1]) {
                        self.dict_set(dict, key, value)?;
                    }
                }
                self.stack.pop();
                self.replace_from_top_first(first, dict);
            }
            Op::BuildConstKeyMap => {
                let keys: SmallVec<[Id; 8]> = self.tuple_items(self.top()).unwrap_or(&[]).into();
                let dict = self.new_dict_from(Dict::with_capacity(a, self.version.tables_fit));
                let first = self.stack.len() - a - 1;
                self.push(dict);
                for (i, key) in keys.into_iter().enumerate().take(a) {
                    if let Some(value) = self.stack[first + i] {
                        self.dict_set(dict, key, value)?;
                    }
                }
                self.stack.pop();
                self.replace_from_top_first(first, dict);
            }
            Op::BuildString => {
                let first = self.stack.len() - a;
                let mut text = String::new();
                for i in first..first + a {
                    if let Some(part) = self.stack[i].and_then(|id| self.str_data(id)) {
                        text.push_str(part.as_str());
                    }
                }
                self.check_size(text.len())?;
                let id = self.new_unshared_str(text);
                self.drop_in_order(a);
                self.push(id);
            }
            Op::BuildSlice => {
                let step = if a == 3 { self.pop() } else { Singletons::NONE };
                let stop = self.pop();
                let start = self.pop();
                let slice = self.alloc(TypeTable::SLICE, Data::Slice(Rc::new([start, stop, step])));
                self.push(slice);
            }
            Op::ListAppend => {
                let item = self.pop();
                let list = self.peek(a);
                match self.list_items_mut(list) {
                    Some(items) => items.push(item),
                    None => self.decref(item),
                }
            }
            Op::SetAdd => {
                let (item, set) = (self.top(), self.peek(a + 1));
                self.set_add_taken(set, item)?;
                self.drop_in_order(1);
            }
            Op::MapAdd => {
                let (value, key, dict) = (self.top(), self.peek(2), self.peek(a + 2));
                self.set_operands(dict, self.stack.len() - 2, key, value)?;
                self.drop_operands(2);
            }
            Op::ListExtend => {
                let (iterable, list) = (self.top(), self.peek(a + 1));
                if let Err(raised) = self.scoped(|vm| vm.list_extend(list, iterable)) {
                    let class = self.class(self.class_of(iterable));
                    if class.slots.iter.is_some() || class.slots.getitem.is_some() {
                        return Err(raised);
                    }
                    self.expect_raised(raised, Exceptions::TYPE_ERROR)?;
                    return Err(self.type_error_for(iterable, "Value after * must be an iterable, not {}"));
                }
                self.drop_in_order(1);
            }
            Op::SetUpdate => {
                let (iterable, set) = (self.top(), self.peek(a + 1));
                self.scoped(|vm| vm.set_update(set, iterable))?;
                self.drop_in_order(1);
            }
            Op::DictUpdate => {
                let (mapping, dict) = (self.top(), self.peek(a + 1));
                self.scoped(|vm| vm.dict_update(dict, mapping))?;
                self.drop_in_order(1);
            }
            Op::DictMerge => {
                let (mapping, dict, function) = (self.top(), self.peek(a + 1), self.peek(a + 4));
                self.scoped(|vm| vm.dict_merge_kwargs(dict, mapping, function))?;
                self.drop_in_order(1);
            }
            Op::UnpackSequence => {
                let iterable = self.top();
                // Where up to three constants are unpacked there is no tuple (flowgraph.c, optimize_basic_block).
                if self.first_run() && !(a <= 3 && self.follows_constant()) {
                    // Not specialised yet, also a list or tuple has an iterator (ceval.c, _PyEval_UnpackIterable).
                    let list = match self.class_of(iterable) {
                        TypeTable::LIST => Some(free_list::LIST_ITERATOR),
                        TypeTable::TUPLE => Some(free_list::TUPLE_ITERATOR),
                        _ => None,
                    };
                    list.into_iter().for_each(|list| self.heap.count_temporary(list));
                }
                let items = self.scoped(|vm| vm.unpack_sequence(iterable, a))?;
                self.drop_in_order(1);
                self.stack.extend(items.into_iter().rev().map(Some));
            }
            Op::UnpackEx => {
                let iterable = self.top();
                let items = self.scoped(|vm| vm.unpack_ex(iterable, a, instr.b as usize))?;
                self.drop_in_order(1);
                self.stack.extend(items.into_iter().rev().map(Some));
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the instruction before the running one loads a constant.
    fn follows_constant(&self) -> bool {
        let instrs = self.frames.last().map(|f| &f.code.code.instrs);
        let before = (self.pc as usize).checked_sub(1).and_then(|at| instrs?.get(at));
        before.is_some_and(|instr| instr.op == Op::LoadConst)
    }

    /// Stores an item in a dict that takes the operands over, the key at a place on the stack: one that is borrowed counts
    /// from then on.
    pub(super) fn set_operands(&mut self, dict: Id, key_at: usize, key: Id, value: Id) -> R<()> {
        let taken = self.stack[key_at].take();
        let result = self.dict_set_taken(dict, key, value);
        self.stack[key_at] = taken;
        result
    }

    /// Runs a piece of native code and releases what it kept, on every path.
    pub(crate) fn scoped<T>(&mut self, f: impl FnOnce(&mut Vm) -> R<T>) -> R<T> {
        let mark = self.temps.len();
        let result = f(self);
        self.release_kept(mark);
        result
    }
}
