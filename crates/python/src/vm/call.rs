//! Calls: binding arguments, pushing frames, calling Rust.

use std::rc::Rc;

use ouro_heap::Id;
use smallvec::SmallVec;

use super::args::plural;
use super::{Frame, FrameFlags, R, Singletons, Vm};
use crate::data::{CodeObject, GeneratorKind};
use crate::native::{Args, Native, ONLY_3_12};
use crate::object::{Data, Slot, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::slot_wrapper::SlotWrapper;

/// Positional arguments of a call, copied off the stack: the stack keeps the references.
pub(crate) type Positional = SmallVec<[Id; 8]>;

impl Vm {
    /// Calls anything, from Rust. Arguments are borrowed.
    pub fn call_args(&mut self, callable: Id, args: &Args) -> R<Id> {
        match self.heap.get(callable) {
            Data::Function(_) => {
                let floor = self.stack.len();
                self.heap.incref(callable);
                for &arg in args.pos {
                    self.heap.incref(arg);
                    self.stack.push(Some(arg));
                }
                let flags = FrameFlags { entry: true, ..FrameFlags::default() };
                let count = args.pos.len();
                if args.kw.is_empty() {
                    self.push_call(callable, floor, count, flags)?;
                } else {
                    for &(_, value) in args.kw {
                        self.heap.incref(value);
                        self.stack.push(Some(value));
                    }
                    let names: Positional = args.kw.iter().map(|&(name, _)| name).collect();
                    self.push_call_kw(callable, floor, count, &names, flags)?;
                }
                self.run_entry()
            }
            Data::Method(method) => {
                let method = *method;
                let mut all: Positional = SmallVec::with_capacity(args.pos.len() + 1);
                all.push(method.receiver);
                all.extend_from_slice(args.pos);
                self.call_args(method.function, &Args { pos: &all, kw: args.kw })
            }
            _ => self.call_native_object(callable, args),
        }
    }

    /// Calls an object that is not a function or method written in Python.
    pub(crate) fn call_native_object(&mut self, callable: Id, args: &Args) -> R<Id> {
        self.call_native_with(callable, args, false)
    }

    /// As [`Vm::call_native_object`]; `packed` if the arguments are in a tuple and a dict already.
    pub(crate) fn call_native_with(&mut self, callable: Id, args: &Args, packed: bool) -> R<Id> {
        match *self.heap.get(callable) {
            Data::Builtin(native, receiver) => {
                self.call_native(native, receiver.unwrap_or(Singletons::NONE), args, packed)
            }
            Data::MethodDescriptor(native, class) => {
                let Some((&receiver, rest)) = args.pos.split_first() else {
                    let class_name = self.class(class).name.clone();
                    return Err(
                        self.type_error(format!("unbound method {class_name}.{}() needs an argument", native.name))
                    );
                };
                if !self.is_subclass(self.class_of(receiver), class) {
                    let (class_name, given) = (self.class(class).name.clone(), self.type_name(receiver));
                    return Err(self.type_error(format!(
                        "descriptor '{}' for '{class_name}' objects doesn't apply to a '{given}' object",
                        native.name
                    )));
                }
                self.call_native(native, receiver, &Args { pos: rest, kw: args.kw }, false)
            }
            Data::Method(_) => self.call_args(callable, args),
            _ => match self.class(self.class_of(callable)).slots.call {
                Some(call) => {
                    self.enter_native("")?;
                    let mark = self.temps.len();
                    if !packed && !self.has_vectorcall(callable, args) {
                        self.hold_arguments(args);
                    }
                    let result = call(self, callable, args);
                    self.release_kept(mark);
                    self.leave_native();
                    result
                }
                None => Err(self.type_error_for(callable, "'{}' object is not callable")),
            },
        }
    }

    /// Whether CPython passes the arguments of a call as they stand on the stack (tp_vectorcall): classes of the machine
    /// that are called often.
    fn has_vectorcall(&self, callable: Id, args: &Args) -> bool {
        const CLASSES: [Id; 18] = [
            TypeTable::TYPE,
            TypeTable::BOOL,
            TypeTable::FLOAT,
            TypeTable::LIST,
            TypeTable::TUPLE,
            TypeTable::DICT,
            TypeTable::SET,
            TypeTable::FROZENSET,
            TypeTable::RANGE,
            TypeTable::REVERSED,
            TypeTable::ENUMERATE,
            TypeTable::MAP,
            TypeTable::FILTER,
            TypeTable::SUPER,
            // These keep the tuple, or make it themselves.
            TypeTable::CHAIN,
            TypeTable::PARTIAL,
            TypeTable::ITEMGETTER,
            TypeTable::METHODCALLER,
        ];
        // The instances of these hand on what they are called with, or make the tuple themselves.
        const CLASSES_OF: [Id; 7] = [
            TypeTable::WEAK_CALLABLE_PROXY,
            TypeTable::METHOD,
            TypeTable::PARTIAL,
            TypeTable::LRU_CACHE,
            TypeTable::ATTRGETTER,
            TypeTable::ITEMGETTER,
            TypeTable::METHODCALLER,
        ];
        let class = self.class_of(callable);
        if class == TypeTable::WEAKREF || CLASSES_OF.contains(&self.class(class).native_base) {
            return true;
        }
        if matches!(callable, TypeTable::INT | TypeTable::STR) && !args.kw.is_empty() {
            return false;
        }
        // Exceptions keep the very tuple as their `args`.
        CLASSES.contains(&callable)
            || self.version.vectorcalled.contains(&callable)
            || (self.is_class(callable) && self.is_subclass(callable, Exceptions::BASE_EXCEPTION))
            || self.native::<SlotWrapper>(callable).is_some_and(SlotWrapper::is_method)
    }

    /// What a call holds whose keywords come in a dict, where the callable takes its arguments one by one. The caller
    /// gives it to [`Vm::release_unpacked`] after the call.
    pub(crate) fn unpack_for(&mut self, callable: Id, args: &Args) -> Slot {
        let takes_vector = match *self.heap.get(callable) {
            Data::Builtin(native, _) => !self.takes_tuple(native),
            Data::MethodDescriptor(..) | Data::Method(_) | Data::Function(_) => true,
            _ => self.has_vectorcall(callable, args),
        };
        if takes_vector { self.unpack_keywords(args) } else { None }
    }

    /// Puts arguments, of which keywords come in a dict, on a stack of their own: the names in a tuple, the result, and
    /// references to the values (call.c, _PyStack_UnpackDict). Nothing where there are no keywords.
    pub(crate) fn unpack_keywords(&mut self, args: &Args) -> Slot {
        let names = self.tuple_of_names(args.kw);
        if names.is_some() {
            self.unpacked(args).for_each(|id| self.heap.incref(id));
        }
        names
    }

    /// The end of what [`Vm::unpack_keywords`] began, with what it gave.
    pub(crate) fn release_unpacked(&mut self, names: Slot, args: &Args) {
        if let Some(names) = names {
            self.unpacked(args).for_each(|id| self.decref(id));
            self.decref(names);
        }
    }

    /// As [`Vm::unpack_keywords`], with what is held on the stack.
    pub(crate) fn push_unpacked(&mut self, args: &Args) {
        let names = self.unpack_keywords(args);
        if names.is_some() {
            self.stack.extend(self.unpacked(args).map(Some));
            self.stack.push(names);
        }
    }

    fn unpacked<'a>(&self, args: &'a Args) -> impl Iterator<Item = Id> + use<'a> {
        let positional = if self.version.unpacking_borrows { &[] } else { args.pos };
        positional.iter().copied().chain(args.kw.iter().map(|&(_, value)| value))
    }

    /// The names of keywords as a tuple; nothing where there are none.
    pub(crate) fn tuple_of_names(&mut self, kw: &[(Id, Id)]) -> Slot {
        let names: Positional = kw.iter().map(|&(name, _)| self.incref(name)).collect();
        if names.is_empty() { None } else { Some(self.new_tuple(&names[..])) }
    }

    /// Calls with keywords that are in a dict (call.c, PyObject_VectorcallDict).
    pub(crate) fn call_with_dict(&mut self, callable: Id, args: &Args) -> R<Id> {
        let names = self.unpack_for(callable, args);
        if names.is_none() && !args.kw.is_empty() {
            self.hold_arguments(&Args::positional(args.pos));
            return self.call_native_with(callable, args, true);
        }
        let result = self.call_args(callable, args);
        self.release_unpacked(names, args);
        result
    }

    /// Whether its arguments come in a tuple (METH_VARARGS).
    fn takes_tuple(&self, native: &Native) -> bool {
        let (major, minor) = (self.version.number.0, self.version.number.1);
        native.fastcall_since > (major, minor) && !(native.fastcall_since == ONLY_3_12 && minor == 12)
    }

    /// Puts the arguments of a call into a tuple, and keywords into a dict, until the native function that is about to
    /// run returns: so CPython passes them on (call.c, _PyObject_MakeTpCall). They count, and hold the arguments.
    pub(crate) fn hold_arguments(&mut self, args: &Args) {
        if !args.pos.is_empty() {
            let tuple = self.pack_arguments(args.pos);
            self.keep(tuple);
        }
        if !args.kw.is_empty() {
            let dict = self.new_dict();
            self.keep(dict);
            for &(name, value) in args.kw {
                self.heap.incref(value);
                self.dict_set_name(dict, name, value);
            }
        }
    }

    /// The positional arguments of the running call as a tuple, a new reference: the one that they came in, if they did.
    pub(crate) fn tuple_of_arguments(&mut self, args: &[Id]) -> Id {
        // It is an operand (`f(*args)`), or kept for the call.
        let operands = self.stack.iter().rev().take(2).flatten();
        let came_in = operands.chain(self.temps.last()).copied().find(|&id| {
            self.class_of(id) == TypeTable::TUPLE && self.tuple_items(id).is_some_and(|items| items == args)
        });
        if let Some(tuple) = came_in {
            return self.incref(tuple);
        }
        self.pack_arguments(args)
    }

    /// A new tuple of positional arguments, with references of its own.
    pub(crate) fn pack_arguments(&mut self, args: &[Id]) -> Id {
        args.iter().for_each(|&id| self.heap.incref(id));
        self.pack_tuple(args)
    }

    /// Calls a native function: checks the number of arguments, and releases what it kept. `packed` as in
    /// [`Vm::call_native_with`].
    fn call_native(&mut self, native: &'static Native, receiver: Id, args: &Args, packed: bool) -> R<Id> {
        if native.arity != crate::native::Arity::Any {
            let crate::native::Arity::Positional { min, max } = native.arity else { return Ok(Singletons::NONE) };
            if !args.kw.is_empty() || args.pos.len() < min as usize || args.pos.len() > max as usize {
                let qualified = self.native_name(native, receiver);
                self.check_arity(native, &qualified, args)?;
            }
        }
        self.enter_native("")?;
        let mark = self.temps.len();
        if !packed && self.takes_tuple(native) {
            self.hold_arguments(args);
        }
        let result = (native.call)(self, receiver, args);
        self.release_kept(mark);
        self.leave_native();
        result
    }

    /// The name of a native function for messages: `list.append` for a method, `len` for a function.
    fn native_name(&mut self, native: &Native, receiver: Id) -> String {
        match self.heap.get(receiver) {
            Data::Module(module) if &*module.name != "builtins" => format!("{}.{}", module.name, native.name),
            Data::Module(_) => native.name.to_owned(),
            Data::Class(class) => format!("{}.{}", class.name, native.name),
            _ if receiver == Singletons::NONE => native.name.to_owned(),
            _ => {
                let owner = self.defining_class(native, self.class_of(receiver));
                format!("{}.{}", self.class(owner).name, native.name)
            }
        }
    }

    /// The class among the bases of `class` that defines a method.
    fn defining_class(&self, native: &Native, class: Id) -> Id {
        let Some(&name) = self.interned.get(native.name) else { return class };
        let defines = |base: &Id| match self.class_own(*base, name).map(|found| self.heap.get(found)) {
            Some(&Data::MethodDescriptor(found, _)) => std::ptr::eq(found, native),
            _ => false,
        };
        self.mro(class).iter().copied().find(|base| defines(base)).unwrap_or(class)
    }

    /// Pushes the frame of a function whose positional arguments are the top `count` of the stack. `function` is owned
    /// and becomes the frame's; the stack will be cut to `floor` when the frame ends. On error everything is released.
    pub(crate) fn push_call(&mut self, function: Id, floor: usize, count: usize, flags: FrameFlags) -> R<()> {
        let Data::Function(data) = self.heap.get(function) else {
            return Err(self.abandon_call(function, floor));
        };
        let (code_id, globals, builtins, defaults) = (data.code, data.globals, data.builtins, data.defaults);
        let Data::Code(code) = self.heap.get(code_id) else { return Err(self.abandon_call(function, floor)) };
        let code = Rc::clone(code);
        let wanted = code.code.arg_count as usize;
        if !code.simple || count > wanted {
            return self.push_call_kw(function, floor, count, &[], flags);
        }
        if count < wanted {
            let missing = wanted - count;
            let values: Positional = match defaults.and_then(|d| self.tuple_items(d)) {
                Some(values) if values.len() >= missing => values[values.len() - missing..].into(),
                _ => return self.push_call_kw(function, floor, count, &[], flags),
            };
            for value in values {
                self.heap.incref(value);
                self.stack.push(Some(value));
            }
        }
        if self.depth() >= self.recursion_limit {
            return Err(self.recursion_error(function, floor, flags));
        }
        let base = self.stack.len() - wanted;
        let borrowed = self.borrowed_arguments(base, count, flags);
        self.stack.resize(base + code.locals.len(), None);
        self.push_frame(code, function, globals, builtins, None, base, floor, flags);
        self.note_borrowed(borrowed);
        Ok(())
    }

    /// Drops what a call that failed leaves on the stack.
    fn drop_unused(&mut self, floor: usize, flags: FrameFlags) {
        match flags.init {
            true => self.drop_failed_init(floor),
            false => self.cut_stack(floor),
        }
    }

    #[cold]
    fn recursion_error(&mut self, function: Id, floor: usize, flags: FrameFlags) -> super::Raised {
        self.drop_unused(floor, flags);
        self.decref(function);
        self.raise(Exceptions::RECURSION_ERROR, "maximum recursion depth exceeded")
    }

    #[cold]
    fn abandon_call(&mut self, function: Id, floor: usize) -> super::Raised {
        self.cut_stack(floor);
        let raised = self.type_error_for(function, "'{}' object is not callable");
        self.decref(function);
        raised
    }

    /// As [`Vm::push_call`], but the last arguments are keywords with these names (borrowed), and the function may take
    /// any kind of argument (CPython 3.13 ceval.c, initialize_locals).
    pub(crate) fn push_call_kw(
        &mut self,
        function: Id,
        floor: usize,
        count: usize,
        names: &[Id],
        flags: FrameFlags,
    ) -> R<()> {
        let Data::Function(data) = self.heap.get(function) else {
            return Err(self.abandon_call(function, floor));
        };
        let (code_id, globals, builtins) = (data.code, data.globals, data.builtins);
        let Data::Code(code) = self.heap.get(code_id) else { return Err(self.abandon_call(function, floor)) };
        let code = Rc::clone(code);
        if self.depth() >= self.recursion_limit {
            return Err(self.recursion_error(function, floor, flags));
        }
        let first = self.stack.len() - count - names.len();
        let borrowed = self.borrowed_arguments(first, count + names.len(), flags);
        if let Err(raised) = self.bind_locals(function, &code, first, count, names) {
            self.drop_unused(floor, flags);
            self.decref(function);
            return Err(raised);
        }
        let borrowed = if borrowed == 0 { 0 } else { self.borrowed_parameters(&code, borrowed, count, names) };
        self.push_frame(code, function, globals, builtins, None, first, floor, flags);
        self.note_borrowed(borrowed);
        Ok(())
    }

    /// Turns the arguments on the stack from `first` on into the locals of a frame.
    fn bind_locals(&mut self, function: Id, code: &Rc<CodeObject>, first: usize, count: usize, names: &[Id]) -> R<()> {
        let c = &code.code;
        let positional = c.arg_count as usize;
        let keyword_only = c.kwonly_arg_count as usize;
        let total = positional + keyword_only;
        let keywords: Vec<Slot> = self.stack.split_off(first + count);
        let extra: Vec<Slot> = if count > positional { self.stack.split_off(first + positional) } else { Vec::new() };
        self.stack.resize(first + code.locals.len(), None);
        let mut next = total;
        let kwargs = c.flags.varkeywords.then(|| self.new_dict());
        let too_many = !extra.is_empty() && !c.flags.varargs;
        if c.flags.varargs {
            let items: Vec<Id> = extra.iter().copied().flatten().collect();
            self.stack[first + next] = Some(self.pack_tuple(items));
            next += 1;
        } else {
            // They go before the error is made.
            extra.into_iter().for_each(|slot| self.decref_slot(slot));
        }
        if let Some(kwargs) = kwargs {
            self.stack[first + next] = Some(kwargs);
        }
        let mut values = keywords.into_iter();
        for (&name, value) in names.iter().zip(values.by_ref()) {
            let interned = self.interned_twin(name).unwrap_or(name);
            let Some(value) = value else { continue };
            let index = (c.posonly_arg_count as usize..total).find(|&i| code.locals[i] == interned);
            let raised = match (index, kwargs) {
                (Some(i), _) if self.stack[first + i].is_none() => {
                    self.stack[first + i] = Some(value);
                    continue;
                }
                (Some(_), _) => {
                    let qualname = self.function_qualname(function);
                    let text = self.name_text(name);
                    self.type_error(format!("{qualname}() got multiple values for argument '{text}'"))
                }
                (None, Some(kwargs)) => {
                    self.dict_set_name(kwargs, name, value);
                    continue;
                }
                (None, None) => self.unexpected_parameter(function, code, interned, names),
            };
            self.decref(value);
            values.for_each(|slot| self.decref_slot(slot));
            return Err(raised);
        }
        if too_many {
            return Err(self.too_many_positional(function, code, count, first));
        }
        self.fill_defaults(function, code, first, count)
    }

    /// A keyword that names no parameter, or one that is positional-only (ceval.c, positional_only_passed_as_keyword).
    #[cold]
    fn unexpected_parameter(&mut self, function: Id, code: &CodeObject, name: Id, names: &[Id]) -> super::Raised {
        let qualname = self.function_qualname(function);
        let (positional_only, others) = code.locals.split_at(code.code.posonly_arg_count as usize);
        let named: Vec<Id> = names.iter().map(|&name| self.interned_twin(name).unwrap_or(name)).collect();
        let by_keyword: Vec<String> =
            positional_only.iter().filter(|local| named.contains(local)).map(|&n| self.name_text(n)).collect();
        let suggests = self.version.number >= (3, 13, 0);
        let count = (code.code.arg_count + code.code.kwonly_arg_count - code.code.posonly_arg_count) as usize;
        if !positional_only.is_empty() || (suggests && count > 0) {
            // The names come in a list.
            self.heap.count_temporary(free_list::LIST);
        }
        if !by_keyword.is_empty() {
            let list = by_keyword.join(", ");
            return self.type_error(format!(
                "{qualname}() got some positional-only arguments passed as keyword arguments: '{list}'"
            ));
        }
        let text = self.name_text(name);
        let candidates: Vec<String> = others[..count].iter().map(|&n| self.name_text(n)).collect();
        let hint = match crate::suggest::closest(&text, candidates.iter().map(String::as_str)) {
            Some(hint) if suggests => format!(". Did you mean '{hint}'?"),
            _ => String::new(),
        };
        self.type_error(format!("{qualname}() got an unexpected keyword argument '{text}'{hint}"))
    }

    fn fill_defaults(&mut self, function: Id, code: &CodeObject, first: usize, count: usize) -> R<()> {
        let c = &code.code;
        let positional = c.arg_count as usize;
        let (defaults, kwdefaults) = match self.heap.get(function) {
            Data::Function(f) => (f.defaults, f.kwdefaults),
            _ => (None, None),
        };
        if count < positional {
            let defaults: Positional = defaults.and_then(|d| self.tuple_items(d)).unwrap_or(&[]).into();
            let required = positional.saturating_sub(defaults.len());
            let missing: Vec<usize> =
                (count.min(required)..required).filter(|&i| self.stack[first + i].is_none()).collect();
            if !missing.is_empty() {
                return Err(self.missing_arguments(function, code, "positional", &missing));
            }
            for (i, default) in
                (required..positional).zip(defaults.iter().skip(defaults.len().saturating_sub(positional)))
            {
                if self.stack[first + i].is_none() {
                    self.heap.incref(*default);
                    self.stack[first + i] = Some(*default);
                }
            }
        }
        let mut missing = Vec::new();
        for i in positional..positional + c.kwonly_arg_count as usize {
            if self.stack[first + i].is_some() {
                continue;
            }
            match kwdefaults.and_then(|d| self.dict_get_name(d, code.locals[i])) {
                Some(value) => {
                    self.heap.incref(value);
                    self.stack[first + i] = Some(value);
                }
                None => missing.push(i),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing_arguments(function, code, "keyword-only", &missing)) }
    }

    /// ceval.c, missing_arguments and format_missing
    fn missing_arguments(&mut self, function: Id, code: &CodeObject, kind: &str, missing: &[usize]) -> super::Raised {
        let names: Vec<String> =
            missing.iter().filter_map(|&i| self.str_text(code.locals[i])).map(|t| format!("'{}'", &*t)).collect();
        let list = match names.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
            [] => String::new(),
        };
        self.heap.count_temporary(free_list::LIST);
        let n = names.len();
        let name = self.function_qualname(function);
        self.type_error(format!("{name}() missing {n} required {kind} argument{}: {list}", plural(n)))
    }

    /// `__qualname__` of a function.
    fn function_qualname(&self, function: Id) -> String {
        let qualname = match self.heap.get(function) {
            Data::Function(function) => self.str_text(function.qualname),
            _ => None,
        };
        qualname.map(|text| text.to_string()).unwrap_or_default()
    }

    /// ceval.c, too_many_positional
    fn too_many_positional(&mut self, function: Id, code: &CodeObject, given: usize, first: usize) -> super::Raised {
        let c = &code.code;
        let positional = c.arg_count as usize;
        let defaults = match self.heap.get(function) {
            Data::Function(f) => f.defaults.and_then(|d| self.tuple_items(d)).map_or(0, <[Id]>::len),
            _ => 0,
        };
        let keyword_only = (positional..positional + c.kwonly_arg_count as usize)
            .filter(|&i| self.stack.get(first + i).copied().flatten().is_some())
            .count();
        let takes = if defaults > 0 {
            format!("from {} to {positional}", positional - defaults)
        } else {
            positional.to_string()
        };
        let plural_takes = plural(if defaults > 0 { 2 } else { positional });
        let (extra, were) = if keyword_only > 0 {
            let given_plural = plural(given);
            (
                format!(
                    " positional argument{given_plural} (and {keyword_only} keyword-only argument{})",
                    plural(keyword_only)
                ),
                "were",
            )
        } else {
            (String::new(), if given == 1 { "was" } else { "were" })
        };
        let name = self.function_qualname(function);
        self.type_error(format!(
            "{name}() takes {takes} positional argument{plural_takes} but {given}{extra} {were} given"
        ))
    }

    /// Pushes a frame whose locals are on the stack from `base` on. Takes `function` and `namespace` over.
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub(crate) fn push_frame(
        &mut self,
        code: Rc<CodeObject>,
        function: Id,
        globals: Id,
        builtins: Id,
        namespace: Slot,
        base: usize,
        floor: usize,
        flags: FrameFlags,
    ) {
        if let Some(caller) = self.frames.last_mut() {
            caller.pc = self.pc;
        }
        let number = self.next_frame_number();
        let line = code.entry_line;
        self.frames.push(Frame {
            code,
            function,
            globals,
            builtins,
            namespace,
            base,
            floor,
            pc: u32::MAX,
            line,
            flags,
            generator: None,
            object: None,
            borrowed: 0,
            operands_end: usize::MAX,
            number,
        });
    }

    /// Runs code in a namespace: a module's body, `exec`. `globals` is borrowed, the namespace too.
    pub fn run_code(&mut self, code_id: Id, globals: Id, namespace: Id) -> R<Id> {
        self.run_code_with(code_id, globals, namespace, None)
    }

    /// As [`Vm::run_code`], with cells for free variables (a tuple, borrowed). As in CPython a function stands for the
    /// code while it runs (ceval.c, PyEval_EvalCode).
    pub(crate) fn run_code_with(&mut self, code_id: Id, globals: Id, namespace: Id, closure: Slot) -> R<Id> {
        let Data::Code(code) = self.heap.get(code_id) else {
            return Err(self.type_error("expected a code object"));
        };
        let code = Rc::clone(code);
        let builtins = self.builtins_of(globals);
        let function = self.new_function(code_id, globals, builtins);
        closure.iter().for_each(|&cells| self.heap.incref(cells));
        if let Data::Function(data) = self.heap.get_mut(function) {
            data.closure = closure;
        }
        self.run_body(code, function, globals, builtins, namespace)
    }

    /// The builtins that code with these globals sees: what is under `__builtins__`, else those of the running frame
    /// (ceval.c, _PyEval_BuiltinsFromGlobals). Borrowed.
    pub(crate) fn builtins_of(&self, globals: Id) -> Id {
        let own = self.dict_get_name(globals, super::Names::BUILTINS).map(|found| match self.heap.get(found) {
            Data::Module(module) => module.dict.unwrap_or(self.builtins),
            _ => found,
        });
        own.unwrap_or_else(|| self.frames.last().map_or(self.builtins, |frame| frame.builtins))
    }

    /// Runs the body of a class: a function's code, with a namespace for its names (both borrowed).
    pub fn run_class_body(&mut self, function: Id, namespace: Id) -> R<Id> {
        self.heap.incref(function);
        let flags = FrameFlags { entry: true, ..FrameFlags::default() };
        self.push_class_body(function, namespace, self.stack.len(), flags)?;
        self.run_entry()
    }

    /// Pushes the frame of a class's body. Takes the reference to the function; the stack will be cut to `floor` when the
    /// frame ends, and at once on an error.
    pub(crate) fn push_class_body(&mut self, function: Id, namespace: Id, floor: usize, flags: FrameFlags) -> R<()> {
        let Data::Function(data) = self.heap.get(function) else { return Err(self.abandon_call(function, floor)) };
        let (code_id, globals, builtins) = (data.code, data.globals, data.builtins);
        let Data::Code(code) = self.heap.get(code_id) else { return Err(self.abandon_call(function, floor)) };
        let code = Rc::clone(code);
        if self.depth() >= self.recursion_limit {
            return Err(self.recursion_error(function, floor, flags));
        }
        self.heap.incref(namespace);
        let base = self.stack.len();
        self.stack.resize(base + code.locals.len(), None);
        self.push_frame(code, function, globals, builtins, Some(namespace), base, floor, flags);
        Ok(())
    }

    fn run_body(&mut self, code: Rc<CodeObject>, owner: Id, globals: Id, builtins: Id, namespace: Id) -> R<Id> {
        if self.depth() >= self.recursion_limit {
            return Err(self.recursion_error(owner, self.stack.len(), FrameFlags::default()));
        }
        self.heap.incref(namespace);
        let base = self.stack.len();
        self.stack.resize(base + code.locals.len(), None);
        let flags = FrameFlags { entry: true, ..FrameFlags::default() };
        self.push_frame(code, owner, globals, builtins, Some(namespace), base, base, flags);
        self.run_entry()
    }

    /// Runs the frame just pushed, which was called from Rust, until it returns.
    pub(crate) fn run_entry(&mut self) -> R<Id> {
        if self.native_depth >= super::protocol::MAX_NATIVE_DEPTH {
            let raised = self.raise(Exceptions::RECURSION_ERROR, "maximum recursion depth exceeded");
            self.pop_frame();
            return Err(raised);
        }
        self.native_depth += 1;
        let pc = self.pc;
        let result = self.eval();
        self.pc = pc;
        self.native_depth -= 1;
        result
    }

    /// Takes the running frame off the list. From then on the machine stands where the frame was called: what its end
    /// releases may run code, which comes back to there.
    #[inline]
    pub(crate) fn take_frame(&mut self) -> Option<Frame> {
        let mut frame = self.frames.pop()?;
        frame.pc = self.pc;
        if let Some(caller) = self.frames.last() {
            self.pc = caller.pc;
        }
        Some(frame)
    }

    /// Ends the running frame: its operands and locals are released in order, its object keeps what it needs.
    /// What the frame leaves on the stack is above `floor`: nothing.
    pub(crate) fn pop_frame(&mut self) {
        if let Some(frame) = self.frames.last() {
            // Operands go while the frame is still there.
            self.cut_stack(frame.base + frame.code.locals.len());
        }
        let Some(frame) = self.take_frame() else { return };
        let (floor, flags) = (frame.floor, frame.flags);
        self.end_frame(frame);
        self.drop_unused(floor, flags);
    }

    /// Releases what a frame held, once it is off the list of frames: locals in order of definition or, by release, in
    /// reverse, then namespace and function. Its places on the stack are emptied, not removed, so that a result above them stays counted while
    /// releasing runs code. The caller cuts the stack.
    #[inline]
    pub(crate) fn end_frame(&mut self, frame: Frame) {
        if let Some(object) = frame.object {
            return self.end_shared_frame(object, frame);
        }
        self.release_locals(&frame);
        self.decref_slot(frame.namespace);
        self.decref(frame.function);
    }

    /// Releases the locals of a frame.
    #[inline]
    pub(crate) fn release_locals(&mut self, frame: &Frame) {
        let (first, count) = (frame.base, frame.code.locals.len());
        let caller = self.frames.len();
        let operands_end = self.frames.last_mut().map(|caller| std::mem::replace(&mut caller.operands_end, first));
        for i in 0..count {
            let i = if self.version.locals_released_in_reverse { count - 1 - i } else { i };
            if let Some(slot) = self.stack.get_mut(first + i)
                && let Some(id) = slot.take()
            {
                self.decref(id);
            }
        }
        if let Some(end) = operands_end
            && let Some(caller) = self.frames.get_mut(caller - 1)
        {
            caller.operands_end = end;
        }
    }

    /// What kind of generator a call of this code makes, if it makes one.
    pub(crate) fn generator_kind(code: &CodeObject) -> GeneratorKind {
        let flags = &code.code.flags;
        if flags.async_generator {
            GeneratorKind::AsyncGenerator
        } else if flags.coroutine {
            GeneratorKind::Coroutine
        } else {
            GeneratorKind::Generator
        }
    }
}
