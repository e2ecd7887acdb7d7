//! Module `atexit` (CPython 3.13 atexitmodule.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::bytecode::Comparison;
use crate::native::{Args, NEVER, Native};
use crate::vm::{R, Singletons, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "atexit",
        functions: const {
            &[
                Native::any("register", register).fastcall_since(NEVER),
                Native::new("_clear", 0, 0, clear),
                Native::new("unregister", 1, 1, unregister),
                Native::new("_run_exitfuncs", 0, 0, run),
                Native::new("_ncallbacks", 0, 0, count),
            ]
        },
        init: None,
    }
}

/// Keeps the function, the positional arguments and the keywords.
fn register(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let Some((&function, rest)) = args.pos.split_first() else {
        return Err(vm.type_error("register() takes at least 1 argument (0 given)"));
    };
    if vm.class(vm.class_of(function)).slots.call.is_none() {
        return Err(vm.type_error("the first argument must be callable"));
    }
    for &arg in args.pos {
        vm.incref(arg);
    }
    let positional = vm.pack_tuple(rest.to_vec());
    let mut held = vec![function, positional];
    if !args.kw.is_empty() {
        let keywords = vm.new_dict();
        for &(name, value) in args.kw {
            vm.incref(value);
            vm.dict_set_name(keywords, name, value);
        }
        held.push(keywords);
    }
    if vm.version.exit_functions_in_tuples {
        held.resize(3, Singletons::NONE);
        held = vec![vm.new_tuple(held)];
    }
    vm.exit_functions.push(held);
    Ok(vm.incref(function))
}

fn clear(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let entries = std::mem::take(&mut vm.exit_functions);
    entries.into_iter().for_each(|held| vm.decref_all(held));
    Ok(Singletons::NONE)
}

fn unregister(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let mut index = 0;
    while let Some(function) = vm.exit_functions.get(index).and_then(|held| vm.exit_parts(held).first().copied()) {
        vm.incref(function);
        vm.keep(function);
        let equal = vm.compare_bool(function, args.pos[0], Comparison::Eq)?;
        let is_same = vm.exit_functions.get(index).is_some_and(|held| vm.exit_parts(held).first() == Some(&function));
        if equal && is_same {
            let held = vm.exit_functions.remove(index);
            vm.decref_all(held);
        } else {
            index += 1;
        }
    }
    Ok(Singletons::NONE)
}

fn run(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    vm.run_exit_functions();
    Ok(Singletons::NONE)
}

fn count(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let count = vm.exit_functions.len();
    Ok(vm.new_int(count as i64))
}

impl Vm {
    /// A registered function, the tuple of its positional arguments and perhaps its keywords: borrowed.
    fn exit_parts<'a>(&'a self, held: &'a [Id]) -> &'a [Id] {
        match held {
            &[tuple] => self.tuple_items(tuple).unwrap_or_default(),
            parts => parts,
        }
    }

    /// Calls the functions registered with `atexit`, last in first out (atexit_callfuncs).
    pub(crate) fn run_exit_functions(&mut self) {
        while let Some(held) = self.exit_functions.pop() {
            if let &[function, positional, ref keywords @ ..] = self.exit_parts(&held) {
                let pos = self.tuple_items(positional).map(<[Id]>::to_vec).unwrap_or_default();
                let keywords = keywords.first().and_then(|&keywords| self.dict(keywords));
                let kw: Vec<(Id, Id)> =
                    keywords.map(|d| d.iter().map(|e| (e.key, e.value)).collect()).unwrap_or_default();
                match self.call_kw(function, &pos, &kw) {
                    Ok(result) => self.decref(result),
                    Err(raised) => {
                        let pending = self.save_exception();
                        let shown = match self.repr_text(function) {
                            Ok(shown) => shown,
                            Err(failed) => {
                                self.discard(failed);
                                "<object repr() failed>".to_owned()
                            }
                        };
                        self.restore_exception(pending);
                        self.write_unraisable_message(raised, &format!("Exception ignored in atexit callback {shown}"));
                    }
                }
            }
            self.decref_all(held);
            if self.abort.is_some() {
                return;
            }
        }
    }
}
