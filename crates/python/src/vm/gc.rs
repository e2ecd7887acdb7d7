//! The collector's side of the machine: when it runs, callbacks, statistics, `gc.garbage` (CPython 3.13 gc.c).

use ouro_heap::{Collection, GENERATIONS, Id};

use super::Vm;
use crate::object::Slot;

/// Prints statistics.
pub const DEBUG_STATS: i64 = 1;
/// Prints what was found unreachable.
pub const DEBUG_COLLECTABLE: i64 = 2;
/// Keeps garbage in `gc.garbage` instead of freeing it.
pub const DEBUG_SAVEALL: i64 = 32;

/// What a generation's collections came to so far: `gc.get_stats()`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GenerationStats {
    /// How many there were.
    pub collections: u64,
    /// Objects freed.
    pub collected: u64,
    /// Objects found unreachable that could not be freed.
    pub uncollectable: u64,
    /// Objects examined.
    pub candidates: u64,
}

/// One collection, for the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectionRecord {
    /// The step during which it ran.
    pub step: u32,
    /// Whether the program asked for it.
    pub explicit: bool,
    /// What it came to.
    pub collection: Collection,
}

/// State of the `gc` module.
#[derive(Clone, Debug, Default)]
pub struct GcState {
    /// By generation.
    pub stats: [GenerationStats; GENERATIONS],
    /// `gc.callbacks`: a list, owned.
    pub callbacks: Slot,
    /// `gc.garbage`: a list, owned.
    pub garbage: Slot,
    /// Bits of `gc.set_debug()`.
    pub debug: i64,
    /// Collections so far, in order.
    pub records: Vec<CollectionRecord>,
    /// Whether what was there before the program is frozen as for the heap oracle's records.
    pub(crate) starts_frozen: bool,
    /// Whether callbacks of a collection run: no other one starts meanwhile.
    running: bool,
}

impl GcState {
    /// Calls `visit` for every reference held.
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.callbacks.iter().chain(&self.garbage).for_each(|&id| visit(id));
    }
}

impl Vm {
    /// Collects generations 0 to `generation`, calling `gc.callbacks` before and after. Does nothing while a collection
    /// runs (gc.c, gc_collect_main). The number of objects in the result that could not be freed is that of
    /// `gc.garbage`; those saved there on request count as collected.
    pub fn collect_garbage(&mut self, generation: u8, explicit: bool) -> Collection {
        self.heap.gc_pending = false;
        if self.gc.running || self.heap.is_collecting() {
            return Collection { generation, ..Collection::default() };
        }
        let pending = self.save_exception();
        self.gc.running = true;
        self.call_gc_callbacks("start", Collection { generation, ..Collection::default() });
        if self.gc.debug & DEBUG_STATS != 0 {
            let [young, middle, old, permanent] = [0, 1, 2, 3].map(|g| self.heap.generation_len(g));
            self.print_debug(&format!("gc: collecting generation {generation}...\n"));
            self.print_debug(&format!(
                "gc: objects in each generation: {young} {middle} {old}\n\
                 gc: objects in permanent generation: {permanent}\n"
            ));
        }
        let mut result = ouro_heap::collect(self, generation);
        result.collected += result.uncollectable;
        result.uncollectable = 0;
        if self.gc.debug & DEBUG_STATS != 0 {
            let found = result.collected;
            self.print_debug(&format!("gc: done, {found} unreachable, 0 uncollectable, 0.0000s elapsed\n"));
        }
        if let Some(stats) = self.gc.stats.get_mut(generation as usize)
            && !result.examined_nothing
        {
            stats.collections += 1;
            stats.collected += u64::from(result.collected);
            stats.uncollectable += u64::from(result.uncollectable);
            stats.candidates += u64::from(result.examined);
        }
        self.gc.records.push(CollectionRecord { step: self.steps, explicit, collection: result });
        self.call_gc_callbacks("stop", result);
        self.gc.running = false;
        self.restore_exception(pending);
        result
    }

    /// The collection that an allocation asked for (gc.c, _Py_RunGC).
    pub(crate) fn serve_gc(&mut self) {
        self.heap.gc_pending = false;
        if let Some(generation) = self.heap.select_generation() {
            self.collect_garbage(generation, false);
        }
    }

    /// What `str` and `repr` of an object and the decimal digits of an int do first: a collection that is due does not wait for the
    /// end of the call (signalmodule.c, PyErr_CheckSignals).
    #[inline]
    pub(crate) fn check_signals(&mut self) {
        if self.heap.gc_pending {
            self.serve_gc();
        }
    }

    /// gc.c, invoke_gc_callback
    fn call_gc_callbacks(&mut self, phase: &str, collection: Collection) {
        let Some(callbacks) = self.gc.callbacks else { return };
        if self.list_items(callbacks).is_none_or(|items| items.is_empty()) {
            return;
        }
        let info = self.new_dict();
        for (key, value) in [
            ("generation", u32::from(collection.generation)),
            ("collected", collection.collected),
            ("uncollectable", collection.uncollectable),
        ] {
            let value = self.new_int(i64::from(value));
            self.dict_set_text(info, key, value);
        }
        if self.version.gc_durations {
            let candidates = self.new_int(i64::from(collection.examined));
            self.dict_set_text(info, "candidates", candidates);
            // The machine's collections take no time of its clock.
            let duration = self.new_float(0.0);
            self.dict_set_text(info, "duration", duration);
        }
        let phase = self.new_str(phase);
        let mut index = 0;
        while let Some(callback) = self.list_items(callbacks).and_then(|items| items.get(index).copied()) {
            self.incref(callback);
            match self.call(callback, &[phase, info]) {
                Ok(result) => self.decref(result),
                Err(raised) => self.write_unraisable_while(raised, "calling GC callback", callback),
            }
            self.decref(callback);
            index += 1;
        }
        self.decref(phase);
        self.decref(info);
    }

    /// Writes to `sys.stderr`, or to the standard error where that fails (sysmodule.c, sys_write).
    fn print_debug(&mut self, text: &str) {
        if !self.print_to_stderr(text) {
            self.write_stderr_text(text);
        }
    }

    /// With `gc.DEBUG_COLLECTABLE`, prints what a collection has found (gc.c, debug_cycle).
    pub(crate) fn gc_print_unreachable(&mut self) {
        if self.gc.debug & DEBUG_COLLECTABLE == 0 {
            return;
        }
        for object in self.heap.unreachable() {
            let text = format!("gc: collectable <{} {:#x}>\n", self.type_name(object), self.address(object));
            self.print_debug(&text);
        }
    }

    /// With `gc.DEBUG_SAVEALL`, puts an unreachable object into `gc.garbage` (gc.c, delete_garbage).
    pub(crate) fn gc_save_garbage(&mut self, id: Id) -> bool {
        if self.gc.debug & DEBUG_SAVEALL == 0 {
            return false;
        }
        let Some(garbage) = self.gc.garbage else { return false };
        self.incref(id);
        match self.list_items_mut(garbage) {
            Some(items) => items.push(id),
            None => self.decref(id),
        }
        true
    }

    /// `gc.callbacks` and `gc.garbage`, made on first use: borrowed.
    pub(crate) fn gc_lists(&mut self) -> [Id; 2] {
        let callbacks = match self.gc.callbacks {
            Some(list) => list,
            None => self.new_list(Vec::new()),
        };
        self.gc.callbacks = Some(callbacks);
        let garbage = match self.gc.garbage {
            Some(list) => list,
            None => self.new_list(Vec::new()),
        };
        self.gc.garbage = Some(garbage);
        [callbacks, garbage]
    }

    /// Lets go of the lists, at exit.
    pub(crate) fn release_gc_lists(&mut self) {
        for slot in [self.gc.callbacks.take(), self.gc.garbage.take()] {
            self.decref_slot(slot);
        }
    }
}
