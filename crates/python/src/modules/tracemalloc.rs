//! The module `_tracemalloc`: which line made an object (CPython 3.13 tracemalloc.c).
//!
//! Objects have serial numbers. While tracing is on, the observed loop notes after each instruction which serial numbers
//! it gave out; what an object takes is asked of the object itself when somebody wants to know. A list, a dict or a set
//! that has room of its own counts as two blocks, as it is two for CPython's allocator.

use std::rc::Rc;

use hashbrown::HashMap;
use ouro_heap::Id;

use super::ModuleSpec;
use crate::data::CodeObject;
use crate::native::{Args, Native};
use crate::object::Data;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `_tracemalloc`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_tracemalloc",
        functions: const {
            &[
                Native::new("start", 0, 1, start),
                Native::new("stop", 0, 0, stop),
                Native::new("is_tracing", 0, 0, |vm, _, _| Ok(Singletons::bool(vm.observers.allocations.is_some()))),
                Native::new("clear_traces", 0, 0, clear_traces),
                Native::new("get_traced_memory", 0, 0, get_traced_memory),
                Native::new("reset_peak", 0, 0, reset_peak),
                Native::new("get_traceback_limit", 0, 0, get_traceback_limit),
                Native::new("get_tracemalloc_memory", 0, 0, get_tracemalloc_memory),
                Native::new("_get_traces", 0, 0, get_traces),
                Native::new("_get_object_traceback", 1, 1, get_object_traceback),
                Native::new("_get_model_memory", 0, 0, get_model_memory),
            ]
        },
        init: None,
    }
}

/// A line of a file.
type Place = (Rc<str>, u32);

/// What is known of allocations since tracing began.
#[derive(Clone, Default)]
pub(crate) struct Allocations {
    /// Frames to remember of each.
    limit: usize,
    /// The first serial number that counts.
    first: u32,
    /// Serial numbers below this one have a place.
    noted: u32,
    /// Where serial numbers of the same origin begin, ascending, and the number of their traceback.
    runs: Vec<(u32, u32)>,
    tracebacks: Vec<Rc<[Place]>>,
    numbers: HashMap<Rc<[Place]>, u32>,
    /// The instruction that ran last: its code, its index, and how many frames there were.
    running: Option<(Rc<CodeObject>, u32, usize)>,
    /// Most bytes seen at a time.
    peak: u64,
    /// What has to be earned before all objects are measured again.
    credit: u64,
}

impl Allocations {
    fn number_of(&mut self, traceback: Rc<[Place]>) -> u32 {
        let next = self.tracebacks.len() as u32;
        let number = *self.numbers.entry(Rc::clone(&traceback)).or_insert(next);
        if number == next {
            self.tracebacks.push(traceback);
        }
        number
    }

    fn traceback_of(&self, serial: u32) -> Option<&Rc<[Place]>> {
        if serial < self.first || serial >= self.noted {
            return None;
        }
        let after = self.runs.partition_point(|&(first, _)| first <= serial);
        let (_, number) = *self.runs.get(after.checked_sub(1)?)?;
        self.tracebacks.get(number as usize)
    }
}

/// The number of no traceback, for what is not traced.
const UNTRACED: u32 = u32::MAX;
/// Dying objects of this size, in bytes, are worth a look at all objects before.
const LARGE: usize = 2048;
/// What an allocation adds to [`Allocations::credit`]: measuring costs one for each slot of the heap.
const CREDIT: u64 = 64;

impl Vm {
    /// Notes what the last instruction made, and that the next one runs in `code`.
    pub(crate) fn note_allocations(&mut self, code: &Rc<CodeObject>) {
        self.close_run();
        let slots = u64::from(self.heap.live_count());
        if self.observers.allocations.as_ref().is_some_and(|known| known.credit >= slots) {
            self.measure();
        }
        let (pc, depth) = (self.pc, self.frames.len());
        if let Some(known) = &mut self.observers.allocations {
            match &mut known.running {
                Some((running, at, frames)) if Rc::ptr_eq(running, code) => (*at, *frames) = (pc, depth),
                running => *running = Some((Rc::clone(code), pc, depth)),
            }
        }
    }

    /// Gives the serial numbers that are new a place.
    fn close_run(&mut self) {
        let next = self.heap.next_serial();
        let Some(known) = &self.observers.allocations else { return };
        if known.noted == next {
            return;
        }
        let Some((code, pc, depth)) = known.running.clone() else { return };
        let place = |code: &CodeObject, pc: u32, line: u32| {
            let found = code.code.locations.get(pc as usize).map_or(0, |l| l.line);
            (code.code.filename.clone(), if found == 0 { line } else { found })
        };
        let limit = known.limit;
        let mut places = vec![place(&code, pc, code.entry_line)];
        let callers = self.frames.get(..depth.saturating_sub(1)).unwrap_or_default();
        places.extend(callers.iter().rev().take(limit - 1).map(|f| place(&f.code, f.pc, f.line)));
        // The innermost frame is the last one.
        places.reverse();
        if let Some(known) = &mut self.observers.allocations {
            let number = known.number_of(places.into());
            if known.runs.last().is_none_or(|&(_, last)| last != number) {
                known.runs.push((known.noted, number));
            }
            known.credit += CREDIT * u64::from(next.wrapping_sub(known.noted));
            known.noted = next;
        }
    }

    /// Before an object dies that may have been part of the peak.
    #[cold]
    pub(crate) fn measure_before_death(&mut self, id: Id) {
        let large = self.size_of(id) >= LARGE;
        let slots = u64::from(self.heap.live_count());
        if large || self.observers.allocations.as_ref().is_some_and(|known| known.credit >= slots) {
            self.measure();
        }
    }

    /// Bytes of all traced objects; remembers the most.
    fn measure(&mut self) -> u64 {
        self.close_run();
        let Some(known) = &self.observers.allocations else { return 0 };
        let traced = |&id: &Id| self.is_own(id) && known.traceback_of(self.heap.serial(id)).is_some();
        let bytes = self.heap.ids().filter(traced).map(|id| self.size_of(id) as u64).sum();
        if let Some(known) = &mut self.observers.allocations {
            known.peak = known.peak.max(bytes);
            known.credit = 0;
        }
        bytes
    }

    /// The blocks that an object is for CPython's allocator: their sizes in bytes.
    fn blocks(&self, id: Id) -> [usize; 2] {
        let size = self.size_of(id);
        let head = match self.data(id) {
            Data::List(_) => 56,
            Data::Dict(_) => 64,
            Data::Set(_) => 216,
            Data::ByteArray(_) => 56,
            _ => size,
        };
        [head.min(size), size.saturating_sub(head)]
    }
}

fn start(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let limit = args.get(0).map_or(Ok(1), |limit| vm.index(limit))?;
    if !(1..=65535).contains(&limit) {
        return Err(vm.value_error("the number of frames must be in range [1; 65535]"));
    }
    if vm.observers.allocations.is_none() {
        let next = vm.heap.next_serial();
        let known = Allocations { limit: limit as usize, first: next, noted: next, ..Allocations::default() };
        vm.observers.allocations = Some(Box::new(known));
        vm.observers_changed();
    }
    Ok(Singletons::NONE)
}

fn stop(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    vm.observers.allocations = None;
    vm.observers_changed();
    Ok(Singletons::NONE)
}

fn clear_traces(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    let next = vm.heap.next_serial();
    if let Some(known) = &mut vm.observers.allocations {
        **known = Allocations { limit: known.limit, first: next, noted: next, ..Allocations::default() };
    }
    Ok(Singletons::NONE)
}

fn get_traced_memory(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    let now = vm.measure();
    let peak = vm.observers.allocations.as_ref().map_or(0, |known| known.peak);
    let pair = [now, peak].map(|bytes| vm.new_int(bytes as i64));
    Ok(vm.new_tuple(pair))
}

fn reset_peak(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    if let Some(known) = &mut vm.observers.allocations {
        known.peak = 0;
    }
    vm.measure();
    Ok(Singletons::NONE)
}

fn get_traceback_limit(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    let limit = vm.observers.allocations.as_ref().map_or(1, |known| known.limit);
    Ok(vm.new_int(limit as i64))
}

/// Bytes that the notes themselves take.
fn get_tracemalloc_memory(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    let bytes = vm.observers.allocations.as_ref().map_or(0, |known| {
        let places: usize = known.tracebacks.iter().map(|t| t.len() * std::mem::size_of::<Place>()).sum();
        known.runs.len() * 8 + places
    });
    Ok(vm.new_int(bytes as i64))
}

fn new_traceback(vm: &mut Vm, places: &[Place]) -> Id {
    let frames: Vec<Id> = places
        .iter()
        .map(|(file, line)| {
            let pair = [vm.intern(file), vm.new_int(i64::from(*line))];
            vm.new_tuple(pair)
        })
        .collect();
    vm.new_tuple(frames)
}

/// A list of (domain, size, traceback, frames in all), one for each block.
fn get_traces(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    vm.close_run();
    let Some(known) = vm.observers.allocations.clone() else { return Ok(vm.new_list(Vec::new())) };
    let traced: Vec<(Id, Rc<[Place]>)> = vm
        .heap
        .ids()
        .filter(|&id| vm.is_own(id) && !vm.heap.is_immortal(id))
        .filter_map(|id| Some((id, Rc::clone(known.traceback_of(vm.heap.serial(id))?))))
        .collect();
    let mut made: HashMap<Rc<[Place]>, Id> = HashMap::new();
    let mut traces = Vec::new();
    for (id, places) in traced {
        let traceback = match made.get(&places) {
            Some(&traceback) => traceback,
            None => {
                let traceback = new_traceback(vm, &places);
                made.insert(Rc::clone(&places), traceback);
                traceback
            }
        };
        for size in vm.blocks(id).into_iter().filter(|&size| size > 0) {
            let items = [vm.new_int(0), vm.new_int(size as i64), vm.incref(traceback), vm.new_int(places.len() as i64)];
            traces.push(vm.new_tuple(items));
        }
    }
    vm.decref_all(made.into_values());
    let traces = vm.new_list(traces);
    // What a snapshot itself takes is not traced.
    let next = vm.heap.next_serial();
    if let Some(known) = &mut vm.observers.allocations {
        known.runs.push((known.noted, UNTRACED));
        known.noted = next;
    }
    Ok(traces)
}

fn get_object_traceback(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    vm.close_run();
    let serial = vm.heap.serial(args.pos[0]);
    let known = vm.observers.allocations.as_ref();
    match known.and_then(|known| known.traceback_of(serial)).cloned() {
        Some(places) => Ok(new_traceback(vm, &places)),
        None => Ok(Singletons::NONE),
    }
}

/// Bytes of all objects of the program, for `memory_profiler`.
fn get_model_memory(vm: &mut Vm, _: Id, _args: &Args) -> R<Id> {
    let bytes = vm.total_bytes();
    Ok(vm.new_int(bytes as i64))
}
