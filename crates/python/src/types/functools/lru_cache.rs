//! What `functools.lru_cache` wraps a function in.
//!
//! Links of CPython's list hold key and result, and are no containers: the wrapper shows the collector what they hold. Here
//! the wrapper keeps it itself, and a link is an object with a number.

use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::{TypeTable, object};
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// How much a cache holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// Nothing: calls are counted only.
    Nothing,
    /// Everything.
    Unlimited,
    /// So many results.
    Limited(usize),
}

/// A result that a bounded cache remembers. All ids are owned.
#[derive(Clone)]
struct Entry {
    key: Id,
    hash: i64,
    result: Id,
    /// The object that stands for it in the dict.
    link: Id,
    /// Neighbours: the one used just before, the one used just after.
    before: Option<usize>,
    after: Option<usize>,
}

/// A function whose results are remembered.
#[derive(Clone)]
struct LruCache {
    /// A dict: results by key, or links where the cache is bounded.
    cache: Slot,
    function: Slot,
    info_type: Slot,
    bound: Bound,
    typed: bool,
    hits: i64,
    misses: i64,
    /// Entries by number.
    entries: Vec<Entry>,
    oldest: Option<usize>,
    newest: Option<usize>,
}

/// What stands in the dict of a bounded cache (`_lru_list_elem`): the number of its entry.
#[derive(Clone)]
struct Link {
    entry: usize,
}

impl NativeData for Link {
    fn is_container(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        56
    }

    crate::native_data_boilerplate!();
}

impl NativeData for LruCache {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        let mut at = self.oldest;
        while let Some(entry) = at.and_then(|i| self.entry(i)) {
            visit(entry.key);
            visit(entry.result);
            visit(entry.link);
            at = entry.after;
        }
        [self.cache, self.function, self.info_type].iter().flatten().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        let entries = self.take_entries();
        take_slot(&mut self.cache, released);
        take_slot(&mut self.function, released);
        take_slot(&mut self.info_type, released);
        released.extend(entries.into_iter().flat_map(|e| [e.link, e.key, e.result]));
    }

    fn size(&self) -> usize {
        168
    }

    crate::native_data_boilerplate!();
}

impl LruCache {
    fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    fn entry_mut(&mut self, at: usize) -> Option<&mut Entry> {
        self.entries.get_mut(at)
    }

    /// Takes an entry out of the order of use (lru_cache_extract_link).
    fn extract(&mut self, at: usize) {
        let Some((before, after)) = self.entry(at).map(|e| (e.before, e.after)) else { return };
        match before.and_then(|i| self.entry_mut(i)) {
            Some(entry) => entry.after = after,
            None => self.oldest = after,
        }
        match after.and_then(|i| self.entry_mut(i)) {
            Some(entry) => entry.before = before,
            None => self.newest = before,
        }
    }

    /// Puts an entry at the end of the order of use (lru_cache_append_link).
    fn append(&mut self, at: usize) {
        let last = self.newest;
        if let Some(entry) = self.entry_mut(at) {
            (entry.before, entry.after) = (last, None);
        }
        match last.and_then(|i| self.entry_mut(i)) {
            Some(entry) => entry.after = Some(at),
            None => self.oldest = Some(at),
        }
        self.newest = Some(at);
    }

    /// All entries, the oldest first: the caller takes their references.
    fn take_entries(&mut self) -> Vec<Entry> {
        let mut at = self.oldest.take();
        let mut order = Vec::with_capacity(self.entries.len());
        while let Some(entry) = at.and_then(|i| self.entries.get(i)) {
            order.push(entry.clone());
            at = entry.after;
        }
        self.newest = None;
        self.entries.clear();
        order
    }
}

/// The declaration of `_lru_cache_wrapper`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("cache_info", 0, 0, cache_info),
        Native::new("cache_clear", 0, 0, cache_clear),
        Native::new("__reduce__", 0, 0, |vm, this, _| vm.getattr(this, Names::QUALNAME)),
        Native::any("__copy__", |vm, this, _| Ok(vm.incref(this))),
        Native::any("__deepcopy__", |vm, this, _| Ok(vm.incref(this))),
    ];
    TypeSpec {
        module: "functools",
        slots: TypeSlots { new: Some(new), call: Some(call), descr_get: Some(get), ..NO_SLOTS },
        methods: METHODS,
        getset: const { &[object::DICT_GETSET] },
        subclassable: true,
        weakrefable: true,
        has_dict: true,
        ..TypeSpec::new("_lru_cache_wrapper")
    }
}

/// The declaration of `_lru_list_elem`.
pub(crate) fn link_spec() -> TypeSpec {
    TypeSpec { module: "functools", ..TypeSpec::new("_lru_list_elem") }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters {
        names: &["user_function", "maxsize", "typed", "cache_info_type"],
        positional_only: 0,
        positional: 4,
        required: 4,
    };
    let bound = vm.bind_args("lru_cache", args, &PARAMETERS)?;
    let [function, size, typed, info_type] = [0, 1, 2, 3].map(|i| bound[i].unwrap_or(Singletons::NONE));
    if vm.class(vm.class_of(function)).slots.call.is_none() {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let typed = vm.is_true(typed)?;
    let bound = if size == Singletons::NONE {
        Bound::Unlimited
    } else if vm.has_index(size) {
        match usize::try_from(vm.index(size)?) {
            Ok(0) | Err(_) => Bound::Nothing,
            Ok(size) => Bound::Limited(size),
        }
    } else {
        return Err(vm.type_error("maxsize should be integer or None"));
    };
    let cache = vm.new_dict();
    vm.heap.incref(function);
    vm.heap.incref(info_type);
    let state = LruCache {
        cache: Some(cache),
        function: Some(function),
        info_type: Some(info_type),
        bound,
        typed,
        hits: 0,
        misses: 0,
        entries: Vec::new(),
        oldest: None,
        newest: None,
    };
    Ok(vm.alloc_with_dict(class, Data::Native(Box::new(state))))
}

fn get(vm: &mut Vm, this: Id, instance: Option<Id>, _class: Option<Id>) -> R<Id> {
    match instance.filter(|&id| id != Singletons::NONE) {
        Some(instance) => Ok(vm.new_method(this, instance)),
        None => Ok(vm.incref(this)),
    }
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    // CPython has the arguments in a tuple here, which serves as key (call.c, _PyObject_MakeTpCall).
    let positional = vm.pack_arguments(args.pos);
    vm.keep(positional);
    let Some(state) = vm.native::<LruCache>(this) else { return Ok(Singletons::NONE) };
    let (bound, typed) = (state.bound, state.typed);
    let (Some(cache), Some(function)) = (state.cache, state.function) else { return Ok(Singletons::NONE) };
    for id in [cache, function] {
        vm.heap.incref(id);
        vm.keep(id);
    }
    if bound == Bound::Nothing {
        count(vm, this, false);
        return vm.call_args(function, args);
    }
    let key = make_key(vm, positional, args, typed);
    vm.keep(key);
    let hash = vm.hash(key)?;
    if let Some(position) = vm.dict_find(cache, key, hash)? {
        let found = vm.dict(cache).and_then(|d| d.entry(position)).map(|e| e.value);
        let result = match (bound, found) {
            (Bound::Unlimited, found) => found,
            (_, Some(link)) => use_again(vm, this, link),
            _ => None,
        };
        if let Some(result) = result {
            count(vm, this, true);
            return Ok(vm.incref(result));
        }
    }
    count(vm, this, false);
    let result = vm.call_args(function, args)?;
    vm.keep(result);
    match bound {
        Bound::Limited(size) => remember(vm, this, cache, key, hash, result, size)?,
        _ => vm.dict_set_hashed(cache, key, hash, result)?,
    }
    Ok(vm.incref(result))
}

fn count(vm: &mut Vm, this: Id, hit: bool) {
    if let Some(state) = vm.native_mut::<LruCache>(this) {
        if hit {
            state.hits += 1;
        } else {
            state.misses += 1;
        }
    }
}

/// Makes an entry the newest: its result, borrowed.
fn use_again(vm: &mut Vm, this: Id, link: Id) -> Option<Id> {
    let at = vm.native::<Link>(link)?.entry;
    let state = vm.native_mut::<LruCache>(this)?;
    state.extract(at);
    state.append(at);
    state.entry(at).map(|e| e.result)
}

/// lru_cache_make_key: a single int or str for itself, else the tuple of the arguments, with a mark and the keywords
/// after them, and the types if they count.
fn make_key(vm: &mut Vm, positional: Id, args: &Args, typed: bool) -> Id {
    if !typed && args.kw.is_empty() {
        return match *args.pos {
            [single] if [TypeTable::STR, TypeTable::INT].contains(&vm.class_of(single)) => vm.incref(single),
            _ => vm.incref(positional),
        };
    }
    let mut items = args.pos.to_vec();
    if !args.kw.is_empty() {
        // No program gets hold of this type, so that no argument can be mistaken for the mark.
        items.push(TypeTable::LRU_LINK);
        items.extend(args.kw.iter().flat_map(|&(name, value)| [name, value]));
    }
    if typed {
        items.extend(args.pos.iter().chain(args.kw.iter().map(|(_, value)| value)).map(|&id| vm.class_of(id)));
    }
    items.iter().for_each(|&id| vm.heap.incref(id));
    vm.new_tuple(items)
}

/// The second half of bounded_lru_cache_wrapper. Key and result are borrowed.
fn remember(vm: &mut Vm, this: Id, cache: Id, key: Id, hash: i64, result: Id, size: usize) -> R<()> {
    // The call may have remembered it already.
    if vm.dict_find(cache, key, hash)?.is_some() {
        return Ok(());
    }
    let full = vm.dict(cache).is_some_and(|d| d.len() >= size);
    let Some(state) = vm.native_mut::<LruCache>(this) else { return Ok(()) };
    let at = match state.oldest.filter(|_| full) {
        Some(oldest) => {
            let Some((old_key, old_hash)) = state.entry(oldest).map(|e| (e.key, e.hash)) else { return Ok(()) };
            let position = vm.dict_find(cache, old_key, old_hash)?;
            let removed = position.and_then(|p| vm.dict_mut(cache)?.remove(p));
            for id in removed.iter().flat_map(|e| [e.key, e.value]) {
                vm.keep(id);
            }
            let Some(state) = vm.native_mut::<LruCache>(this) else { return Ok(()) };
            state.extract(oldest);
            let Some(entry) = state.entry_mut(oldest) else { return Ok(()) };
            let (old_key, old_result) = (entry.key, entry.result);
            (entry.key, entry.hash, entry.result) = (key, hash, result);
            vm.heap.incref(key);
            vm.heap.incref(result);
            vm.keep(old_key);
            vm.keep(old_result);
            oldest
        }
        None => {
            let at = state.entries.len();
            vm.heap.incref(key);
            vm.heap.incref(result);
            let link = vm.new_native(TypeTable::LRU_LINK, Link { entry: at });
            let entry = Entry { key, hash, result, link, before: None, after: None };
            if let Some(state) = vm.native_mut::<LruCache>(this) {
                state.entries.push(entry);
            }
            at
        }
    };
    let Some(link) = vm.native_mut::<LruCache>(this).and_then(|state| {
        state.append(at);
        state.entry(at).map(|e| e.link)
    }) else {
        return Ok(());
    };
    vm.dict_set_hashed(cache, key, hash, link)
}

fn cache_info(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let Some(state) = vm.native::<LruCache>(this) else { return Ok(Singletons::NONE) };
    let (hits, misses, bound, info_type) = (state.hits, state.misses, state.bound, state.info_type);
    let size = state.cache.and_then(|cache| vm.dict(cache)).map_or(0, |d| d.len());
    let most = match bound {
        Bound::Nothing => vm.new_int(0),
        Bound::Unlimited => Singletons::NONE,
        Bound::Limited(most) => vm.new_int(most as i64),
    };
    let items = [vm.new_int(hits), vm.new_int(misses), most, vm.new_int(size as i64)];
    for id in items {
        vm.keep(id);
    }
    vm.call(info_type.unwrap_or(Singletons::NONE), &items)
}

fn cache_clear(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let Some(state) = vm.native_mut::<LruCache>(this) else { return Ok(Singletons::NONE) };
    (state.hits, state.misses) = (0, 0);
    let entries = state.take_entries();
    let cache = state.cache;
    let items = cache.and_then(|cache| vm.dict_mut(cache)).map(|d| d.take()).unwrap_or_default();
    for entry in items {
        vm.decref(entry.key);
        vm.decref(entry.value);
    }
    for entry in entries {
        vm.decref(entry.link);
        vm.decref(entry.key);
        vm.decref(entry.result);
    }
    Ok(Singletons::NONE)
}
