//! `compile`, `eval` and `exec` (CPython 3.13 bltinmodule.c, builtin_compile_impl, builtin_eval_impl, builtin_exec_impl).

use std::rc::Rc;

use ouro_heap::Id;

use crate::compiler::{self, Mode, Options};
use crate::data::CodeObject;
use crate::native::{Args, Native};
use crate::object::{Data, Slot};
use crate::text::codec::Encoding;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// The functions.
pub(super) const FUNCTIONS: &[Native] =
    &[Native::any("compile", compile), Native::any("eval", eval), Native::any("exec", exec)];

/// `CO_FUTURE_ANNOTATIONS`
pub(crate) const FUTURE_ANNOTATIONS: i64 = 0x100_0000;
/// Every bit that `flags` may have, but for those that ask for a syntax tree (PyCF_MASK, PyCF_MASK_OBSOLETE and
/// PyCF_COMPILE_MASK).
const KNOWN_FLAGS: i64 = 0x1ff_0000 | 0x10 | 0x200 | 0x1000 | 0x2000 | 0x4000;

fn given(slot: Slot) -> Slot {
    slot.filter(|&id| id != Singletons::NONE)
}

/// `compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)`
fn compile(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters {
        names: &["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"],
        positional_only: 0,
        positional: 6,
        required: 3,
    };
    let bound = vm.bind_args("compile", args, &PARAMETERS)?;
    let (Some(source), Some(filename), Some(mode)) = (bound[0], bound[1], bound[2]) else {
        return Ok(Singletons::NONE);
    };
    let filename = match (vm.str_text(filename), vm.bytes_like(filename)) {
        (Some(text), _) => text.to_string(),
        (None, Some(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        (None, None) => {
            return Err(vm.type_error_for(filename, "expected str, bytes or os.PathLike object, not {}"));
        }
    };
    let mode = vm.expect_str(mode, "compile() argument 'mode'")?.to_string();
    let flags = bound[3].map_or(Ok(0), |flags| vm.index(flags))?;
    let dont_inherit = bound[4].map_or(Ok(false), |id| vm.is_true(id))?;
    let optimize = bound[5].map_or(Ok(-1), |id| vm.index(id))?;
    if flags & !KNOWN_FLAGS != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    if !(-1..=2).contains(&optimize) {
        return Err(vm.value_error("compile(): invalid optimize value"));
    }
    let mode = match &*mode {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let Some(text) = source_text(vm, source)? else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let future_annotations = flags & FUTURE_ANNOTATIONS != 0 || (!dont_inherit && inherits_annotations(vm));
    vm.compile_text(&text, &filename, mode, future_annotations)
}

/// `from __future__ import annotations` holds for what a module compiles too (PyEval_MergeCompilerFlags).
fn inherits_annotations(vm: &Vm) -> bool {
    vm.frames().last().is_some_and(|frame| frame.code.code.flags.future_annotations)
}

/// The text of a source: a str, or bytes in UTF-8; `None` for any other object.
fn source_text(vm: &mut Vm, source: Id) -> R<Option<String>> {
    let text = match vm.str_text(source) {
        Some(text) => text.to_string(),
        None => {
            let Some(bytes) = vm.bytes_like(source) else { return Ok(None) };
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            match vm.decode_bytes(bytes, Encoding::Utf8, "strict") {
                Ok(text) => text,
                Err(raised) => return Err(undecodable(vm, raised)),
            }
        }
    };
    if text.contains('\0') {
        return Err(vm.raise(Exceptions::SYNTAX_ERROR, "source code string cannot contain null bytes"));
    }
    Ok(Some(text))
}

/// The SyntaxError that takes the place of a UnicodeDecodeError.
fn undecodable(vm: &mut Vm, raised: crate::vm::Raised) -> crate::vm::Raised {
    let Some(error) = vm.catch(raised) else { return vm.raise(Exceptions::SYNTAX_ERROR, "unknown encoding") };
    let text = vm.display_text(error);
    vm.decref(error);
    match text {
        Ok(text) => {
            let error = compiler::SyntaxError {
                exception: "SyntaxError",
                message: format!("(unicode error) {text}"),
                line: 1,
                column: 0,
                end_line: 1,
                end_column: 0,
                text_line: String::new(),
                parsed: false,
            };
            vm.raise_syntax_error_as(&error, "<string>", Some(String::new()))
        }
        Err(raised) => raised,
    }
}

/// `eval(source, globals=None, locals=None, /)`; since 3.13 the last two can be named.
fn eval(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let positional_only = if vm.version.number >= (3, 13, 0) { 1 } else { 3 };
    let parameters =
        Parameters { names: &["source", "globals", "locals"], positional_only, positional: 3, required: 1 };
    let bound = vm.bind_args("eval", args, &parameters)?;
    let source = bound[0].unwrap_or(Singletons::NONE);
    let (globals, locals) = (given(bound[1]), given(bound[2]));
    if let Some(locals) = locals
        && !is_mapping(vm, locals)
    {
        return Err(vm.type_error("locals must be a mapping"));
    }
    if let Some(globals) = globals
        && vm.dict(globals).is_none()
    {
        return Err(vm.type_error(if is_mapping(vm, globals) {
            "globals must be a real dict; try eval(expr, {}, mapping)"
        } else {
            "globals must be a dict"
        }));
    }
    let (globals, locals) = namespaces(vm, globals, locals)?;
    if let Some(code) = code_of(vm, source) {
        if code.code.free_count > 0 {
            return Err(vm.type_error("code object passed to eval() may not contain free variables"));
        }
        return vm.run_code(source, globals, locals);
    }
    let Some(text) = source_text(vm, source)? else {
        return Err(vm.type_error("eval() arg 1 must be a string, bytes or code object"));
    };
    run_text(vm, text.trim_start_matches([' ', '\t']), Mode::Eval, globals, locals)
}

/// `exec(source, globals=None, locals=None, /, *, closure=None)`; since 3.13 globals and locals can be named.
fn exec(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let positional_only = if vm.version.number >= (3, 13, 0) { 1 } else { 3 };
    let parameters =
        Parameters { names: &["source", "globals", "locals", "closure"], positional_only, positional: 3, required: 1 };
    let bound = vm.bind_args("exec", args, &parameters)?;
    let source = bound[0].unwrap_or(Singletons::NONE);
    let (globals, locals, closure) = (given(bound[1]), given(bound[2]), given(bound[3]));
    if let Some(globals) = globals
        && vm.dict(globals).is_none()
    {
        return Err(vm.type_error_for(globals, "exec() globals must be a dict, not {}"));
    }
    if let Some(locals) = locals
        && !is_mapping(vm, locals)
    {
        return Err(vm.type_error_for(locals, "locals must be a mapping or None, not {}"));
    }
    let (globals, locals) = namespaces(vm, globals, locals)?;
    let result = match code_of(vm, source) {
        Some(code) => {
            check_closure(vm, &code, closure)?;
            vm.run_code_with(source, globals, locals, closure)?
        }
        None => {
            if closure.is_some() {
                return Err(vm.type_error("closure can only be used when source is a code object"));
            }
            let Some(text) = source_text(vm, source)? else {
                return Err(vm.type_error("exec() arg 1 must be a string, bytes or code object"));
            };
            run_text(vm, &text, Mode::Exec, globals, locals)?
        }
    };
    vm.decref(result);
    Ok(Singletons::NONE)
}

/// The cells that a code object gets have to be as many as it has free variables.
fn check_closure(vm: &mut Vm, code: &CodeObject, closure: Slot) -> R<()> {
    let wanted = code.code.free_count as usize;
    if wanted == 0 {
        return match closure {
            Some(_) => Err(vm.type_error("cannot use a closure with this code object")),
            None => Ok(()),
        };
    }
    let cells = closure.filter(|&c| vm.class_of(c) == TypeTable::TUPLE).and_then(|c| vm.tuple_items(c));
    if cells.is_some_and(|cells| cells.len() == wanted && cells.iter().all(|&c| vm.class_of(c) == TypeTable::CELL)) {
        return Ok(());
    }
    Err(vm.type_error(format!("code object requires a closure of exactly length {wanted}")))
}

fn code_of(vm: &Vm, id: Id) -> Option<Rc<CodeObject>> {
    match vm.heap.get(id) {
        Data::Code(code) => Some(Rc::clone(code)),
        _ => None,
    }
}

/// PyMapping_Check
fn is_mapping(vm: &Vm, id: Id) -> bool {
    vm.class(vm.class_of(id)).slots.getitem.is_some()
}

/// Globals and locals of the code that is going to run, both borrowed: those given, or those of the running frame.
/// Globals get the running frame's `__builtins__` if they have none.
fn namespaces(vm: &mut Vm, globals: Slot, locals: Slot) -> R<(Id, Id)> {
    let Some((current, builtins)) = vm.frames().last().map(|frame| (frame.globals, frame.builtins)) else {
        return Err(vm.raise(Exceptions::SYSTEM_ERROR, "globals and locals cannot be NULL"));
    };
    let (globals, locals) = match (globals, locals) {
        (Some(globals), locals) => (globals, locals.unwrap_or(globals)),
        (None, Some(locals)) => (current, locals),
        (None, None) => {
            let locals = vm.current_locals()?;
            (current, vm.keep(locals))
        }
    };
    if vm.dict_get_name(globals, Names::BUILTINS).is_none() {
        vm.incref(builtins);
        vm.dict_set_name(globals, Names::BUILTINS, builtins);
    }
    Ok((globals, locals))
}

fn run_text(vm: &mut Vm, text: &str, mode: Mode, globals: Id, locals: Id) -> R<Id> {
    let future_annotations = inherits_annotations(vm);
    let code = vm.compile_text(text, "<string>", mode, future_annotations)?;
    let result = vm.run_code(code, globals, locals);
    let pending = vm.save_exception();
    vm.decref(code);
    vm.restore_exception(pending);
    result
}

impl Vm {
    /// Compiles a text to a code object, a new reference; raises the SyntaxError.
    pub(crate) fn compile_text(&mut self, text: &str, filename: &str, mode: Mode, future_annotations: bool) -> R<Id> {
        let options = Options { future_annotations, ..Options::of(&self.version) };
        match compiler::compile_with(text, filename, mode, options) {
            Ok(code) => {
                self.warn_of_code(&code)?;
                Ok(self.new_code(&code))
            }
            Err(error) => {
                // Only a program's text is given the line end that its last line lacks.
                let lines = text.lines().count() as u32;
                let ends = error.line > 0 && (mode == Mode::Exec || text.ends_with('\n') || error.line < lines);
                let line = match error.parsed {
                    false => Some(error.text_line.as_str()),
                    true => Some(self.source_line(filename, error.line)).filter(|line| !line.is_empty()),
                };
                let line = line.map(|line| format!("{line}{}", if ends { "\n" } else { "" }));
                Err(self.raise_syntax_error_as(&error, filename, line))
            }
        }
    }
}
