use ouro_heap::Id;

use crate::data::Function;
use crate::native::{Args, GetSet, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of `function`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            call: Some(Vm::call_args),
            descr_get: Some(descr_get),
            new: Some(new),
            ..NO_SLOTS
        },
        getset: const {
            &[
                GetSet::member("__closure__", |vm, this| read(vm, this, |f| f.closure)),
                GetSet::new("__doc__", |vm, this| read(vm, this, |f| f.doc), set_doc),
                GetSet::member("__globals__", |vm, this| read(vm, this, |f| Some(f.globals))),
                GetSet::new("__module__", |vm, this| read(vm, this, |f| f.module), set_module),
                GetSet::member("__builtins__", |vm, this| read(vm, this, |f| Some(f.builtins))),
                GetSet::new("__code__", |vm, this| read(vm, this, |f| Some(f.code)), set_code),
                GetSet::new("__defaults__", |vm, this| read(vm, this, |f| f.defaults), set_defaults),
                GetSet::new("__kwdefaults__", |vm, this| read(vm, this, |f| f.kwdefaults), set_kwdefaults),
                GetSet::new("__annotations__", annotations, set_annotations),
                GetSet::new("__annotate__", |vm, this| read(vm, this, |f| f.annotate), set_annotate),
                GetSet::new("__dict__", dict, crate::types::object::set_dict),
                GetSet::new("__name__", |vm, this| read(vm, this, |f| Some(f.name)), set_name),
                GetSet::new("__qualname__", |vm, this| read(vm, this, |f| Some(f.qualname)), set_qualname),
                GetSet::new("__type_params__", type_params, set_type_params),
            ]
        },
        weakrefable: true,
        has_dict: true,
        ..TypeSpec::new("function")
    }
}

fn function(vm: &Vm, this: Id) -> Option<&Function> {
    match vm.data(this) {
        Data::Function(f) => Some(f),
        _ => None,
    }
}

fn read(vm: &mut Vm, this: Id, field: impl Fn(&Function) -> Slot) -> R<Id> {
    let value = function(vm, this).and_then(field);
    Ok(vm.or_none(value))
}

/// Puts a value (borrowed) into a field, and drops the old one.
fn write(vm: &mut Vm, this: Id, value: Slot, field: impl Fn(&mut Function) -> &mut Slot) {
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    if let Data::Function(f) = vm.data_mut(this) {
        let old = std::mem::replace(field(f), value);
        vm.decref_slot(old);
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let qualname = function(vm, this).map(|f| f.qualname);
    let name = qualname.and_then(|q| vm.str_text(q)).map(|t| t.to_string()).unwrap_or_default();
    let text = format!("<function {name} at {:#x}>", vm.address(this));
    Ok(vm.new_str(text))
}

fn descr_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    match object {
        None => Ok(vm.incref(this)),
        Some(object) => Ok(vm.new_method(this, object)),
    }
}

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)`
fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters {
        names: &["code", "globals", "name", "argdefs", "closure", "kwdefaults"],
        positional_only: 0,
        positional: 6,
        required: 2,
    };
    let bound = vm.bind_args("function", args, &PARAMETERS)?;
    let (Some(code), Some(globals)) = (bound[0], bound[1]) else { return Ok(Singletons::NONE) };
    if !matches!(vm.data(code), Data::Code(_)) {
        return Err(vm.type_error_for(code, "function() argument 'code' must be code, not {}"));
    }
    if vm.dict(globals).is_none() {
        return Err(vm.type_error_for(globals, "function() argument 'globals' must be dict, not {}"));
    }
    let given = |i: usize| bound[i].filter(|&v| v != Singletons::NONE);
    let builtins = vm.builtins_of(globals);
    let function = vm.new_function(code, globals, builtins);
    if let Some(name) = given(2) {
        set_name(vm, function, Some(name))?;
    }
    write(vm, function, given(3), |f| &mut f.defaults);
    write(vm, function, given(4), |f| &mut f.closure);
    write(vm, function, given(5), |f| &mut f.kwdefaults);
    Ok(function)
}

fn set_doc(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    write(vm, this, value, |f| &mut f.doc);
    Ok(())
}

fn set_module(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    write(vm, this, value, |f| &mut f.module);
    Ok(())
}

fn set_code(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let free = |vm: &Vm, code: Id| match vm.data(code) {
        Data::Code(c) => Some(c.code.free_count),
        _ => None,
    };
    let Some(code) = value.filter(|&v| free(vm, v).is_some()) else {
        return Err(vm.type_error("__code__ must be set to a code object"));
    };
    let Some(old) = function(vm, this).map(|f| f.code) else { return Ok(()) };
    let (has, wants) = (free(vm, old).unwrap_or(0), free(vm, code).unwrap_or(0));
    if has != wants {
        let name = function(vm, this).map(|f| f.name).and_then(|n| vm.str_text(n));
        let name = name.map(|t| t.to_string()).unwrap_or_default();
        return Err(vm.value_error(format!("{name}() requires a code object with {has} free vars, not {wants}")));
    }
    vm.heap.incref(code);
    if let Data::Function(f) = vm.data_mut(this) {
        f.code = code;
    }
    vm.decref(old);
    Ok(())
}

fn set_defaults(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = value.filter(|&v| v != Singletons::NONE);
    if value.is_some_and(|v| vm.tuple_items(v).is_none()) {
        return Err(vm.type_error("__defaults__ must be set to a tuple object"));
    }
    write(vm, this, value, |f| &mut f.defaults);
    Ok(())
}

fn set_kwdefaults(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = value.filter(|&v| v != Singletons::NONE);
    if value.is_some_and(|v| vm.dict(v).is_none()) {
        return Err(vm.type_error("__kwdefaults__ must be set to a dict object"));
    }
    write(vm, this, value, |f| &mut f.kwdefaults);
    Ok(())
}

/// A dict, made from the names and values that the compiler gave when first asked for (funcobject.c,
/// func_get_annotation_dict).
fn annotations(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(&Function { annotations: held, annotate, .. }) = function(vm, this) else { return Ok(vm.new_dict()) };
    if let Some(dict) = held
        && vm.dict(dict).is_some()
    {
        return Ok(vm.incref(dict));
    }
    if let (None, Some(annotate)) = (held, annotate) {
        let dict = vm.compute_annotations(annotate)?;
        write(vm, this, Some(dict), |f| &mut f.annotations);
        return Ok(dict);
    }
    let pairs = held.and_then(|t| vm.tuple_items(t)).unwrap_or_default().to_vec();
    let dict = vm.new_dict();
    for pair in pairs.chunks_exact(2) {
        vm.dict_set(dict, pair[0], pair[1])?;
    }
    write(vm, this, Some(dict), |f| &mut f.annotations);
    Ok(dict)
}

fn set_annotations(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = value.filter(|&v| v != Singletons::NONE);
    if value.is_some_and(|v| vm.dict(v).is_none()) {
        return Err(vm.type_error("__annotations__ must be set to a dict object"));
    }
    write(vm, this, value, |f| &mut f.annotations);
    write(vm, this, None, |f| &mut f.annotate);
    Ok(())
}

fn set_annotate(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = vm.check_annotate(value)?;
    write(vm, this, value, |f| &mut f.annotate);
    if value.is_some() {
        write(vm, this, None, |f| &mut f.annotations);
    }
    Ok(())
}

impl Vm {
    /// What `__annotate__` may be set to: a callable, or None, which is given as such (func_set_annotate).
    pub(crate) fn check_annotate(&mut self, value: Option<Id>) -> R<Slot> {
        match value {
            None => Err(self.type_error("__annotate__ cannot be deleted")),
            Some(Singletons::NONE) => Ok(None),
            Some(value) if self.class(self.class_of(value)).slots.call.is_some() => Ok(Some(value)),
            Some(_) => Err(self.type_error("__annotate__ must be callable or None")),
        }
    }

    /// The dict that an `__annotate__` function gives, a new reference: what it is not callable gives an empty one.
    pub(crate) fn compute_annotations(&mut self, annotate: Id) -> R<Id> {
        const VALUE: i64 = 1;
        if self.class(self.class_of(annotate)).slots.call.is_none() {
            return Ok(self.new_dict());
        }
        let format = self.new_int(VALUE);
        self.heap.incref(annotate);
        let result = self.call(annotate, &[format]);
        self.decref(annotate);
        let annotations = result?;
        if self.dict(annotations).is_none() {
            let name = self.type_name(annotations);
            self.decref(annotations);
            return Err(self.type_error(format!("__annotate__ returned non-dict of type '{name}'")));
        }
        Ok(annotations)
    }
}

fn dict(vm: &mut Vm, this: Id) -> R<Id> {
    let dict = vm.instance_dict(this);
    Ok(vm.or_none(dict))
}

fn set_text(vm: &mut Vm, this: Id, value: Option<Id>, what: &str, field: impl Fn(&mut Function) -> &mut Id) -> R<()> {
    let Some(value) = value.filter(|&v| vm.str_data(v).is_some()) else {
        return Err(vm.type_error(format!("{what} must be set to a string object")));
    };
    vm.heap.incref(value);
    if let Data::Function(f) = vm.data_mut(this) {
        let old = std::mem::replace(field(f), value);
        vm.decref(old);
    }
    Ok(())
}

fn set_name(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    set_text(vm, this, value, "__name__", |f| &mut f.name)
}

fn set_qualname(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    set_text(vm, this, value, "__qualname__", |f| &mut f.qualname)
}

fn type_params(vm: &mut Vm, this: Id) -> R<Id> {
    match function(vm, this).and_then(|f| f.type_params) {
        Some(params) => Ok(vm.incref(params)),
        None => Ok(Singletons::EMPTY_TUPLE),
    }
}

fn set_type_params(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if value.is_none_or(|v| vm.tuple_items(v).is_none()) {
        return Err(vm.type_error("__type_params__ must be set to a tuple"));
    }
    write(vm, this, value, |f| &mut f.type_params);
    Ok(())
}

impl Vm {
    /// A function or method as messages name it: `f()`, `mod.f()`; any other callable by its str (object.c,
    /// _PyObject_FunctionStr).
    pub(crate) fn function_text(&mut self, callable: Id) -> String {
        let (module, name) = match self.data(callable) {
            Data::Function(f) => (f.module.and_then(|m| self.str_text(m)), self.str_text(f.qualname)),
            Data::Method(m) => {
                let function = m.function;
                return self.function_text(function);
            }
            &Data::MethodDescriptor(native, class) => return format!("{}.{}()", self.class(class).name, native.name),
            &Data::Builtin(native, receiver) => return format!("{}()", self.builtin_qualname(native.name, receiver)),
            Data::Class(class) => (None, self.str_text(class.qualname)),
            _ => {
                let text = self.str(callable);
                return match text {
                    Ok(id) => {
                        let text = self.name_text(id);
                        self.decref(id);
                        text
                    }
                    Err(raised) => {
                        self.discard(raised);
                        self.type_name(callable).to_string()
                    }
                };
            }
        };
        let name = name.map(|t| t.to_string()).unwrap_or_default();
        match module {
            Some(module) if &*module != "builtins" => format!("{module}.{name}()"),
            _ if self.is_class(callable) => {
                let full = self.qualified_class_name(callable);
                format!("{full}()")
            }
            _ => format!("{name}()"),
        }
    }

    /// A method of `TypeTable::METHOD`: both are borrowed.
    pub(crate) fn new_method(&mut self, function: Id, receiver: Id) -> Id {
        self.heap.incref(function);
        self.heap.incref(receiver);
        self.alloc(TypeTable::METHOD, Data::Method(crate::data::BoundMethod { function, receiver }))
    }
}
