//! Taking objects apart for copies and pickles: `__reduce_ex__` and its kin, type by type (CPython 3.13 typeobject.c,
//! object___reduce_ex__; the types' own `__reduce__` and `__getnewargs__`).

use ouro_heap::Id;

use crate::native::{Args, Native};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::{Exceptions, field};
use crate::vm::{R, Singletons, Vm};

const NEW_ARGUMENTS: Native = Native::new("__getnewargs__", 0, 0, new_arguments);

/// What a type has of these methods.
pub(crate) fn methods(class: Id) -> &'static [Native] {
    const {
        &[
            (TypeTable::OBJECT, OF_OBJECT),
            (TypeTable::INT, &[NEW_ARGUMENTS]),
            (TypeTable::FLOAT, &[NEW_ARGUMENTS]),
            (TypeTable::COMPLEX, &[NEW_ARGUMENTS]),
            (TypeTable::STR, &[NEW_ARGUMENTS]),
            (TypeTable::BYTES, &[NEW_ARGUMENTS]),
            (TypeTable::TUPLE, &[NEW_ARGUMENTS]),
            (TypeTable::SET, &[Native::new("__reduce__", 0, 0, reduce_set)]),
            (TypeTable::FROZENSET, &[Native::new("__reduce__", 0, 0, reduce_set)]),
            (TypeTable::BYTEARRAY, OF_BYTEARRAY),
            (TypeTable::RANGE, &[Native::new("__reduce__", 0, 0, reduce_by_bounds)]),
            (TypeTable::SLICE, &[Native::new("__reduce__", 0, 0, reduce_by_bounds)]),
            (TypeTable::BUILTIN, &[Native::new("__reduce__", 0, 0, reduce_builtin)]),
            (TypeTable::METHOD, &[Native::new("__reduce__", 0, 0, reduce_method)]),
            (Exceptions::BASE_EXCEPTION, OF_EXCEPTIONS),
        ] as &[(Id, &'static [Native])]
    }
    .iter()
    .find(|(id, _)| *id == class)
    .map_or(&[], |(_, methods)| methods)
}

const OF_OBJECT: &[Native] = &[
    Native::new("__reduce_ex__", 1, 1, reduce_ex),
    Native::new("__reduce__", 0, 0, |vm, this, _| by_protocol(vm, this, 0)),
    Native::new("__getstate__", 0, 0, |vm, this, _| default_state(vm, this, false)),
];

const OF_BYTEARRAY: &[Native] = &[
    Native::new("__reduce__", 0, 0, |vm, this, _| reduce_bytearray(vm, this, 2)),
    Native::new("__reduce_ex__", 0, 1, |vm, this, args| {
        let protocol = args.get(0).map_or(Ok(0), |protocol| vm.index(protocol))?;
        reduce_bytearray(vm, this, protocol)
    }),
];

const OF_EXCEPTIONS: &[Native] =
    &[Native::new("__reduce__", 0, 0, reduce_exception), Native::new("__setstate__", 1, 1, set_exception_state)];

/// A class's own `__reduce__`, or what the protocol prescribes.
fn reduce_ex(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let protocol = match args.get(0) {
        Some(protocol) => vm.index(protocol)?,
        None => 0,
    };
    let name = vm.intern("__reduce__");
    let class = vm.class_of(this);
    if vm.type_lookup(class, name) != vm.class_own(TypeTable::OBJECT, name) {
        return vm.call_method(this, name, &[]);
    }
    by_protocol(vm, this, protocol)
}

/// A function of `copyreg`.
fn copyreg(vm: &mut Vm, name: &str) -> R<Id> {
    let module = vm.intern("copyreg");
    let module = vm.import_module(module)?;
    vm.keep(module);
    let name = vm.intern(name);
    let function = vm.getattr(module, name)?;
    Ok(vm.keep(function))
}

/// `_common_reduce`
fn by_protocol(vm: &mut Vm, this: Id, protocol: i64) -> R<Id> {
    if protocol < 2 {
        let function = copyreg(vm, "_reduce_ex")?;
        let protocol = vm.new_int(protocol);
        vm.keep(protocol);
        return vm.call(function, &[this, protocol]);
    }
    let class = vm.class_of(this);
    if vm.class(class).slots.new.is_none() {
        return Err(vm.type_error_for(this, "cannot pickle '{}' object"));
    }
    let mut function = "__newobj__";
    let mut arguments = vec![class];
    let mut keywords = None;
    let mut has_arguments = false;
    let (extended, plain) = (vm.intern("__getnewargs_ex__"), vm.intern("__getnewargs__"));
    if let Some(method) = vm.getattr_opt(this, extended)? {
        vm.keep(method);
        let pair = vm.call(method, &[])?;
        vm.keep(pair);
        let parts = vm.tuple_items(pair).map(<[Id]>::to_vec);
        let Some(parts) = parts else {
            return Err(vm.type_error_for(pair, "__getnewargs_ex__ should return a tuple, not '{}'"));
        };
        let &[positional, named] = parts.as_slice() else {
            let count = parts.len();
            return Err(vm.value_error(format!("__getnewargs_ex__ should return a tuple of length 2, not {count}")));
        };
        arguments.extend(vm.collect_kept(positional)?);
        has_arguments = true;
        if vm.dict(named).is_some_and(|d| !d.is_empty()) {
            (function, keywords) = ("__newobj_ex__", Some((positional, named)));
        }
    } else if let Some(method) = vm.getattr_opt(this, plain)? {
        vm.keep(method);
        let tuple = vm.call(method, &[])?;
        vm.keep(tuple);
        if vm.tuple_items(tuple).is_none() {
            return Err(vm.type_error_for(tuple, "__getnewargs__ should return a tuple, not '{}'"));
        }
        arguments.extend(vm.collect_kept(tuple)?);
        has_arguments = true;
    }
    let function = copyreg(vm, function)?;
    let (is_list, is_dict) = (vm.list_items(this).is_some(), vm.dict(this).is_some());
    let state = state_of(vm, this, !has_arguments && !is_list && !is_dict)?;
    vm.keep(state);
    let mut items = [Singletons::NONE, Singletons::NONE];
    if is_list {
        items[0] = vm.iter(this)?;
        vm.keep(items[0]);
    }
    if is_dict {
        let name = vm.intern("items");
        let view = vm.call_method(this, name, &[])?;
        vm.keep(view);
        items[1] = vm.iter(view)?;
        vm.keep(items[1]);
    }
    let arguments = match keywords {
        Some((positional, named)) => vec![class, positional, named],
        None => arguments,
    };
    let arguments = vm.new_tuple_of(&arguments);
    vm.keep(arguments);
    Ok(vm.new_tuple_of(&[function, arguments, state, items[0], items[1]]))
}

/// `object_getstate`
fn state_of(vm: &mut Vm, this: Id, required: bool) -> R<Id> {
    let name = vm.intern("__getstate__");
    let class = vm.class_of(this);
    if vm.type_lookup(class, name) == vm.class_own(TypeTable::OBJECT, name) {
        return default_state(vm, this, required);
    }
    vm.call_method(this, name, &[])
}

/// The attributes, and beside them the values of `__slots__` (object_getstate_default).
fn default_state(vm: &mut Vm, this: Id, required: bool) -> R<Id> {
    let class = vm.class_of(this);
    let state = match vm.own_attributes(this).is_empty() {
        true => Singletons::NONE,
        false => {
            let dict = vm.instance_dict(this);
            vm.or_none(dict)
        }
    };
    vm.keep(state);
    let slot_names = copyreg(vm, "_slotnames")?;
    let names = vm.call(slot_names, &[class])?;
    vm.keep(names);
    let native = vm.class(class).native_base;
    if required && ![TypeTable::OBJECT, TypeTable::SIMPLE_NAMESPACE].contains(&native) {
        return Err(vm.type_error_for(this, "cannot pickle '{}' object"));
    }
    let names: Vec<Id> = vm.list_items(names).map(|items| items.iter().copied().collect()).unwrap_or_default();
    let slots = vm.new_dict();
    vm.keep(slots);
    for name in names {
        if let Some(value) = vm.getattr_opt(this, name)? {
            vm.keep(value);
            vm.dict_set(slots, name, value)?;
        }
    }
    if vm.dict(slots).is_none_or(|d| d.is_empty()) {
        return Ok(vm.incref(state));
    }
    Ok(vm.new_tuple_of(&[state, slots]))
}

/// The value as an object of exactly the builtin type.
fn new_arguments(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    if let Data::Complex(parts) = vm.data(this) {
        let (real, imaginary) = **parts;
        let parts = vec![vm.new_float(real), vm.new_float(imaginary)];
        return Ok(vm.new_tuple(parts));
    }
    let class = vm.class_of(this);
    let native = vm.class(class).native_base;
    let value = if class == native || TypeTable::is_static(class) {
        vm.incref(this)
    } else {
        match vm.data(this).clone() {
            Data::Int(value) => vm.new_int(value),
            Data::Float(value) => vm.new_float(value),
            Data::Str(text) => vm.new_str(text.as_str().to_owned()),
            Data::Tuple(items) => vm.new_tuple_of(&items),
            data => vm.alloc(native, data),
        }
    };
    Ok(vm.new_tuple(vec![value]))
}

/// The class, its arguments, and the attributes of instances of subclasses; arguments are taken over.
fn reduced(vm: &mut Vm, this: Id, arguments: Vec<Id>) -> R<Id> {
    let arguments = vm.new_tuple(arguments);
    vm.keep(arguments);
    let state = state_of(vm, this, false)?;
    vm.keep(state);
    let class = vm.class_of(this);
    Ok(vm.new_tuple_of(&[class, arguments, state]))
}

fn reduce_set(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let items = vm.list_from(this)?;
    reduced(vm, this, vec![items])
}

/// Its bytes; for old protocols a text and an encoding (bytearray_reduce).
fn reduce_bytearray(vm: &mut Vm, this: Id, protocol: i64) -> R<Id> {
    let bytes = vm.call(TypeTable::BYTES, &[this])?;
    if protocol > 2 {
        return reduced(vm, this, vec![bytes]);
    }
    vm.keep(bytes);
    let (decode, encoding) = (vm.intern("decode"), vm.intern("latin-1"));
    let text = vm.call_method(bytes, decode, &[encoding])?;
    reduced(vm, this, vec![text, encoding])
}

/// `range` and `slice`
fn reduce_by_bounds(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let mut bounds = Vec::with_capacity(3);
    for name in ["start", "stop", "step"] {
        let name = vm.intern(name);
        let bound = vm.getattr(this, name)?;
        bounds.push(vm.keep(bound));
    }
    let arguments = vm.new_tuple_of(&bounds);
    vm.keep(arguments);
    let class = vm.class_of(this);
    Ok(vm.new_tuple_of(&[class, arguments]))
}

/// A function by its name, a bound method by `getattr` (methodobject.c, meth_reduce).
fn reduce_builtin(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let receiver = match vm.data(this) {
        Data::Builtin(_, receiver) => *receiver,
        _ => None,
    };
    match receiver {
        Some(receiver) if !matches!(vm.data(receiver), Data::Module(_)) => by_getattr(vm, receiver, this),
        _ => vm.getattr(this, crate::vm::Names::QUALNAME),
    }
}

fn reduce_method(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    match vm.data(this) {
        Data::Method(method) => by_getattr(vm, method.receiver, method.function),
        _ => Err(vm.type_error_for(this, "cannot pickle '{}' object")),
    }
}

/// `getattr(receiver, function.__name__)`, taken apart.
fn by_getattr(vm: &mut Vm, receiver: Id, function: Id) -> R<Id> {
    let name = vm.getattr(function, crate::vm::Names::NAME)?;
    vm.keep(name);
    let getattr = vm.intern("getattr");
    let getattr = vm.own_dict(vm.builtins).and_then(|d| vm.dict_get_name(d, getattr));
    let getattr = getattr.unwrap_or(Singletons::NONE);
    let arguments = vm.new_tuple_of(&[receiver, name]);
    vm.keep(arguments);
    Ok(vm.new_tuple_of(&[getattr, arguments]))
}

/// exceptions.c, BaseException_reduce and OSError_reduce.
fn reduce_exception(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let class = vm.class_of(this);
    let (args, dict) = vm.exception(this).map_or((None, None), |e| (e.args, e.dict));
    let mut items = args.and_then(|a| vm.tuple_items(a)).map(<[Id]>::to_vec).unwrap_or_default();
    if items.len() == 2 && vm.is_instance(this, Exceptions::OS_ERROR) {
        items.extend(vm.exception_field(this, field::OS_FILENAME));
    }
    let arguments = vm.new_tuple_of(&items);
    vm.keep(arguments);
    Ok(match dict {
        Some(dict) => vm.new_tuple_of(&[class, arguments, dict]),
        None => vm.new_tuple_of(&[class, arguments]),
    })
}

/// exceptions.c, BaseException_setstate
fn set_exception_state(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(state) = args.get(0).filter(|&state| state != Singletons::NONE) else { return Ok(Singletons::NONE) };
    let Some(dict) = vm.dict(state) else { return Err(vm.type_error("state is not a dictionary")) };
    let items: Vec<(Id, Id)> = dict.iter().map(|e| (e.key, e.value)).collect();
    for &(name, value) in &items {
        for id in [name, value] {
            vm.heap.incref(id);
            vm.keep(id);
        }
    }
    for (name, value) in items {
        vm.setattr(this, name, value)?;
    }
    Ok(Singletons::NONE)
}

impl Vm {
    /// A tuple of borrowed items.
    fn new_tuple_of(&mut self, items: &[Id]) -> Id {
        for &item in items {
            self.heap.incref(item);
        }
        self.new_tuple(items)
    }

    /// Items of an iterable, kept until the running native function returns.
    fn collect_kept(&mut self, iterable: Id) -> R<Vec<Id>> {
        let items = self.collect(iterable)?;
        for &item in &items {
            self.keep(item);
        }
        Ok(items)
    }
}
