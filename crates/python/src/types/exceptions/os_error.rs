//! OSError: errno, its message and file names, and the subclass that an errno stands for (exceptions.c).

use ouro_heap::Id;

use super::attributes::{get, set};
use super::{Exceptions, base, field};
use crate::native::{Args, GetSet, TypeSlots, TypeSpec};
use crate::vm::{R, Singletons, Vm};

/// The subclass for each errno of Linux (exceptions.c, _PyBuiltins_AddExceptions).
const BY_ERRNO: &[(i64, Id)] = &[
    (11, Exceptions::BLOCKING_IO_ERROR),
    (114, Exceptions::BLOCKING_IO_ERROR),
    (115, Exceptions::BLOCKING_IO_ERROR),
    (32, Exceptions::BROKEN_PIPE_ERROR),
    (108, Exceptions::BROKEN_PIPE_ERROR),
    (10, Exceptions::CHILD_PROCESS_ERROR),
    (103, Exceptions::CONNECTION_ABORTED_ERROR),
    (111, Exceptions::CONNECTION_REFUSED_ERROR),
    (104, Exceptions::CONNECTION_RESET_ERROR),
    (17, Exceptions::FILE_EXISTS_ERROR),
    (2, Exceptions::FILE_NOT_FOUND_ERROR),
    (21, Exceptions::IS_A_DIRECTORY_ERROR),
    (20, Exceptions::NOT_A_DIRECTORY_ERROR),
    (4, Exceptions::INTERRUPTED_ERROR),
    (13, Exceptions::PERMISSION_ERROR),
    (1, Exceptions::PERMISSION_ERROR),
    (3, Exceptions::PROCESS_LOOKUP_ERROR),
    (110, Exceptions::TIMEOUT_ERROR),
];

/// The declaration of `OSError`.
pub(super) fn spec(plain: TypeSpec) -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { new: Some(new), init: Some(init), str: Some(str), ..plain.slots },
        getset: const {
            &[
                GetSet::new("errno", get::<{ field::ERRNO }>, set::<{ field::ERRNO }>),
                GetSet::new("strerror", get::<{ field::STRERROR }>, set::<{ field::STRERROR }>),
                GetSet::new("filename", get::<{ field::OS_FILENAME }>, set::<{ field::OS_FILENAME }>),
                GetSet::new("filename2", get::<{ field::OS_FILENAME2 }>, set::<{ field::OS_FILENAME2 }>),
            ]
        },
        ..plain
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let by_errno = match args.pos {
        [errno, _, ..] if class == Exceptions::OS_ERROR && args.pos.len() <= 5 => vm
            .int_value(*errno)
            .and_then(|errno| BY_ERRNO.iter().find(|&&(number, _)| number == errno))
            .map(|&(_, class)| class),
        _ => None,
    };
    base::new(vm, by_errno.unwrap_or(class), args)
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("OSError() takes no keyword arguments"));
    }
    // With a file name, `__new__` has cut `args` down already.
    if !(3..=5).contains(&args.pos.len()) {
        base::store_args(vm, this, args);
    }
    derive(vm, this, args.pos);
    Ok(())
}

/// oserror_init: two to five arguments are errno, message, file name, (winerror,) second file name; file names leave `args`.
pub(super) fn derive(vm: &mut Vm, this: Id, args: &[Id]) {
    if !(2..=5).contains(&args.len()) {
        return;
    }
    for (number, index) in [(field::ERRNO, 0), (field::STRERROR, 1), (field::OS_FILENAME, 2), (field::OS_FILENAME2, 4)]
    {
        let given = args.get(index).copied().filter(|&id| index < 2 || id != Singletons::NONE);
        if let Some(id) = given {
            vm.incref(id);
            vm.set_exception_field(this, number, Some(id));
        }
    }
    if vm.exception_field(this, field::OS_FILENAME).is_some() {
        let kept = args[..2].to_vec();
        for &id in &kept {
            vm.incref(id);
        }
        let tuple = vm.pack_tuple(kept);
        base::replace_args(vm, this, tuple);
    }
}

fn str(vm: &mut Vm, this: Id) -> R<Id> {
    let errno = vm.exception_field(this, field::ERRNO);
    let strerror = vm.exception_field(this, field::STRERROR);
    let filename = vm.exception_field(this, field::OS_FILENAME);
    let filename2 = vm.exception_field(this, field::OS_FILENAME2);
    let held: Vec<Id> = [errno, strerror, filename, filename2].into_iter().flatten().collect();
    for id in held {
        vm.incref(id);
        vm.keep(id);
    }
    if filename.is_none() && (errno.is_none() || strerror.is_none()) {
        return base::str(vm, this);
    }
    let number = vm.display_text(errno.unwrap_or(Singletons::NONE))?;
    let message = vm.display_text(strerror.unwrap_or(Singletons::NONE))?;
    let mut text = format!("[Errno {number}] {message}");
    if let Some(filename) = filename {
        text += &format!(": {}", vm.repr_text(filename)?);
        if let Some(second) = filename2 {
            text += &format!(" -> {}", vm.repr_text(second)?);
        }
    }
    Ok(vm.new_str(text))
}
