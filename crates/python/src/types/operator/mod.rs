//! The types of module `operator` (CPython 3.13 _operator.c).

mod attrgetter;
mod itemgetter;
mod methodcaller;

use ouro_heap::Id;

use crate::native::Args;
use crate::vm::{R, Singletons, Vm};

pub(crate) use attrgetter::spec as attrgetter_spec;
pub(crate) use itemgetter::spec as itemgetter_spec;
pub(crate) use methodcaller::spec as methodcaller_spec;

/// The single argument of a call.
fn only_argument(vm: &mut Vm, name: &str, args: &Args) -> R<Id> {
    vm.expect_positional(name, args, 1, 1)?;
    Ok(args.get(0).unwrap_or(Singletons::NONE))
}

/// The results of a function for several arguments, as a tuple.
fn tuple_of(vm: &mut Vm, arguments: &[Id], mut each: impl FnMut(&mut Vm, Id) -> R<Id>) -> R<Id> {
    let mut items = Vec::with_capacity(arguments.len());
    for &argument in arguments {
        match each(vm, argument) {
            Ok(item) => items.push(item),
            Err(raised) => {
                vm.decref_all(items.into_iter().rev());
                return Err(raised);
            }
        }
    }
    Ok(vm.new_tuple(items))
}

/// `operator.itemgetter(1, 2)`
fn repr_with(vm: &mut Vm, this: Id, arguments: &[Id], keywords: &[(Id, Id)]) -> R<Id> {
    if vm.enter_repr(this) {
        let name = vm.type_name(this);
        return Ok(vm.new_str(format!("{name}(...)")));
    }
    let text = repr_text(vm, this, arguments, keywords);
    vm.leave_repr(this);
    let text = text?;
    Ok(vm.new_str(text))
}

fn repr_text(vm: &mut Vm, this: Id, arguments: &[Id], keywords: &[(Id, Id)]) -> R<String> {
    let mut text = format!("{}(", vm.type_name(this));
    for &argument in arguments {
        vm.append_repr(argument, &mut text)?;
        text.push_str(", ");
    }
    for &(name, value) in keywords {
        let name = vm.display_text(name)?;
        text.push_str(&format!("{name}="));
        vm.append_repr(value, &mut text)?;
        text.push_str(", ");
    }
    text.truncate(text.len().saturating_sub(2));
    text.push(')');
    Ok(text)
}
