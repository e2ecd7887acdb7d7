//! The module `time` (CPython 3.13 timemodule.c) over a clock of the machine's own: the local time is UTC.

mod calendar;

use ouro_heap::Id;

use super::ModuleSpec;
use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::struct_time::{FIELDS, new_struct_time};
use crate::vm::{R, Singletons, Vm};
use calendar::{Moment, asctime_text, strftime_text};

const BILLION: i64 = 1_000_000_000;

/// The declaration of `time`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec { name: "time", functions: FUNCTIONS, init: Some(init) }
}

const FUNCTIONS: &[Native] = &[
    Native::new("time", 0, 0, |vm, _, _| seconds(vm, Vm::wall_clock)),
    Native::new("time_ns", 0, 0, |vm, _, _| nanoseconds(vm, Vm::wall_clock)),
    Native::new("perf_counter", 0, 0, |vm, _, _| seconds(vm, Vm::clock)),
    Native::new("perf_counter_ns", 0, 0, |vm, _, _| nanoseconds(vm, Vm::clock)),
    Native::new("monotonic", 0, 0, |vm, _, _| seconds(vm, Vm::clock)),
    Native::new("monotonic_ns", 0, 0, |vm, _, _| nanoseconds(vm, Vm::clock)),
    Native::new("process_time", 0, 0, |vm, _, _| seconds(vm, Vm::running_time)),
    Native::new("process_time_ns", 0, 0, |vm, _, _| nanoseconds(vm, Vm::running_time)),
    Native::new("thread_time", 0, 0, |vm, _, _| seconds(vm, Vm::running_time)),
    Native::new("thread_time_ns", 0, 0, |vm, _, _| nanoseconds(vm, Vm::running_time)),
    Native::new("sleep", 1, 1, sleep),
    Native::new("gmtime", 0, 1, |vm, _, args| time_of(vm, args, "GMT")),
    Native::new("localtime", 0, 1, |vm, _, args| time_of(vm, args, "UTC")),
    Native::new("mktime", 1, 1, mktime),
    Native::new("asctime", 0, 1, asctime),
    Native::new("ctime", 0, 1, ctime),
    Native::new("strftime", 1, 2, strftime),
    Native::new("tzset", 0, 0, |_, _, _| Ok(Singletons::NONE)),
];

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    for (name, value) in [("timezone", 0), ("altzone", 0), ("daylight", 0)] {
        let value = vm.new_int(value);
        vm.dict_set_text(dict, name, value);
    }
    let names = [vm.intern("UTC"), vm.intern("UTC")];
    let names = vm.new_tuple(names);
    vm.dict_set_text(dict, "tzname", names);
    vm.dict_set_text(dict, "struct_time", TypeTable::STRUCT_TIME);
    Ok(())
}

fn seconds(vm: &mut Vm, clock: fn(&Vm) -> u64) -> R<Id> {
    let now = clock(vm);
    Ok(vm.new_float(now as f64 / BILLION as f64))
}

fn nanoseconds(vm: &mut Vm, clock: fn(&Vm) -> u64) -> R<Id> {
    let now = clock(vm);
    Ok(vm.new_int(now as i64))
}

/// Sleeping moves the clock on, and nothing else.
fn sleep(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let length = match vm.float_value(args.pos[0]) {
        Some(seconds) if seconds.is_nan() => {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        Some(seconds) => seconds,
        None => vm.index(args.pos[0])? as f64,
    };
    if length < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let length = length * BILLION as f64;
    if length >= i64::MAX as f64 {
        return Err(vm.raise(Exceptions::OVERFLOW_ERROR, "timestamp out of range for platform time_t"));
    }
    vm.slept = vm.slept.saturating_add(length as u64);
    Ok(Singletons::NONE)
}

/// Seconds since 1970 of an optional argument: now for none and None.
fn moment(vm: &mut Vm, arg: Option<Id>) -> R<i64> {
    let Some(arg) = arg.filter(|&arg| arg != Singletons::NONE) else {
        return Ok((vm.wall_clock() / BILLION as u64) as i64);
    };
    let seconds = match vm.float_value(arg) {
        Some(seconds) => seconds.floor(),
        None => vm.index(arg)? as f64,
    };
    // Years of at most nine digits.
    if !(-3e16..3e16).contains(&seconds) {
        return Err(vm.raise(Exceptions::OVERFLOW_ERROR, "timestamp out of range for platform time_t"));
    }
    Ok(seconds as i64)
}

fn time_of(vm: &mut Vm, args: &Args, zone: &str) -> R<Id> {
    let at = moment(vm, args.get(0))?;
    let fields = Moment::of(at).fields;
    Ok(new_struct_time(vm, fields, zone))
}

/// The nine numbers of a time tuple, in its own numbering.
fn fields_of(vm: &mut Vm, arg: Id, function: &str) -> R<Moment> {
    let Some(items) = vm.tuple_items(arg) else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    let items: Vec<Id> = items.iter().copied().take(FIELDS).collect();
    if items.len() != FIELDS || vm.tuple_items(arg).map_or(0, <[Id]>::len) != FIELDS {
        return Err(vm.type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut fields = [0; FIELDS];
    for (field, item) in fields.iter_mut().zip(items) {
        *field = vm.index(item)?;
        if i32::try_from(*field).is_err() {
            return Err(vm.raise(
                Exceptions::OVERFLOW_ERROR,
                if *field > 0 {
                    "signed integer is greater than maximum"
                } else {
                    "signed integer is less than minimum"
                },
            ));
        }
    }
    Ok(Moment { fields })
}

fn mktime(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let moment = fields_of(vm, args.pos[0], "mktime")?;
    Ok(vm.new_float(moment.seconds() as f64))
}

/// The moment that an optional time tuple names, checked as `strftime` checks it (timemodule.c, checktm).
fn checked(vm: &mut Vm, arg: Option<Id>, function: &str) -> R<Moment> {
    let Some(arg) = arg else {
        let now = moment(vm, None)?;
        return Ok(Moment::of(now));
    };
    let mut moment = fields_of(vm, arg, function)?;
    let [_, month, day, hour, minute, second, weekday, yearday, _] = &mut moment.fields;
    // 0 stands for the first month, day and day of the year.
    for field in [&mut *month, &mut *day, &mut *yearday] {
        *field = if *field == 0 { 1 } else { *field };
    }
    *weekday = if *weekday < 0 { -1 } else { *weekday % 7 };
    let ranges = [
        (*month, 1, 12, "month"),
        (*day, 1, 31, "day of month"),
        (*hour, 0, 23, "hour"),
        (*minute, 0, 59, "minute"),
        (*second, 0, 61, "seconds"),
        (*weekday, 0, 6, "day of week"),
        (*yearday, 1, 366, "day of year"),
    ];
    for (value, least, most, what) in ranges {
        if !(least..=most).contains(&value) {
            return Err(vm.value_error(format!("{what} out of range")));
        }
    }
    Ok(moment)
}

fn asctime(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let moment = checked(vm, args.get(0), "asctime")?;
    Ok(vm.new_str(asctime_text(&moment)))
}

fn ctime(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let at = moment(vm, args.get(0))?;
    Ok(vm.new_str(asctime_text(&Moment::of(at))))
}

fn strftime(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(format) = vm.str_text(args.pos[0]) else {
        return Err(vm.type_error_for(args.pos[0], "strftime() argument 1 must be str, not {}"));
    };
    let moment = checked(vm, args.get(1), "strftime")?;
    Ok(vm.new_str(strftime_text(&format, &moment)))
}

impl Vm {
    /// Nanoseconds that the program has run for: a fixed time for each instruction that loops or calls.
    pub(crate) fn running_time(&self) -> u64 {
        /// About what CPython takes on a current computer for a turn of a loop.
        const PER_INSTRUCTION: u64 = 50;
        self.instructions.saturating_mul(PER_INSTRUCTION)
    }

    /// Nanoseconds since the machine was made: what the program has run, and what it has slept.
    pub(crate) fn clock(&self) -> u64 {
        self.running_time().saturating_add(self.slept)
    }

    /// Nanoseconds since 1970: each run starts on the first of January 2025, midnight.
    pub(crate) fn wall_clock(&self) -> u64 {
        const START: u64 = 1_735_689_600 * BILLION as u64;
        START.saturating_add(self.clock())
    }
}
