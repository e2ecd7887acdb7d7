//! Making a machine: the objects that every one has, in the order that gives them their constant ids.

use std::rc::Rc;

use hashbrown::HashMap;
use ouro_heap::{Heap, Id};

use super::constants::SharedConstants;
use super::wellknown::STARTUP_WORDS;
use super::{GcState, Names, SMALL_INT_MAX, SMALL_INT_MIN, Singletons, Vm, block};
use crate::bytecode::{Code, Op};
use crate::data::{Cache, Class, ClassFlags, CodeObject, SharedKeys, Str};
use crate::native::{Layout, NO_SLOTS};
use crate::object::{Data, Kind};
use crate::output::Output;
use crate::types::TypeTable;
use crate::types::exceptions::{self, Exceptions};
use crate::version::Version;

impl Vm {
    /// A machine that follows a release, with builtins and nothing else.
    pub fn new(version: Version) -> Vm {
        let heap = Heap::new(version.gc.clone());
        let mut vm = Vm {
            heap,
            greatest_cached_int: version.greatest_cached_int,
            int_block: block::small_int(&version),
            version: Rc::new(version),
            stack: Vec::new(),
            frames: Vec::new(),
            pc: 0,
            handled: vec![None],
            raised: None,
            raised_at: None,
            temps: Vec::new(),
            abort: None,
            caches: Vec::new(),
            class_weakrefs: Vec::new(),
            code_names: HashMap::default(),
            specialised: HashMap::default(),
            warm: Vec::new(),
            generators_borrow: false,
            method_cache: HashMap::new(),
            interned: HashMap::new(),
            attribute_orders: HashMap::new(),
            next_version: 0,
            next_frame: 0,
            builtins: Singletons::NONE,
            modules: Singletons::NONE,
            import_locks: [Singletons::NONE; 2],
            sys: None,
            main: None,
            builtins_copy: Vec::new(),
            keyword_parsers: Vec::new(),
            program_constants: Vec::new(),
            instance_descriptors: Vec::new(),
            line_buffers: Default::default(),
            output: Output::new(u64::MAX),
            input: Default::default(),
            library: ouro_library::Library::EMPTY,
            files: crate::files::FileSystem::default(),
            steps: 0,
            pause_at: u32::MAX,
            instructions: 0,
            instruction_limit: u64::MAX,
            slept: 0,
            slice_end: u64::MAX,
            deferred_slice_end: None,
            byte_limit: DEFAULT_BYTE_LIMIT,
            next_measure: 0,
            step_limit: u32::MAX,
            first_serial: 0,
            library_serials: Vec::new(),
            step_serial: 0,
            deaths: Vec::new(),
            journal_mode: false,
            observers: super::observe::Observers::default(),
            observed: false,
            loop_observed: false,
            warning_filters: 0,
            last_filters: None,
            program_name: Rc::from(""),
            sources: HashMap::new(),
            probe: super::host::ProbeSlot::default(),
            native_depth: 0,
            recursion_limit: 1000,
            int_max_str_digits: crate::types::int::MAX_STR_DIGITS,
            generator_returned: false,
            last_frame: None,
            repr_state: None,
            ended: None,
            single_bytes: Vec::new(),
            gc: GcState::default(),
            async_generator_hooks: [None; 2],
            exit_functions: Vec::new(),
            abc_cache_token: 0,
            finalizing: false,
        };
        vm.make_first_objects();
        vm.init_types();
        vm.builtins = vm.new_dict();
        vm.modules = vm.new_dict();
        vm.import_locks = [vm.new_dict(), vm.new_dict()];
        vm.import_locks.into_iter().for_each(|locks| vm.heap.track(locks));
        vm.init_builtins();
        vm
    }

    /// Allocates what has a constant id: placeholders of the types, singletons, small ints, names.
    fn make_first_objects(&mut self) {
        for _ in 0..TypeTable::COUNT + exceptions::COUNT {
            let placeholder = Data::Class(Box::new(placeholder()));
            let id = self.heap.alloc(Kind::of(TypeTable::TYPE), placeholder, block::STATIC);
            self.heap.immortalize(id);
        }
        let bare = [
            TypeTable::NONE_TYPE,
            TypeTable::BOOL,
            TypeTable::BOOL,
            TypeTable::ELLIPSIS_TYPE,
            TypeTable::NOT_IMPLEMENTED_TYPE,
            TypeTable::TUPLE,
            TypeTable::STR,
            TypeTable::BYTES,
            TypeTable::NO_DEFAULT_TYPE,
        ];
        for (i, class) in bare.into_iter().enumerate() {
            let data = match class {
                TypeTable::BOOL => Data::Int(i as i64 - 1),
                TypeTable::TUPLE => Data::Tuple(Box::default()),
                TypeTable::STR => Data::Str(Rc::new(Str::new(""))),
                TypeTable::BYTES => Data::Bytes(Rc::from([])),
                _ => Data::Bare,
            };
            let id = self.heap.alloc(Kind::of(class), data, block::STATIC);
            self.heap.immortalize(id);
        }
        for value in SMALL_INT_MIN..=SMALL_INT_MAX {
            let id = self.heap.alloc(Kind::of(TypeTable::INT), Data::Int(value), block::INT);
            self.heap.immortalize(id);
        }
        for text in Names::ALL {
            self.intern(text);
        }
        for value in SMALL_INT_MAX + 1..=self.greatest_cached_int {
            let id = self.heap.alloc(Kind::of(TypeTable::INT), Data::Int(value), block::INT);
            self.heap.immortalize(id);
        }
        self.interned.insert(Rc::from(""), Singletons::EMPTY_STR);
        for word in STARTUP_WORDS.split(' ') {
            self.intern(word);
        }
    }

    fn init_types(&mut self) {
        for (i, (spec, base)) in TypeTable::specs().iter().enumerate() {
            let class = Id::from_index(i as u32 + 1);
            self.init_type(class, spec, *base);
        }
        debug_assert_eq!(Exceptions::TABLE.len(), exceptions::COUNT);
        for (i, (spec, base)) in exceptions::specs().iter().enumerate() {
            let class = Id::from_index((TypeTable::COUNT + i + 1) as u32);
            self.init_type(class, spec, *base);
        }
        self.finish_exception_group();
        self.remove_newer_attributes();
        self.name_unions();
        if !self.version.own_instance_descriptors {
            for getset in [&crate::types::object::DICT_GETSET, &crate::types::object::WEAKREF_GETSET] {
                let shared = self.new_getset_descriptor(TypeTable::OBJECT, getset);
                self.heap.immortalize(shared);
                self.instance_descriptors.push((getset.name, shared));
            }
        }
    }

    /// `int | str` and `Union[int, str]` are of one class from 3.14 on.
    fn name_unions(&mut self) {
        let qualname = self.intern("Union");
        if self.version.unions_keep_sets
            && let Some(class) = self.class_mut(TypeTable::UNION)
        {
            (class.name, class.qualname, class.module) = (Rc::from("Union"), qualname, "typing");
        }
    }

    /// Takes away what an older release does not have.
    fn remove_newer_attributes(&mut self) {
        if !self.version.deferred_annotations {
            let name = self.intern("__annotate__");
            for class in [TypeTable::FUNCTION, TypeTable::TYPE, TypeTable::MODULE] {
                if let Some(dict) = self.class(class).dict {
                    self.dict_remove_name(dict, name);
                }
            }
        }
        if self.version.number >= (3, 13, 0) {
            return;
        }
        for class in [TypeTable::TYPE_VAR, TypeTable::PARAM_SPEC, TypeTable::TYPE_VAR_TUPLE] {
            let Some(dict) = self.class(class).dict else { continue };
            let prepares = (class == TypeTable::TYPE_VAR).then_some("__typing_prepare_subst__");
            for name in ["has_default", "__default__"].into_iter().chain(prepares) {
                let name = self.intern(name);
                self.dict_remove_name(dict, name);
            }
        }
    }

    /// A code object with its constants: a new reference.
    pub fn new_code(&mut self, code: &Rc<Code>) -> Id {
        self.new_code_sharing(code, &mut SharedConstants::of(code))
    }

    /// As [`Vm::new_code`], with the constants of the code around it: equal ones are one object (compile.c,
    /// merge_const_one).
    pub(crate) fn new_code_sharing(&mut self, code: &Rc<Code>, shared: &mut SharedConstants) -> Id {
        let consts = code.consts.iter().map(|c| self.new_const(c, shared)).collect();
        let names = code.names.iter().map(|n| self.intern(n)).collect();
        let locals: Box<[Id]> = code.locals.iter().map(|n| self.intern(n)).collect();
        let cache_base = self.caches.len() as u32;
        let instr_base = self.warm.len() as u32;
        self.warm.resize(self.warm.len() + code.instrs.len(), false);
        self.caches.resize(self.caches.len() + code.cache_count as usize, Cache::Empty);
        let flags = code.flags;
        let name = self.intern(&code.name);
        let qualname = self.intern(&code.qualname);
        let object = CodeObject {
            code: Rc::clone(code),
            consts,
            merged_consts: None,
            names,
            locals,
            cache_base,
            instr_base,
            name,
            qualname,
            simple: !flags.varargs && !flags.varkeywords && code.kwonly_arg_count == 0 && flags.optimized,
            traced: code.filename == self.program_name,
            releases_in_reverse: self.version.locals_released_in_reverse,
            entry_line: code.instrs.iter().position(|i| i.op == Op::Resume).map_or(0, |i| code.locations[i].line),
        };
        debug_assert!(code.instrs.last().is_none_or(|i| i.op != Op::ForIter));
        self.alloc(TypeTable::CODE, Data::Code(Rc::new(object)))
    }
}

impl Vm {
    /// Gives the places of a code object that dies back, if they are the last: a program that calls `eval` again and
    /// again needs no more than one that calls it once.
    pub(crate) fn forget_code(&mut self, id: Id) {
        let Data::Code(code) = self.heap.get(id) else { return };
        let (caches, warm) = (code.cache_base as usize, code.instr_base as usize);
        if caches + code.code.cache_count as usize == self.caches.len() {
            self.caches.truncate(caches);
        }
        if warm + code.code.instrs.len() == self.warm.len() {
            self.warm.truncate(warm);
            self.specialised.retain(|&at, _| (at as usize) < warm);
        }
    }
}

/// Bytes of objects at most, where the host sets no limit.
const DEFAULT_BYTE_LIMIT: u64 = 4 << 30;

fn placeholder() -> Class {
    Class {
        name: Rc::from(""),
        qualname: Singletons::EMPTY_STR,
        module: "builtins",
        base: None,
        bases: None,
        mro: None,
        dict: None,
        subclasses: None,
        direct_bases: Box::default(),
        flags: ClassFlags::default(),
        layout: Layout::Object,
        native_base: TypeTable::OBJECT,
        slots: NO_SLOTS,
        slot_names: Vec::new(),
        keys: SharedKeys::default(),
        version: 0,
        init: (0, None),
        slot_tuple: None,
    }
}
