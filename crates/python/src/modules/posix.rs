//! The module `posix`, which `os` rests on: the files in memory (CPython 3.13 posixmodule.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::native::{Args, Native};
use crate::types::exceptions::Exceptions;
use crate::types::io::{os_error, path_of};
use crate::vm::{R, Raised, Singletons, Vm};

/// The declaration of `posix`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "posix",
        functions: const {
            &[
                Native::new("listdir", 1, 1, listdir),
                Native::new("unlink", 1, 1, unlink),
                Native::new("mkdir", 1, 1, mkdir),
                Native::new("rmdir", 1, 1, rmdir),
                Native::new("rename", 2, 2, rename),
                Native::new("_size", 1, 1, size),
            ]
        },
        init: None,
    }
}

#[derive(Clone, Copy)]
enum Problem {
    Missing,
    Exists,
    NotDirectory,
    IsDirectory,
    NotEmpty,
}

fn refuse(vm: &mut Vm, problem: Problem, name: Id) -> Raised {
    let (class, number, text) = match problem {
        Problem::Missing => (Exceptions::FILE_NOT_FOUND_ERROR, 2, "No such file or directory"),
        Problem::Exists => (Exceptions::FILE_EXISTS_ERROR, 17, "File exists"),
        Problem::NotDirectory => (Exceptions::NOT_A_DIRECTORY_ERROR, 20, "Not a directory"),
        Problem::IsDirectory => (Exceptions::IS_A_DIRECTORY_ERROR, 21, "Is a directory"),
        Problem::NotEmpty => (Exceptions::OS_ERROR, 39, "Directory not empty"),
    };
    os_error(vm, class, number, text, Some(name))
}

/// The problem of a path that should be a folder.
fn no_directory(vm: &Vm, path: &str) -> Problem {
    if vm.files.exists(path) { Problem::NotDirectory } else { Problem::Missing }
}

fn listdir(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let path = path_of(vm, args.pos[0])?;
    if path.is_empty() || !vm.files.is_directory(&path) {
        let problem = no_directory(vm, &path);
        return Err(refuse(vm, problem, args.pos[0]));
    }
    let names: Vec<Id> = vm.files.names(&path).into_iter().map(|name| vm.new_str(name)).collect();
    Ok(vm.new_list(names))
}

fn unlink(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let path = path_of(vm, args.pos[0])?;
    if vm.files.is_directory(&path) && !path.is_empty() {
        return Err(refuse(vm, Problem::IsDirectory, args.pos[0]));
    }
    if !vm.files.exists(&path) {
        return Err(refuse(vm, Problem::Missing, args.pos[0]));
    }
    vm.files.remove(&path);
    Ok(Singletons::NONE)
}

fn mkdir(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let path = path_of(vm, args.pos[0])?;
    let problem = if path.is_empty() || !vm.files.has_parent(&path) {
        Problem::Missing
    } else if vm.files.exists(&path) || vm.files.is_directory(&path) {
        Problem::Exists
    } else {
        vm.check_size(path.len())?;
        vm.files.make_directory(&path);
        return Ok(Singletons::NONE);
    };
    Err(refuse(vm, problem, args.pos[0]))
}

fn rmdir(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let path = path_of(vm, args.pos[0])?;
    if path.is_empty() || !vm.files.is_directory(&path) {
        let problem = no_directory(vm, &path);
        return Err(refuse(vm, problem, args.pos[0]));
    }
    if !vm.files.remove_directory(&path) {
        return Err(refuse(vm, Problem::NotEmpty, args.pos[0]));
    }
    Ok(Singletons::NONE)
}

/// Replaces a file that is there, as on Unix.
fn rename(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let (from, to) = (path_of(vm, args.pos[0])?, path_of(vm, args.pos[1])?);
    let is_file = vm.files.exists(&from);
    let problem = if from.is_empty()
        || to.is_empty()
        || !(is_file || vm.files.is_directory(&from))
        || !vm.files.has_parent(&to)
    {
        Some((Exceptions::FILE_NOT_FOUND_ERROR, 2, "No such file or directory"))
    } else if is_file && vm.files.is_directory(&to) {
        Some((Exceptions::IS_A_DIRECTORY_ERROR, 21, "Is a directory"))
    } else if !is_file && vm.files.exists(&to) {
        Some((Exceptions::NOT_A_DIRECTORY_ERROR, 20, "Not a directory"))
    } else if !is_file && vm.files.is_directory(&to) && !vm.files.names(&to).is_empty() {
        Some((Exceptions::OS_ERROR, 39, "Directory not empty"))
    } else {
        None
    };
    if let Some((class, number, text)) = problem {
        let (number, text) = (vm.new_int(number), vm.new_str(text));
        let raised = vm.raise_with(class, &[number, text, args.pos[0], Singletons::NONE, args.pos[1]]);
        vm.decref(text);
        return Err(raised);
    }
    vm.files.rename(&from, &to);
    Ok(Singletons::NONE)
}

/// How many bytes a file has; -1 for a folder.
fn size(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let path = path_of(vm, args.pos[0])?;
    if let Some(content) = vm.files.read(&path) {
        return Ok(vm.new_int(content.len() as i64));
    }
    if path.is_empty() || !vm.files.is_directory(&path) {
        return Err(refuse(vm, Problem::Missing, args.pos[0]));
    }
    Ok(vm.new_int(-1))
}
