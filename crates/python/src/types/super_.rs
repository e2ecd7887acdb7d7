use ouro_heap::Id;

use crate::native::{Args, GetSet, Layout, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// `super(class, object)`. All are owned.
#[derive(Clone, Default)]
struct Super {
    class: Slot,
    object: Slot,
    /// Where the search starts: the object's class, or the object itself if that is a class.
    object_class: Slot,
}

impl NativeData for Super {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.object, self.class, self.object_class] {
            slot.iter().for_each(|&id| visit(id));
        }
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        for slot in [&mut self.object, &mut self.class, &mut self.object_class] {
            take_slot(slot, released);
        }
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        56
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `super`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            getattr: Some(getattr),
            descr_get: Some(descr_get),
            new: Some(new),
            init: Some(init),
            ..NO_SLOTS
        },
        getset: const {
            &[
                GetSet::member("__thisclass__", |vm, this| read(vm, this, |s| s.class)),
                GetSet::member("__self__", |vm, this| read(vm, this, |s| s.object)),
                GetSet::member("__self_class__", |vm, this| read(vm, this, |s| s.object_class)),
            ]
        },
        subclassable: true,
        layout: Layout::Other,
        ..TypeSpec::new("super")
    }
}

fn parts(vm: &Vm, this: Id) -> Super {
    vm.native::<Super>(this).cloned().unwrap_or_default()
}

fn read(vm: &mut Vm, this: Id, field: impl Fn(&Super) -> Slot) -> R<Id> {
    let value = vm.native::<Super>(this).and_then(field);
    Ok(vm.or_none(value))
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    Ok(vm.alloc_instance(class, Data::Native(Box::new(Super::default()))))
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("super() takes no keyword arguments"));
    }
    let (class, object) = match args.pos {
        [] => {
            let (class, object) = vm.super_of_frame()?;
            (class, Some(object))
        }
        &[class] => (class, None),
        &[class, object] => (class, Some(object).filter(|&o| o != Singletons::NONE)),
        other => {
            let given = other.len();
            return Err(vm.type_error(format!("super() expected at most 2 arguments, got {given}")));
        }
    };
    if !vm.is_class(class) {
        let given = vm.type_name(class);
        return Err(vm.type_error(format!("super() argument 1 must be a type, not {given}")));
    }
    let object_class = match object {
        Some(object) => Some(vm.super_check(class, object)?),
        None => None,
    };
    let made = Super { class: Some(class), object, object_class };
    made.visit(&mut |id| vm.heap.incref(id));
    if let Some(data) = vm.native_mut::<Super>(this) {
        let mut old = std::mem::replace(data, made);
        let mut released = Vec::new();
        old.clear(&mut released);
        vm.decref_all(released);
    }
    Ok(())
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let s = parts(vm, this);
    let class = s.class.map_or("NULL".into(), |c| vm.class(c).name.clone());
    let text = match s.object_class {
        Some(of) => format!("<super: <class '{class}'>, <{} object>>", vm.class(of).name),
        None => format!("<super: <class '{class}'>, NULL>"),
    };
    Ok(vm.new_str(text))
}

/// typeobject.c, super_getattro: `__class__` is the super object's own.
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let s = parts(vm, this);
    if let (Some(class), Some(object), Some(start)) = (s.class, s.object, s.object_class)
        && vm.str_text(name).is_none_or(|t| &*t != "__class__")
        && let Some(found) = vm.super_find(class, start, name)
    {
        return vm.super_bind(found, object, start);
    }
    vm.generic_getattr(this, name)
}

fn descr_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    let s = parts(vm, this);
    let (Some(object), None, Some(class)) = (object, s.object, s.class) else { return Ok(vm.incref(this)) };
    let own = vm.class_of(this);
    vm.call(own, &[class, object])
}

impl Vm {
    /// `super(class, object).name`, without making the super object.
    pub fn super_getattr(&mut self, class: Id, object: Id, name: Id) -> R<Id> {
        let start = self.super_check(class, object)?;
        let is_class = self.str_text(name).is_some_and(|t| &*t == "__class__");
        if !is_class && let Some(found) = self.super_find(class, start, name) {
            return self.super_bind(found, object, start);
        }
        if is_class {
            return Ok(crate::types::TypeTable::SUPER);
        }
        let message = format!("'super' object has no attribute '{}'", self.name_text(name));
        Err(self.raise_attribute_error(message, object, name))
    }

    /// What `super(class, object)` finds under a name, not bound: borrowed. `None` too where `super()` itself would fail.
    pub(crate) fn super_lookup(&mut self, class: Id, object: Id, name: Id) -> Slot {
        let own = self.class_of(object);
        if self.is_class(object) || !self.is_subclass(own, class) {
            return None;
        }
        self.super_find(class, own, name)
    }

    fn super_find(&self, class: Id, start: Id, name: Id) -> Slot {
        let order = self.tuple_items(self.class(start).mro?)?;
        let after = order.iter().position(|&c| c == class)? + 1;
        order[after..].iter().find_map(|&base| self.class_own(base, name))
    }

    fn super_bind(&mut self, found: Id, object: Id, start: Id) -> R<Id> {
        let Some(get) = self.class(self.class_of(found)).slots.descr_get else { return Ok(self.incref(found)) };
        self.heap.incref(found);
        // A class method's "instance" is the class itself: no instance.
        let result = get(self, found, (object != start).then_some(object), Some(start));
        self.decref(found);
        result
    }

    /// The class where the search starts: borrowed (typeobject.c, supercheck).
    fn super_check(&mut self, class: Id, object: Id) -> R<Id> {
        // A metaclass's `mro()` may leave out the class itself.
        if self.is_class(object) && self.is_class(class) && self.mro(object).contains(&class) {
            return Ok(object);
        }
        let own = self.class_of(object);
        if self.is_subclass(own, class) {
            return Ok(own);
        }
        if let Some(claimed) = self.getattr_opt(object, Names::CLASS)? {
            let fits = claimed != own && self.is_class(claimed) && self.is_subclass(claimed, class);
            self.decref(claimed);
            if fits {
                return Ok(claimed);
            }
        }
        let (kind, name) = if self.is_class(object) {
            ("type", self.class(object).name.clone())
        } else {
            ("instance of", self.type_name(object))
        };
        let of = if self.is_class(class) { self.class(class).name.clone() } else { self.type_name(class) };
        if self.version.number >= (3, 13, 0) {
            return Err(self.type_error(format!(
                "super(type, obj): obj ({kind} {name}) is not an instance or subtype of type ({of})."
            )));
        }
        Err(self.type_error("super(type, obj): obj must be an instance or subtype of type"))
    }

    /// The class and the first argument of the running function, for `super()` (super_init_without_args): borrowed.
    fn super_of_frame(&mut self) -> R<(Id, Id)> {
        let Some(frame) = self.frames.last() else {
            return Err(self.raise(Exceptions::RUNTIME_ERROR, "super(): no current frame"));
        };
        let code = std::rc::Rc::clone(&frame.code);
        if code.code.arg_count == 0 {
            return Err(self.raise(Exceptions::RUNTIME_ERROR, "super(): no arguments"));
        }
        let locals = self.frame_locals(frame);
        let unpack = |slot: Slot| match slot.map(|id| self.heap.get(id)) {
            Some(Data::Cell(content)) => *content,
            _ => slot,
        };
        let is_cell = matches!(code.code.local_kinds.first(), Some(crate::bytecode::LocalKind::Cell { .. }));
        let first = locals.first().copied().flatten();
        let first = if is_cell { unpack(first) } else { first };
        let place = code.locals.iter().position(|&n| n == Names::CLASS);
        let cell = place.and_then(|i| locals.get(i)).copied().flatten();
        let class = unpack(cell);
        let Some(object) = first else {
            return Err(self.raise(Exceptions::RUNTIME_ERROR, "super(): arg[0] deleted"));
        };
        match (cell, class) {
            (None, _) => Err(self.raise(Exceptions::RUNTIME_ERROR, "super(): __class__ cell not found")),
            (_, None) => Err(self.raise(Exceptions::RUNTIME_ERROR, "super(): empty __class__ cell")),
            (_, Some(class)) => Ok((class, object)),
        }
    }
}
