use ouro_heap::Id;

use super::{only_argument, repr_with};
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// Calls a method with these arguments.
#[derive(Clone)]
struct MethodCaller {
    name: Slot,
    /// A tuple; from 3.13 on with the name as its first item.
    args: Slot,
    /// A dict, if there are keywords.
    keywords: Slot,
    size: usize,
}

crate::native_data_of_slots!(MethodCaller, |this| this.size, visit name args keywords, release name args keywords,
    clearable true);

/// The declaration of `methodcaller`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "operator",
        slots: TypeSlots { new: Some(new), call: Some(call), repr: Some(repr), ..NO_SLOTS },
        methods: const { &[Native::new("__reduce__", 0, 0, reduce)] },
        ..TypeSpec::new("methodcaller")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let Some((&name, rest)) = args.pos.split_first() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    if vm.str_data(name).is_none() {
        return Err(vm.type_error("method name must be a string"));
    }
    let name = vm.interned_name(name);
    vm.heap.incref(name);
    let newer = vm.version.number >= (3, 13, 0);
    if !newer {
        vm.hold_arguments(&Args::positional(args.pos));
    }
    let kept = if newer { args.pos } else { rest };
    kept.iter().for_each(|&id| vm.heap.incref(id));
    let positional = vm.new_tuple(kept);
    let keywords = (!args.kw.is_empty()).then(|| {
        let keywords = vm.new_dict();
        for &(name, value) in args.kw {
            vm.heap.incref(value);
            vm.dict_set_name(keywords, name, value);
        }
        keywords
    });
    let size = if newer { 80 } else { 56 };
    let state = MethodCaller { name: Some(name), args: Some(positional), keywords, size };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(state))))
}

/// The name, the arguments and the keywords.
fn parts(vm: &Vm, this: Id) -> (Id, Vec<Id>, Vec<(Id, Id)>) {
    let Some(&MethodCaller { name: Some(name), args: Some(args), keywords, .. }) = vm.native(this) else {
        return (Singletons::EMPTY_STR, Vec::new(), Vec::new());
    };
    let skipped = usize::from(vm.version.number >= (3, 13, 0));
    let args = vm.tuple_items(args).and_then(|args| args.get(skipped..)).unwrap_or_default().to_vec();
    let keywords = keywords.and_then(|keywords| vm.dict(keywords));
    (name, args, keywords.into_iter().flat_map(|d| d.iter()).map(|e| (e.key, e.value)).collect())
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() && vm.version.number >= (3, 13, 0) {
        vm.expect_count("methodcaller", args.pos.len(), 1, 1)?;
    }
    let object = only_argument(vm, "methodcaller", args)?;
    let (name, args, keywords) = parts(vm, this);
    let method = vm.getattr(object, name)?;
    let result = vm.call_kw(method, &args, &keywords);
    vm.decref(method);
    result
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (name, args, keywords) = parts(vm, this);
    let mut all = vec![name];
    all.extend(args);
    repr_with(vm, this, &all, &keywords)
}

/// The class and its arguments; with keywords, a partial of the class.
fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let (name, args, keywords) = parts(vm, this);
    let class = vm.class_of(this);
    if !keywords.is_empty() {
        let constructor = vm.call_kw(TypeTable::PARTIAL, &[class, name], &keywords)?;
        args.iter().for_each(|&id| vm.heap.incref(id));
        let args = vm.new_tuple(args);
        return Ok(vm.new_tuple(vec![constructor, args]));
    }
    let mut all = vec![name];
    all.extend(args);
    all.iter().for_each(|&id| vm.heap.incref(id));
    let all = vm.new_tuple(all);
    vm.heap.incref(class);
    Ok(vm.new_tuple(vec![class, all]))
}
