//! BaseExceptionGroup and ExceptionGroup, and what `except*` needs of them (exceptions.c).

use hashbrown::HashSet;
use ouro_heap::Id;

use super::attributes::get;
use super::{Exceptions, base, field};
use crate::native::{Args, GetSet, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `BaseExceptionGroup`.
pub(super) fn spec(plain: TypeSpec) -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { new: Some(new), init: Some(init), str: Some(str), ..plain.slots },
        methods: const {
            &[
                Native::new("derive", 1, 1, derive).fastcall_since((3, 13)),
                Native::new("split", 1, 1, split).fastcall_since((3, 13)),
                Native::new("subgroup", 1, 1, subgroup).fastcall_since((3, 13)),
                Native::any("__class_getitem__", class_getitem).class_method(),
            ]
        },
        getset: const {
            &[
                GetSet::new("message", get::<{ field::GROUP_MESSAGE }>, readonly),
                GetSet::new("exceptions", get::<{ field::GROUP_EXCEPTIONS }>, readonly),
            ]
        },
        ..plain
    }
}

fn readonly(vm: &mut Vm, _this: Id, _value: Option<Id>) -> R<()> {
    Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "readonly attribute"))
}

fn class_getitem(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    Ok(vm.new_generic_alias(class, args.get(0).unwrap_or(Singletons::NONE)))
}

/// The items of a list, a tuple or another sequence, as owned references.
fn sequence_items(vm: &mut Vm, sequence: Id) -> R<Option<Vec<Id>>> {
    let items = match vm.data(sequence) {
        Data::List(items) => items.to_vec(),
        Data::Tuple(items) => items.to_vec(),
        _ => {
            let class = vm.class_of(sequence);
            if vm.dict(sequence).is_some() || vm.type_lookup(class, Names::GETITEM).is_none() {
                return Ok(None);
            }
            return vm.collect(sequence).map(Some);
        }
    };
    for &item in &items {
        vm.incref(item);
    }
    Ok(Some(items))
}

/// BaseExceptionGroup_new
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let &[message, exceptions] = args.pos else {
        let given = args.pos.len();
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)")));
    };
    if vm.str_data(message).is_none() {
        return Err(vm.type_error_for(message, "BaseExceptionGroup.__new__() argument 1 must be str, not {}"));
    }
    let Some(items) = sequence_items(vm, exceptions)? else {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    };
    for &item in &items {
        vm.keep(item);
    }
    if items.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut all_exceptions = true;
    for (index, &item) in items.iter().enumerate() {
        if !vm.is_exception(item) {
            return Err(vm.value_error(format!("Item {index} of second argument (exceptions) is not an exception")));
        }
        all_exceptions &= vm.is_instance(item, Exceptions::EXCEPTION);
    }
    let mut class = class;
    if class == Exceptions::BASE_EXCEPTION_GROUP {
        if all_exceptions {
            class = Exceptions::EXCEPTION_GROUP;
        }
    } else if !all_exceptions && class == Exceptions::EXCEPTION_GROUP {
        return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    } else if !all_exceptions && vm.is_subclass(class, Exceptions::EXCEPTION) {
        let name = vm.class(class).name.clone();
        return Err(vm.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
    }
    let this = base::new(vm, class, args)?;
    let tuple = if vm.class_of(exceptions) == TypeTable::TUPLE {
        vm.incref(exceptions)
    } else {
        for &item in &items {
            vm.incref(item);
        }
        vm.new_tuple(items)
    };
    vm.incref(message);
    vm.set_exception_field(this, field::GROUP_MESSAGE, Some(message));
    vm.set_exception_field(this, field::GROUP_EXCEPTIONS, Some(tuple));
    // The arguments come in a tuple, and the exceptions are put into one before the group is made.
    let args = vm.exception(this).and_then(|e| e.args).unwrap_or(tuple);
    let made = if tuple == exceptions { args } else { tuple };
    vm.track_in_order(&[args, made, this]);
    Ok(this)
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::init(vm, this, args)
}

fn str(vm: &mut Vm, this: Id) -> R<Id> {
    let message = vm.exception_field(this, field::GROUP_MESSAGE).unwrap_or(Singletons::EMPTY_STR);
    let message = vm.display_text(message)?;
    let count = vm.group_members(this).len();
    let plural = if count == 1 { "" } else { "s" };
    Ok(vm.new_str(format!("{message} ({count} sub-exception{plural})")))
}

fn derive(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let message = vm.exception_field(this, field::GROUP_MESSAGE).unwrap_or(Singletons::EMPTY_STR);
    vm.call(Exceptions::BASE_EXCEPTION_GROUP, &[message, args.get(0).unwrap_or(Singletons::NONE)])
}

/// What `split` and `subgroup` look for.
enum Matcher {
    /// An exception type or a tuple of them.
    Type(Id),
    /// A function of the exception.
    Predicate(Id),
    /// One of these exceptions.
    Instances(HashSet<Id>),
}

/// get_matcher_type
fn matcher(vm: &mut Vm, value: Id) -> R<Matcher> {
    let is_class = matches!(vm.heap.get(value), Data::Class(_));
    let class = vm.class_of(value);
    if vm.class(class).slots.call.is_some() && !is_class {
        return Ok(Matcher::Predicate(value));
    }
    let is_type = match vm.tuple_items(value) {
        Some(items) => !items.is_empty() && items.iter().all(|&c| vm.is_exception_class(c)),
        None => vm.is_exception_class(value),
    };
    if is_type {
        return Ok(Matcher::Type(value));
    }
    Err(vm.type_error(match vm.version.number < (3, 13, 0) {
        true => "expected a function, exception type or tuple of exception types",
        false => "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    }))
}

fn split(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let matcher = matcher(vm, args.get(0).unwrap_or(Singletons::NONE))?;
    let (matched, rest) = split_recursive(vm, this, &matcher, true, 0)?;
    let pair = [matched, rest].map(|slot| slot.unwrap_or(Singletons::NONE));
    Ok(vm.new_tuple(pair.to_vec()))
}

fn subgroup(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let matcher = matcher(vm, args.get(0).unwrap_or(Singletons::NONE))?;
    let (matched, rest) = split_recursive(vm, this, &matcher, false, 0)?;
    vm.decref_slot(rest);
    Ok(matched.unwrap_or(Singletons::NONE))
}

/// The part of an exception that matches and the rest, as new references (exceptiongroup_split_recursive).
fn split_recursive(vm: &mut Vm, exception: Id, matcher: &Matcher, want_rest: bool, depth: u32) -> R<(Slot, Slot)> {
    if depth > vm.recursion_limit {
        return Err(
            vm.raise(Exceptions::RECURSION_ERROR, "maximum recursion depth exceeded in exceptiongroup_split_recursive")
        );
    }
    let matches = match matcher {
        Matcher::Type(class) => vm.exception_matches(exception, *class),
        Matcher::Predicate(function) => {
            let answer = vm.call(*function, &[exception])?;
            let yes = vm.is_true(answer);
            vm.decref(answer);
            yes?
        }
        Matcher::Instances(ids) => ids.contains(&exception),
    };
    if matches {
        return Ok((Some(vm.incref(exception)), None));
    }
    if !vm.is_exception_group(exception) {
        return Ok((None, want_rest.then(|| vm.incref(exception))));
    }
    vm.scoped(|vm| split_members(vm, exception, matcher, want_rest, depth))
}

fn split_members(vm: &mut Vm, exception: Id, matcher: &Matcher, want_rest: bool, depth: u32) -> R<(Slot, Slot)> {
    let members = vm.group_members(exception);
    let lists = [true, want_rest].map(|wanted| wanted.then(|| vm.new_list(Vec::new())));
    for list in lists.into_iter().flatten() {
        vm.keep(list);
    }
    let (mut matched, mut rest) = (Vec::new(), Vec::new());
    for member in members {
        vm.incref(member);
        vm.keep(member);
        let (yes, no) = split_recursive(vm, member, matcher, want_rest, depth + 1)?;
        for (slot, list) in [(yes, &mut matched), (no, &mut rest)] {
            if let Some(id) = slot {
                vm.keep(id);
                list.push(id);
            }
        }
    }
    let [matched_list, rest_list] = lists;
    let matched = subset(vm, exception, matched_list, matched)?;
    if let Some(id) = matched {
        vm.keep(id);
    }
    let rest = subset(vm, exception, rest_list, rest)?;
    Ok((matched.map(|id| vm.incref(id)), rest))
}

/// A group like `original` of some of its members (borrowed), for which there is a list, or nothing for none
/// (exceptiongroup_subset).
fn subset(vm: &mut Vm, original: Id, list: Slot, members: Vec<Id>) -> R<Slot> {
    let Some(list) = list.filter(|_| !members.is_empty()) else { return Ok(None) };
    for &member in &members {
        vm.incref(member);
    }
    if let Some(items) = vm.list_items_mut(list) {
        members.into_iter().for_each(|member| items.push(member));
    }
    let made = call_with_tuple(vm, original, "derive", list)?;
    if !vm.is_exception_group(made) {
        vm.keep(made);
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    let parts = vm.exception(original).map(|e| (e.traceback, e.context, e.cause));
    if let Some((traceback, context, cause)) = parts {
        for id in [traceback, context, cause].into_iter().flatten() {
            vm.incref(id);
        }
        vm.replace_traceback(made, traceback);
        vm.replace_context(made, context);
        vm.replace_cause(made, cause);
    }
    vm.keep(made);
    if let Some(notes) = vm.getattr_opt(original, Names::NOTES)? {
        vm.keep(notes);
        if vm.list_items(notes).is_some() || vm.tuple_items(notes).is_some() {
            let items = vm.collect(notes)?;
            let copy = vm.new_list(items);
            vm.keep(copy);
            vm.setattr(made, Names::NOTES, copy)?;
        }
    }
    Ok(Some(vm.incref(made)))
}

/// Calls a method with an argument that comes in a tuple (PyObject_CallMethod with "(O)").
fn call_with_tuple(vm: &mut Vm, group: Id, name: &str, argument: Id) -> R<Id> {
    let name = vm.intern(name);
    vm.incref(argument);
    let tuple = vm.new_tuple([argument]);
    let result = vm.call_method(group, name, &[argument]);
    vm.decref(tuple);
    result
}

impl Vm {
    /// Whether an object is an exception group.
    pub fn is_exception_group(&self, id: Id) -> bool {
        self.is_instance(id, Exceptions::BASE_EXCEPTION_GROUP)
    }

    /// The exceptions in a group, borrowed.
    pub fn group_members(&self, group: Id) -> Vec<Id> {
        self.exception_field(group, field::GROUP_EXCEPTIONS)
            .and_then(|tuple| self.tuple_items(tuple))
            .map(<[Id]>::to_vec)
            .unwrap_or_default()
    }

    /// What `except* class` leaves of an exception and what it takes, None for nothing, as new references; the arguments
    /// are borrowed (ceval.c, _PyEval_ExceptionGroupMatch and _PyEval_CheckExceptStarTypeValid).
    pub(crate) fn exception_group_match(&mut self, exception: Id, class: Id) -> R<(Id, Id)> {
        const NONE: Id = Singletons::NONE;
        self.check_exception_class(class)?;
        let classes = self.tuple_items(class).map_or_else(|| vec![class], <[Id]>::to_vec);
        if classes.iter().any(|&c| self.is_subclass(c, Exceptions::BASE_EXCEPTION_GROUP)) {
            return Err(self.type_error("catching ExceptionGroup with except* is not allowed. Use except instead."));
        }
        if exception == NONE {
            return Ok((NONE, NONE));
        }
        if self.exception_matches(exception, class) {
            self.incref(exception);
            if self.is_exception_group(exception) {
                return Ok((NONE, exception));
            }
            let mark = self.temps.len();
            let members = self.new_tuple(vec![exception]);
            let wrapped = self.new_exception_group(members);
            self.release_kept(mark);
            let wrapped = wrapped?;
            if self.version.wrapped_exceptions_have_tracebacks
                && let Some(top) = self.frames.len().checked_sub(1)
            {
                let instr = self.frame_instr(top);
                let traceback = self.new_traceback(top, instr, None);
                self.replace_traceback(wrapped, traceback);
            }
            return Ok((NONE, wrapped));
        }
        self.incref(exception);
        if !self.is_exception_group(exception) {
            return Ok((exception, NONE));
        }
        let mark = self.temps.len();
        self.keep(exception);
        let parts = self.split_for_handler(exception, class);
        self.release_kept(mark);
        parts
    }

    fn split_for_handler(&mut self, exception: Id, class: Id) -> R<(Id, Id)> {
        let pair = call_with_tuple(self, exception, "split", class)?;
        self.keep(pair);
        let Some(parts) = self.tuple_items(pair).map(<[Id]>::to_vec) else {
            let (group, got) = (self.type_name(exception), self.type_name(pair));
            return Err(self.type_error(format!("{group}.split must return a tuple, not {got}")));
        };
        let &[matched, rest, ..] = &parts[..] else {
            let (group, length) = (self.type_name(exception), parts.len());
            return Err(self.type_error(format!("{group}.split must return a 2-tuple, got tuple of size {length}")));
        };
        Ok((self.incref(rest), self.incref(matched)))
    }

    /// A group with an empty message; takes the reference to the sequence (_PyExc_CreateExceptionGroup).
    fn new_exception_group(&mut self, members: Id) -> R<Id> {
        self.keep(members);
        self.call(Exceptions::BASE_EXCEPTION_GROUP, &[Singletons::EMPTY_STR, members])
    }

    /// The exception to raise at the end of a `try` with `except*` clauses, or None: `results` is the list of what the
    /// clauses raised or left. A new reference (exceptions.c, _PyExc_PrepReraiseStar).
    pub(crate) fn prep_reraise_star(&mut self, original: Id, results: Id) -> R<Id> {
        let results: Vec<Id> = self.list_items(results).map(|items| items.to_vec()).unwrap_or_default();
        if !self.is_exception_group(original) {
            let first = results.into_iter().find(|&e| e != Singletons::NONE).unwrap_or(Singletons::NONE);
            return Ok(self.incref(first));
        }
        // They are in two lists meanwhile.
        let raised_list = self.new_list(Vec::new());
        self.keep(raised_list);
        let reraised_list = self.new_list(Vec::new());
        self.keep(reraised_list);
        let (mut raised, mut reraised) = (Vec::new(), Vec::new());
        for exception in results {
            if exception == Singletons::NONE {
                continue;
            }
            if self.same_metadata(exception, original) {
                reraised.push(exception);
            } else {
                raised.push(self.incref(exception));
            }
        }
        let mut leaves = HashSet::new();
        let mut pending = reraised;
        while let Some(exception) = pending.pop() {
            if self.is_exception_group(exception) {
                pending.extend(self.group_members(exception));
            } else {
                leaves.insert(exception);
            }
        }
        let kept = if leaves.is_empty() {
            None
        } else {
            split_recursive(self, original, &Matcher::Instances(leaves), false, 0)?.0
        };
        raised.extend(kept);
        match raised[..] {
            [] => Ok(Singletons::NONE),
            [only] => Ok(only),
            _ => {
                if let Some(items) = self.list_items_mut(raised_list) {
                    raised.into_iter().for_each(|exception| items.push(exception));
                }
                self.heap.incref(raised_list);
                self.new_exception_group(raised_list)
            }
        }
    }

    fn same_metadata(&self, a: Id, b: Id) -> bool {
        let notes = |e: &crate::data::Exception| e.dict.and_then(|d| self.dict_get_name(d, Names::NOTES));
        match (self.exception(a), self.exception(b)) {
            (Some(a), Some(b)) => {
                notes(a) == notes(b) && a.traceback == b.traceback && a.cause == b.cause && a.context == b.context
            }
            _ => false,
        }
    }
}
