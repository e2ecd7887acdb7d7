use ouro_heap::Id;

use crate::native::{Args, GetSet, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `type`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            call: Some(Vm::call_class),
            getattr: Some(getattr),
            setattr: Some(setattr),
            new: Some(new),
            init: Some(init),
            or: Some(super::union_type::or),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("mro", 0, 0, mro_method),
                Native::new("__subclasses__", 0, 0, subclasses),
                Native::any("__prepare__", |vm, _, _| Ok(vm.new_dict())).class_method(),
                Native::new("__instancecheck__", 1, 1, instancecheck),
                Native::new("__subclasscheck__", 1, 1, subclasscheck),
                Native::new("__dir__", 0, 0, dir),
                Native::new("__sizeof__", 0, 0, sizeof),
            ]
        },
        getset: const {
            &[
                GetSet::new("__name__", name, set_name),
                GetSet::new("__qualname__", qualname, set_qualname),
                GetSet::new("__bases__", bases, set_bases),
                GetSet::new("__module__", module, set_module),
                GetSet::new("__abstractmethods__", abstract_methods, set_abstract_methods),
                GetSet::get("__mro__", mro),
                GetSet::member("__base__", base),
                GetSet::get("__dict__", dict),
                GetSet::new("__doc__", doc, set_doc),
                GetSet::get("__text_signature__", |_, _| Ok(Singletons::NONE)),
                GetSet::new("__annotations__", annotations, set_annotations),
                GetSet::new("__annotate__", annotate, set_annotate),
                GetSet::new("__type_params__", type_params, set_type_params),
                GetSet::member("__flags__", flags),
                GetSet::member("__basicsize__", basicsize),
                GetSet::member("__itemsize__", itemsize),
                GetSet::member("__weakrefoffset__", |vm, _| Ok(vm.new_int(0))),
                GetSet::member("__dictoffset__", |vm, _| Ok(vm.new_int(0))),
            ]
        },
        subclassable: true,
        weakrefable: true,
        has_dict: true,
        layout: Layout::Other,
        ..TypeSpec::new("type")
    }
}

/// typeobject.c, type_new
pub(crate) fn new(vm: &mut Vm, metaclass: Id, args: &Args) -> R<Id> {
    vm.type_new(metaclass, args)
}

/// typeobject.c, type_init
fn init(vm: &mut Vm, _this: Id, args: &Args) -> R<()> {
    if args.pos.len() == 1 && !args.kw.is_empty() {
        return Err(vm.type_error("type.__init__() takes no keyword arguments"));
    }
    if args.pos.len() != 1 && args.pos.len() != 3 {
        return Err(vm.type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(())
}

/// `X.__new__(class, ...)` of a builtin type X, which is the receiver (typeobject.c, tp_new_wrapper).
pub(crate) fn new_wrapper(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let owner = vm.class_name(this);
    let Some((&class, rest)) = args.pos.split_first() else {
        return Err(vm.type_error(format!("{owner}.__new__(): not enough arguments")));
    };
    if !vm.is_class(class) {
        let given = vm.type_name(class);
        return Err(vm.type_error(format!("{owner}.__new__(X): X is not a type object ({given})")));
    }
    let name = vm.class_name(class);
    if !vm.is_subclass(class, this) {
        return Err(vm.type_error(format!("{owner}.__new__({name}): {name} is not a subtype of {owner}")));
    }
    let native = vm.class(class).native_base;
    let maker =
        vm.mro(native).into_iter().find(|&c| vm.class_own(c, Names::NEW).is_some()).unwrap_or(TypeTable::OBJECT);
    if maker != this {
        let safe = vm.class_name(native);
        return Err(vm.type_error(format!("{owner}.__new__({name}) is not safe, use {safe}.__new__()")));
    }
    let rest = Args { pos: rest, kw: args.kw };
    // An exception keeps the very tuple as its `args`.
    if !vm.is_subclass(class, Exceptions::BASE_EXCEPTION) {
        vm.hold_arguments(&Args::positional(rest.pos));
    }
    let Some(new) = vm.class(this).slots.new else { return Ok(Singletons::NONE) };
    new(vm, class, &rest)
}

/// typeobject.c, type_repr
fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.qualified_class_name(this);
    Ok(vm.new_str(format!("<class '{name}'>")))
}

/// typeobject.c, _Py_type_getattro_impl: data descriptors of the metaclass, then the class's own mro, then the rest of
/// the metaclass.
pub(crate) fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    match getattr_opt(vm, this, name)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(this, name)),
    }
}

/// As [`getattr`], `None` where there is no such attribute.
pub(crate) fn getattr_opt(vm: &mut Vm, this: Id, name: Id) -> R<Option<Id>> {
    let metaclass = vm.class_of(this);
    let meta = vm.type_lookup(metaclass, name);
    let mut meta_get = None;
    if let Some(attribute) = meta {
        let slots = &vm.class(vm.class_of(attribute)).slots;
        meta_get = slots.descr_get;
        if let Some(get) = meta_get
            && slots.descr_set.is_some()
        {
            vm.heap.incref(attribute);
            let result = get(vm, attribute, Some(this), Some(metaclass));
            vm.decref(attribute);
            return result.map(Some);
        }
    }
    if let Some(attribute) = vm.type_lookup(this, name) {
        let Some(get) = vm.class(vm.class_of(attribute)).slots.descr_get else { return Ok(Some(vm.incref(attribute))) };
        vm.heap.incref(attribute);
        let result = get(vm, attribute, None, Some(this));
        vm.decref(attribute);
        return result.map(Some);
    }
    match (meta, meta_get) {
        (Some(attribute), Some(get)) => {
            vm.heap.incref(attribute);
            let result = get(vm, attribute, Some(this), Some(metaclass));
            vm.decref(attribute);
            result.map(Some)
        }
        (Some(attribute), None) => Ok(Some(vm.incref(attribute))),
        (None, _) => Ok(None),
    }
}

/// typeobject.c, type_setattro
pub(crate) fn setattr(vm: &mut Vm, this: Id, name: Id, value: Option<Id>) -> R<()> {
    check_mutable(vm, this, name, "set")?;
    let metaclass = vm.class_of(this);
    if let Some(attribute) = vm.type_lookup(metaclass, name)
        && let Some(set) = vm.class(vm.class_of(attribute)).slots.descr_set
    {
        vm.heap.incref(attribute);
        let result = set(vm, attribute, this, value);
        vm.decref(attribute);
        return result;
    }
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    let name = vm.interned_name(name);
    if vm.set_class_item(this, name, value) { Ok(()) } else { Err(vm.attribute_error(this, name)) }
}

fn check_mutable(vm: &mut Vm, this: Id, name: Id, verb: &str) -> R<()> {
    if vm.class(this).flags.mutable {
        return Ok(());
    }
    let class = vm.class_name(this);
    let text = vm.repr_text(name)?;
    Err(vm.type_error(format!("cannot {verb} {text} attribute of immutable type '{class}'")))
}

/// A getset's setter on a builtin type, or deletion (typeobject.c, check_set_special_type_attr).
fn check_special(vm: &mut Vm, this: Id, value: Option<Id>, name: &str) -> R<Id> {
    let class = vm.class_name(this);
    if !vm.class(this).flags.mutable {
        return Err(vm.type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")));
    }
    match value {
        Some(value) => Ok(value),
        None => Err(vm.type_error(format!("cannot delete '{name}' attribute of immutable type '{class}'"))),
    }
}

fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.class(this).name.clone();
    // A builtin type's name is made at each access (typeobject.c, type_name).
    Ok(if vm.class(this).flags.heap_type { vm.intern(&name) } else { vm.new_str(&*name) })
}

fn set_name(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = check_special(vm, this, value, "__name__")?;
    let Some(text) = vm.str_text(value) else {
        let (class, given) = (vm.class(this).name.clone(), vm.type_name(value));
        return Err(vm.type_error(format!("can only assign string to {class}.__name__, not '{given}'")));
    };
    if text.contains('\0') {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    vm.class_modified(this);
    if let Some(c) = vm.class_mut(this) {
        c.name = std::rc::Rc::from(&*text);
    }
    Ok(())
}

fn qualname(vm: &mut Vm, this: Id) -> R<Id> {
    if !vm.class(this).flags.heap_type {
        return name(vm, this);
    }
    let qualname = vm.class(this).qualname;
    Ok(vm.incref(qualname))
}

fn set_qualname(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = check_special(vm, this, value, "__qualname__")?;
    if vm.str_data(value).is_none() {
        let (class, given) = (vm.class(this).name.clone(), vm.type_name(value));
        return Err(vm.type_error(format!("can only assign string to {class}.__qualname__, not '{given}'")));
    }
    vm.heap.incref(value);
    if let Some(c) = vm.class_mut(this) {
        let old = std::mem::replace(&mut c.qualname, value);
        vm.decref(old);
    }
    Ok(())
}

fn bases(vm: &mut Vm, this: Id) -> R<Id> {
    let bases = vm.class(this).bases;
    Ok(vm.or_none(bases))
}

/// typeobject.c, type_set_bases: the layout has to stay, mros and slots of the class and its subclasses follow.
fn set_bases(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = check_special(vm, this, value, "__bases__")?;
    let class = vm.class(this).name.clone();
    let Some(items) = vm.tuple_items(value).map(<[Id]>::to_vec) else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("can only assign tuple to {class}.__bases__, not {given}")));
    };
    if items.is_empty() {
        return Err(vm.type_error(format!("can only assign non-empty tuple to {class}.__bases__, not ()")));
    }
    for &item in &items {
        if !vm.is_class(item) {
            let given = vm.type_name(item);
            return Err(vm.type_error(format!("{class}.__bases__ must be tuple of classes, not '{given}'")));
        }
        if vm.is_subclass(item, this) {
            return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    let base = vm.best_base(&items)?;
    let Some(old_base) = vm.class(this).base else { return Ok(()) };
    if vm.solid_base(base) != vm.solid_base(old_base) || !vm.same_layout(base, old_base) {
        let (new, old) = (vm.class(base).name.clone(), vm.class(old_base).name.clone());
        return Err(vm.type_error(format!("__bases__ assignment: '{new}' object layout differs from '{old}'")));
    }
    vm.heap.incref(value);
    vm.heap.incref(base);
    vm.class_modified(this);
    let Some(c) = vm.class_mut(this) else { return Ok(()) };
    let old_bases = c.bases.replace(value);
    let old_direct = std::mem::replace(&mut c.direct_bases, items.into_boxed_slice());
    c.base = Some(base);
    if let Err(raised) = refresh_mro(vm, this) {
        if let Some(c) = vm.class_mut(this) {
            c.bases = old_bases;
            c.direct_bases = old_direct;
            c.base = Some(old_base);
        }
        vm.decref(value);
        vm.decref(base);
        return Err(raised);
    }
    for &former in &old_direct {
        vm.forget_subclasses(former, Some(this));
    }
    vm.add_to_bases(this);
    vm.decref_slot(old_bases);
    vm.decref(old_base);
    refresh_slots(vm, this);
    Ok(())
}

fn refresh_mro(vm: &mut Vm, class: Id) -> R<()> {
    let mro = vm.compute_mro(class)?;
    if let Some(c) = vm.class_mut(class) {
        let old = c.mro.replace(mro);
        vm.decref_slot(old);
    }
    vm.class_modified(class);
    for subclass in vm.subclasses(class) {
        refresh_mro(vm, subclass)?;
    }
    Ok(())
}

fn refresh_slots(vm: &mut Vm, class: Id) {
    vm.fix_slots(class);
    for subclass in vm.subclasses(class) {
        refresh_slots(vm, subclass);
    }
}

fn module(vm: &mut Vm, this: Id) -> R<Id> {
    if !vm.class(this).flags.heap_type {
        let module = vm.class(this).module;
        return Ok(vm.intern(module));
    }
    match vm.class_own(this, Names::MODULE) {
        Some(module) => Ok(vm.incref(module)),
        None => Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "__module__")),
    }
}

fn set_module(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = check_special(vm, this, value, "__module__")?;
    vm.heap.incref(value);
    vm.set_class_item(this, Names::MODULE, Some(value));
    Ok(())
}

fn abstract_methods(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.class_own(this, Names::ABSTRACTMETHODS) {
        Some(names) if this != TypeTable::TYPE => Ok(vm.incref(names)),
        _ => Err(vm.raise_with(Exceptions::ATTRIBUTE_ERROR, &[Names::ABSTRACTMETHODS])),
    }
}

fn set_abstract_methods(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    if vm.set_class_item(this, Names::ABSTRACTMETHODS, value) {
        return Ok(());
    }
    Err(vm.raise_with(Exceptions::ATTRIBUTE_ERROR, &[Names::ABSTRACTMETHODS]))
}

fn mro(vm: &mut Vm, this: Id) -> R<Id> {
    let mro = vm.class(this).mro;
    Ok(vm.or_none(mro))
}

fn mro_method(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    vm.mro_list(this)
}

fn base(vm: &mut Vm, this: Id) -> R<Id> {
    let base = vm.class(this).base;
    Ok(vm.or_none(base))
}

/// A proxy, so that changes go through the class.
fn dict(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.class(this).dict {
        Some(dict) => Ok(vm.new_mapping_proxy(dict)),
        None => Ok(Singletons::NONE),
    }
}

fn doc(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.class_own(this, Names::DOC) {
        Some(doc) => {
            let Some(get) = vm.class(vm.class_of(doc)).slots.descr_get else { return Ok(vm.incref(doc)) };
            get(vm, doc, None, Some(this))
        }
        None => Ok(Singletons::NONE),
    }
}

fn set_doc(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = check_special(vm, this, value, "__doc__")?;
    vm.heap.incref(value);
    vm.set_class_item(this, Names::DOC, Some(value));
    Ok(())
}

/// typeobject.c, type_get_annotations: made when first asked for.
fn annotations(vm: &mut Vm, this: Id) -> R<Id> {
    if !vm.class(this).flags.heap_type {
        return Err(vm.attribute_error(this, Names::ANNOTATIONS));
    }
    if let Some(annotations) = vm.class_own(this, Names::ANNOTATIONS) {
        return Ok(vm.incref(annotations));
    }
    let deferred = vm.version.deferred_annotations;
    let place = if deferred { vm.intern(ANNOTATIONS_CACHE) } else { Names::ANNOTATIONS };
    if let Some(annotations) = vm.class_own(this, place) {
        return Ok(vm.incref(annotations));
    }
    let annotate = if deferred { annotate(vm, this)? } else { Singletons::NONE };
    let annotations = vm.compute_annotations(annotate);
    vm.decref(annotate);
    let annotations = annotations?;
    vm.heap.incref(annotations);
    vm.set_class_item(this, place, Some(annotations));
    Ok(annotations)
}

const ANNOTATIONS_CACHE: &str = "__annotations_cache__";
const ANNOTATE_FUNCTION: &str = "__annotate_func__";

/// typeobject.c, type_get_annotate
fn annotate(vm: &mut Vm, this: Id) -> R<Id> {
    let names = [ANNOTATE_FUNCTION, "__annotate__"].map(|name| vm.intern(name));
    if !vm.class(this).flags.heap_type {
        return Err(vm.attribute_error(this, names[1]));
    }
    let found = names.iter().find_map(|&name| vm.class_own(this, name));
    if found.is_none() {
        vm.set_class_item(this, names[0], Some(Singletons::NONE));
    }
    Ok(vm.or_none(found))
}

/// typeobject.c, type_set_annotate
fn set_annotate(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if !vm.class(this).flags.mutable {
        let class = vm.class_name(this);
        return Err(vm.type_error(format!("cannot set '__annotate__' attribute of immutable type '{class}'")));
    }
    let annotate = vm.check_annotate(value)?;
    let [function, cache] = [ANNOTATE_FUNCTION, ANNOTATIONS_CACHE].map(|name| vm.intern(name));
    let stored = annotate.unwrap_or(Singletons::NONE);
    vm.heap.incref(stored);
    vm.set_class_item(this, function, Some(stored));
    if annotate.is_some() {
        vm.set_class_item(this, cache, None);
    }
    Ok(())
}

fn set_annotations(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if !vm.class(this).flags.mutable {
        let class = vm.class_name(this);
        return Err(vm.type_error(format!("cannot set '__annotations__' attribute of immutable type '{class}'")));
    }
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    let own = vm.class_own(this, Names::ANNOTATIONS).is_some();
    let deferred = vm.version.deferred_annotations;
    let place = if deferred && !own { vm.intern(ANNOTATIONS_CACHE) } else { Names::ANNOTATIONS };
    if vm.set_class_item(this, place, value) {
        if deferred {
            let function = vm.intern(ANNOTATE_FUNCTION);
            vm.set_class_item(this, function, None);
        }
        return Ok(());
    }
    Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "__annotations__"))
}

fn type_params(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.class_own(this, Names::TYPE_PARAMS) {
        Some(params) if vm.class(this).flags.heap_type => Ok(vm.incref(params)),
        _ => Ok(Singletons::EMPTY_TUPLE),
    }
}

fn set_type_params(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let value = check_special(vm, this, value, "__type_params__")?;
    vm.heap.incref(value);
    vm.set_class_item(this, Names::TYPE_PARAMS, Some(value));
    Ok(())
}

/// Those of CPython's type flags that the machine keeps.
fn flags(vm: &mut Vm, this: Id) -> R<Id> {
    let flags = vm.class(this).flags;
    let bits = [
        (flags.sequence, 5),
        (flags.mapping, 6),
        (!flags.mutable, 8),
        (flags.heap_type, 9),
        (flags.subclassable, 10),
        (true, 12),
        (flags.is_abstract, 20),
    ];
    let value = bits.into_iter().filter(|(set, _)| *set).map(|(_, bit)| 1i64 << bit).sum();
    Ok(vm.new_int(value))
}

fn basicsize(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class(this);
    let size = vm.basic_size(class.native_base) + 8 * class.slot_names.len();
    Ok(vm.new_int(size as i64))
}

fn itemsize(vm: &mut Vm, this: Id) -> R<Id> {
    let size = match vm.class(this).native_base {
        TypeTable::INT | TypeTable::BOOL => 4,
        TypeTable::BYTES => 1,
        TypeTable::TUPLE => 8,
        TypeTable::TYPE => 40,
        _ => 0,
    };
    Ok(vm.new_int(size))
}

/// typeobject.c, type___subclasses___impl
fn subclasses(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let builtin = (1..=TypeTable::COUNT + crate::types::exceptions::COUNT).map(|i| Id::from_index(i as u32));
    let mut found: Vec<Id> = builtin.filter(|&c| vm.class(c).direct_bases.contains(&this)).collect();
    found.extend(vm.subclasses(this));
    for &class in &found {
        vm.heap.incref(class);
    }
    Ok(vm.new_list(found))
}

fn instancecheck(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let object = args.get(0).unwrap_or(Singletons::NONE);
    vm.instance_by_class_attribute(object, this).map(Singletons::bool)
}

fn subclasscheck(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let class = args.get(0).unwrap_or(Singletons::NONE);
    vm.subclass_by_bases(class, this).map(Singletons::bool)
}

/// typeobject.c, type___dir___impl
fn dir(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let names = vm.new_dict();
    vm.keep(names);
    vm.merge_class_names(names, this)?;
    vm.list_from(names)
}

fn sizeof(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let size = vm.size_of(this).saturating_sub(vm.head_size(this));
    Ok(vm.new_int(size as i64))
}

impl Vm {
    /// Called when a class's memory is about to be reused.
    pub(crate) fn forget_class(&mut self, class: Id) {
        let bases = match self.heap.get_mut(class) {
            Data::Class(c) => std::mem::take(&mut c.direct_bases),
            _ => return,
        };
        for &base in &bases {
            if self.heap.is_live(base) {
                self.forget_subclasses(base, None);
            }
        }
    }
}
