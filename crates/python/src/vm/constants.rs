//! Constants of code as objects (CPython 3.13 compile.c, merge_const_one).

use std::rc::Rc;

use hashbrown::{HashMap, HashSet};
use ouro_heap::Id;

use super::{Singletons, Vm};
use crate::bytecode::{Code, Const};
use crate::data::Set;
use crate::object::Data;
use crate::types::TypeTable;

/// Constants of one piece of source by their keys: borrowed from the code objects that are being made of it.
#[derive(Default)]
pub(crate) struct SharedConstants {
    made: HashMap<Vec<u8>, Id>,
    /// Code objects, each with the key of the tuple of its constants.
    tuples: Vec<(Vec<u8>, Id)>,
    /// Keys of such tuples that were there before a constant of the source that equals them: it is not the syntax tree's.
    tuples_first: HashSet<Vec<u8>>,
    /// Names that the source uses: the parser interns them.
    names: HashSet<Rc<str>>,
    /// Keys of constants that do not stand in the source.
    folded: HashSet<Vec<u8>>,
    /// Strs that were interned before they became constants.
    interned_before: HashSet<Id>,
}

impl SharedConstants {
    /// For all code of one source.
    pub(crate) fn of(code: &Code) -> SharedConstants {
        let mut shared = SharedConstants::default();
        shared.add_names(code);
        shared
    }

    /// The constants that the syntax tree refers to, borrowed: those that stand in the source, and in releases that
    /// compute others before the tree is gone, those too. There the tree refers to a bytes twice (action_helpers.c,
    /// _PyPegen_concatenate_strings).
    pub(crate) fn literals(&self, vm: &Vm) -> Vec<Id> {
        let folded_late = vm.version.constants_folded_late;
        let mut literals = Vec::new();
        for (key, &id) in &self.made {
            let data = vm.heap.get(id);
            let computed = matches!(data, Data::Tuple(_) | Data::Set(_) | Data::Slice(_)) || self.folded.contains(key);
            // The compiler makes sets anew.
            let is_separate = self.tuples_first.contains(key);
            if vm.heap.is_immortal(id) || matches!(data, Data::Set(_)) || (folded_late && computed) || is_separate {
                continue;
            }
            literals.push(id);
            if matches!(data, Data::Bytes(_)) && !folded_late && !self.folded.contains(key) {
                literals.push(id);
            }
        }
        literals
    }

    fn add_names(&mut self, code: &Code) {
        self.names.extend(code.names.iter().chain(&code.locals).chain(&code.identifiers).cloned());
        self.names.insert(Rc::clone(&code.name));
        for constant in &code.folded {
            let mut key = Vec::new();
            if constant_key(constant, &mut key) {
                self.folded.insert(key);
            }
        }
        for constant in &code.consts {
            if let Const::Code(inner) = constant {
                self.add_names(inner);
            }
        }
    }
}

impl Vm {
    /// Makes the tuples of constants one object with constants that equal them.
    pub(crate) fn merge_constants(&mut self, shared: &SharedConstants) {
        for (key, code) in &shared.tuples {
            let Some(&tuple) = shared.made.get(key) else { continue };
            if let Data::Code(object) = self.heap.get_mut(*code)
                && let Some(object) = Rc::get_mut(object)
            {
                object.merged_consts = Some(tuple);
                self.heap.incref(tuple);
            }
        }
    }

    /// Makes the constant tuples of code that is never made: new references. They share what they hold with other constants.
    pub(crate) fn make_unused_tuples(&mut self, code: &Code, shared: &mut SharedConstants, made: &mut Vec<Id>) {
        made.extend(code.unused_tuples.iter().map(|tuple| self.new_const(tuple, shared)));
        for constant in &code.consts {
            if let Const::Code(inner) = constant {
                self.make_unused_tuples(inner, shared, made);
            }
        }
    }

    /// The object of a constant: a new reference. Strs that look like identifiers are interned, as the compiler of
    /// CPython interns them (codeobject.c, intern_constants).
    pub(crate) fn new_const(&mut self, constant: &Const, shared: &mut SharedConstants) -> Id {
        let mut key = Vec::new();
        if !constant_key(constant, &mut key) {
            return self.make_const(constant, shared);
        }
        if let Some(&id) = shared.made.get(&key) {
            return self.incref(id);
        }
        let id = self.make_const(constant, shared);
        shared.made.insert(key, id);
        id
    }

    fn make_const(&mut self, constant: &Const, shared: &mut SharedConstants) -> Id {
        match constant {
            Const::None => Singletons::NONE,
            Const::Bool(b) => Singletons::bool(*b),
            Const::Ellipsis => Singletons::ELLIPSIS,
            Const::Int(i) => self.new_int(*i),
            Const::BigInt(i) => self.new_big_int(i.clone()),
            Const::Float(f) => self.new_float(*f),
            Const::Complex(re, im) => self.alloc(TypeTable::COMPLEX, Data::Complex(Rc::new((*re, *im)))),
            Const::Str(s) => {
                if s.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                    let interned = self.interned.contains_key(s) || shared.names.contains(s);
                    let id = if shared.names.contains(s) { self.intern(s) } else { self.intern_mortal(s) };
                    // Strs of one character are there once in any case.
                    if interned && s.len() > 1 {
                        shared.interned_before.insert(id);
                    }
                    id
                } else {
                    self.new_str(&**s)
                }
            }
            Const::Bytes(b) => self.new_bytes(b.clone()),
            Const::Tuple(items) => {
                let items: Vec<Id> = items.iter().map(|c| self.new_const(c, shared)).collect();
                let tuple = self.pack_tuple(items);
                // The compiler's tuples were untracked by a collection long before the program runs.
                self.heap.untrack(tuple);
                tuple
            }
            Const::Slice(parts) => {
                let parts: Vec<Id> = parts.iter().map(|c| self.new_const(c, shared)).collect();
                let part = |at: usize| parts.get(at).copied().unwrap_or(Singletons::NONE);
                self.alloc(TypeTable::SLICE, Data::Slice(Rc::new([part(0), part(1), part(2)])))
            }
            Const::FrozenSet(items) => {
                let items: Vec<Id> = items.iter().map(|c| self.new_const(c, shared)).collect();
                // The compiler makes it anew while it merges constants, if it folded it before that, and again if it finds
                // strs in it that were interned before: what collides ends up in another order (codeobject.c, intern_constants).
                let interned = items.iter().any(|item| shared.interned_before.contains(item));
                let times = usize::from(interned) + usize::from(!self.version.constants_folded_late);
                let mut set = Set::new(false);
                for item in items {
                    let hash = self.hash_of_constant(item);
                    set.insert_new(hash, item);
                }
                for _ in 0..times {
                    let items: Vec<(i64, Id)> = set.iter().collect();
                    set = Set::new(false);
                    items.into_iter().for_each(|(hash, item)| set.insert_new(hash, item));
                }
                let set = self.alloc(TypeTable::FROZENSET, Data::Set(Box::new(set)));
                self.heap.immortalize(set);
                set
            }
            Const::Code(code) => {
                let id = self.new_code_sharing(code, shared);
                let mut key = Vec::new();
                if constant_key(&Const::Tuple(code.consts.to_vec()), &mut key) {
                    if !shared.made.contains_key(&key) {
                        shared.tuples_first.insert(key.clone());
                    }
                    shared.tuples.push((key, id));
                }
                id
            }
        }
    }

    /// The hash of a constant of the compiler, which always has one.
    fn hash_of_constant(&mut self, object: Id) -> i64 {
        match self.hash(object) {
            Ok(hash) => hash,
            Err(raised) => {
                self.discard(raised);
                0
            }
        }
    }
}

/// Adds what tells a constant from others of any type; false for code, of which there are never two alike.
fn constant_key(constant: &Const, key: &mut Vec<u8>) -> bool {
    let mut add = |tag: u8, bytes: &[u8]| {
        key.push(tag);
        key.extend_from_slice(&bytes.len().to_le_bytes());
        key.extend_from_slice(bytes);
    };
    match constant {
        Const::None => add(b'N', &[]),
        Const::Bool(b) => add(b'?', &[u8::from(*b)]),
        Const::Ellipsis => add(b'.', &[]),
        Const::Int(i) => add(b'i', &i.to_le_bytes()),
        Const::BigInt(i) => add(b'l', &i.to_signed_bytes_le()),
        Const::Float(f) => add(b'f', &f.to_bits().to_le_bytes()),
        Const::Complex(re, im) => {
            add(b'c', &re.to_bits().to_le_bytes());
            add(b'c', &im.to_bits().to_le_bytes());
        }
        Const::Str(s) => add(b's', s.as_bytes()),
        Const::Bytes(b) => add(b'b', b),
        Const::Tuple(items) | Const::FrozenSet(items) | Const::Slice(items) => {
            let tag = match constant {
                Const::Tuple(_) => b'(',
                Const::Slice(_) => b':',
                _ => b'{',
            };
            add(tag, &items.len().to_le_bytes());
            return items.iter().all(|item| constant_key(item, key));
        }
        Const::Code(_) => return false,
    }
    true
}
