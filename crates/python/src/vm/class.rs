//! The class statement (CPython 3.13 bltinmodule.c, builtin___build_class__).

use ouro_heap::Id;

use super::eval::Flow;
use super::{FrameFlags, Names, R, Singletons, Vm};
use crate::native::Args;
use crate::object::{Data, Slot, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// What a class is made of, while its body runs: in the order in which CPython lets go of it, the last first.
type ClassParts = [Slot; PARTS];
const PARTS: usize = 7;
/// How many references below the parts the call holds besides its operands, as an int; nothing for none.
const HELD: usize = 0;
const NAME: usize = 1;
const BASES: usize = 2;
/// The bases as they are written, if others stand in their place.
const ORIGINAL_BASES: usize = 3;
/// A dict, if there are any.
const KEYWORDS: usize = 4;
const METACLASS: usize = 5;
const NAMESPACE: usize = 6;

impl Vm {
    /// `__build_class__(function, name, *bases, metaclass=None, **keywords)`, called by anything but a class statement.
    pub(crate) fn build_class(&mut self, args: &Args) -> R<Id> {
        let parts = self.scoped(|vm| vm.begin_class(args))?;
        for &part in parts.iter().flatten() {
            self.keep(part);
        }
        let (Some(&function), Some(namespace)) = (args.pos.first(), parts[NAMESPACE]) else {
            return Ok(Singletons::NONE);
        };
        let cell = self.run_class_body(function, namespace)?;
        self.keep(cell);
        self.finish_class(&parts, cell)
    }

    /// Whether a callable is the builtin that a class statement calls, and its body can run as a frame of this loop. To a
    /// profiler it is a call from Rust, which ends after the body.
    #[inline]
    pub(crate) fn is_build_class(&self, callable: Id) -> bool {
        matches!(self.heap.get(callable), Data::Builtin(native, _) if native.name == "__build_class__")
            && !self.observers.calls
    }

    /// A class statement: its body runs as a frame of the loop. The parts of the class are on the stack below it.
    /// `unpacks` where keywords come in a dict.
    pub(crate) fn enter_class_body(&mut self, args: &Args, unpacks: bool) -> R<Flow> {
        self.instructions += 1;
        let operands = self.stack.len();
        if unpacks {
            self.push_unpacked(args);
        }
        let floor = self.stack.len();
        let mut parts = self.scoped(|vm| vm.begin_class(args))?;
        if floor > operands {
            parts[HELD] = Some(self.new_int((floor - operands) as i64));
        }
        self.stack.extend(parts);
        let (Some(&function), Some(namespace)) = (args.pos.first(), parts[NAMESPACE]) else { return Ok(Flow::Next) };
        self.heap.incref(function);
        self.push_class_body(function, namespace, floor, FrameFlags { class_body: true, ..FrameFlags::default() })?;
        Ok(Flow::Switch)
    }

    /// The body of a class statement is over: makes the class, and puts it in the place of the call, whose operands lie
    /// below the class's parts, which begin at `floor`. Takes the reference to the cell.
    pub(crate) fn leave_class_body(&mut self, floor: usize, cell: Id) -> R<Flow> {
        self.stack.truncate(floor + PARTS);
        self.push(cell);
        let mut parts: ClassParts = [None; PARTS];
        for (part, slot) in parts.iter_mut().zip(&self.stack[floor..]) {
            *part = *slot;
        }
        let made = self.scoped(|vm| vm.finish_class(&parts, cell));
        let result = made.map(|class| {
            self.keep(class);
            self.cut_stack(floor);
            self.temps.pop().unwrap_or(class)
        });
        let held = parts[HELD].and_then(|held| self.int_value(held)).unwrap_or(0);
        let operands = self.call_operands() + held as usize;
        // The caller goes on behind its call.
        match self.finish_native_call(floor.saturating_sub(operands), result)? {
            Flow::Pause => Ok(Flow::Pause),
            _ => Ok(Flow::Switch),
        }
    }

    /// What precedes the body: bases, metaclass, namespace. New references.
    fn begin_class(&mut self, args: &Args) -> R<ClassParts> {
        let (function, name, written_bases) = match args.pos {
            [function, name, bases @ ..] => (*function, *name, bases),
            _ => return Err(self.type_error("__build_class__: not enough arguments")),
        };
        if !matches!(self.heap.get(function), Data::Function(_)) {
            return Err(self.type_error("__build_class__: func must be a function"));
        }
        if self.str_data(name).is_none() {
            return Err(self.type_error("__build_class__: name is not a string"));
        }
        for &base in written_bases {
            self.heap.incref(base);
        }
        let original = self.pack_tuple(written_bases);
        self.keep(original);
        let bases = self.resolve_bases(original)?;
        if bases != original {
            self.keep(bases);
        }
        let mut metaclass = None;
        let mut keywords: Vec<(Id, Id)> = Vec::with_capacity(args.kw.len());
        for &(key, value) in args.kw {
            if self.str_text(key).is_some_and(|t| &*t == "metaclass") {
                metaclass = Some(value);
            } else {
                keywords.push((key, value));
            }
        }
        let keyword_dict = if args.kw.is_empty() {
            None
        } else {
            let dict = self.new_dict();
            self.keep(dict);
            for &(key, value) in args.kw {
                self.heap.incref(value);
                self.dict_set_name(dict, key, value);
            }
            // It stays tracked if the metaclass was all that there was.
            if metaclass.is_some() {
                let name = self.intern("metaclass");
                self.dict_remove_name(dict, name);
            }
            Some(dict)
        };
        let metaclass = match metaclass {
            Some(given) if !self.is_class(given) => given,
            given => {
                let first = self.tuple_items(bases).and_then(|b| b.first().copied());
                let start = given.unwrap_or_else(|| first.map_or(TypeTable::TYPE, |b| self.class_of(b)));
                self.calculate_metaclass(start, bases)?
            }
        };
        self.heap.incref(metaclass);
        self.keep(metaclass);
        let namespace = match self.getattr_opt(metaclass, Names::PREPARE)? {
            None => {
                // type.__prepare__ is bound and called.
                self.heap.count_temporary(free_list::BUILTIN);
                let names = self.tuple_of_names(&keywords);
                self.decref_slot(names);
                self.new_dict()
            }
            Some(prepare) => {
                let namespace = self.call_with_dict(prepare, &Args { pos: &[name, bases], kw: &keywords });
                self.decref(prepare);
                namespace?
            }
        };
        self.keep(namespace);
        if self.class(self.class_of(namespace)).slots.getitem.is_none() {
            let name = if self.is_class(metaclass) { self.class(metaclass).name.clone() } else { "<metaclass>".into() };
            let given = self.type_name(namespace);
            return Err(self.type_error(format!("{name}.__prepare__() must return a mapping, not {given}")));
        }
        let mut parts: ClassParts = [None; PARTS];
        parts[NAME] = Some(name);
        parts[BASES] = Some(bases);
        parts[ORIGINAL_BASES] = (bases != original).then_some(original);
        parts[KEYWORDS] = keyword_dict;
        parts[METACLASS] = Some(metaclass);
        parts[NAMESPACE] = Some(namespace);
        for &part in parts.iter().flatten() {
            self.heap.incref(part);
        }
        Ok(parts)
    }

    /// What follows the body: calls the metaclass. Everything is borrowed, the class is a new reference.
    fn finish_class(&mut self, parts: &ClassParts, cell: Id) -> R<Id> {
        let part = |index: usize| parts[index].unwrap_or(Singletons::NONE);
        let (name, bases, metaclass, namespace) = (part(NAME), part(BASES), part(METACLASS), part(NAMESPACE));
        if let Some(original) = parts[ORIGINAL_BASES] {
            self.setitem(namespace, Names::ORIG_BASES, original)?;
        }
        let keywords: Vec<(Id, Id)> = match parts[KEYWORDS].and_then(|dict| self.dict(dict)) {
            Some(dict) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            None => Vec::new(),
        };
        let class = self.call_with_dict(metaclass, &Args { pos: &[name, bases, namespace], kw: &keywords })?;
        if self.is_class(class)
            && let Data::Cell(content) = self.heap.get(cell)
        {
            let content = *content;
            if content != Some(class) {
                self.keep(class);
                let class_text = self.repr_text(class)?;
                let name_text = self.repr_text(name)?;
                return Err(match content {
                    None => self.raise(
                        Exceptions::RUNTIME_ERROR,
                        format!(
                            "__class__ not set defining {name_text} as {class_text}. \
                             Was __classcell__ propagated to type.__new__?"
                        ),
                    ),
                    Some(other) => {
                        let other_text = self.repr_text(other)?;
                        self.type_error(format!("__class__ set to {other_text} defining {name_text} as {class_text}"))
                    }
                });
            }
        }
        Ok(class)
    }

    /// Replaces bases that are no classes by what their `__mro_entries__` gives (update_bases): the same tuple, borrowed,
    /// where there are none, else a new one.
    fn resolve_bases(&mut self, bases: Id) -> R<Id> {
        let items = self.tuple_items(bases).unwrap_or_default().to_vec();
        let mut resolved: Option<Vec<Id>> = None;
        for (i, &base) in items.iter().enumerate() {
            let entries = if self.is_class(base) { None } else { self.getattr_opt(base, Names::MRO_ENTRIES)? };
            let Some(entries) = entries else {
                if let Some(resolved) = &mut resolved {
                    resolved.push(base);
                }
                continue;
            };
            self.keep(entries);
            let replacement = self.call(entries, &[bases])?;
            self.keep(replacement);
            let Some(new) = self.tuple_items(replacement).map(<[Id]>::to_vec) else {
                return Err(self.type_error("__mro_entries__ must return a tuple"));
            };
            resolved.get_or_insert_with(|| items[..i].to_vec()).extend(new);
        }
        match resolved {
            None => Ok(bases),
            Some(items) => {
                for &item in &items {
                    self.heap.incref(item);
                }
                Ok(self.pack_tuple(items))
            }
        }
    }

    /// The most derived metaclass of the bases, borrowed (typeobject.c, _PyType_CalculateMetaclass).
    pub(crate) fn calculate_metaclass(&mut self, metaclass: Id, bases: Id) -> R<Id> {
        let mut winner = metaclass;
        for base in self.tuple_items(bases).unwrap_or_default().to_vec() {
            let candidate = self.class_of(base);
            if self.is_subclass(winner, candidate) {
                continue;
            }
            if self.is_subclass(candidate, winner) {
                winner = candidate;
                continue;
            }
            return Err(self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses \
                 of all its bases",
            ));
        }
        Ok(winner)
    }
}
