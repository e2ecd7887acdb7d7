//! Builtin functions about numbers (CPython 3.13 bltinmodule.c).

use ouro_heap::Id;

use crate::bytecode::{BinaryOperator, Comparison};
use crate::native::{Args, Native};
use crate::object::Data;
use crate::types::{TypeTable, int};
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// `abs`, `bin`, `divmod`, `hex`, `max`, `min`, `oct`, `pow`, `round`, `sum`
pub(crate) const FUNCTIONS: &[Native] = &[
    Native::new("abs", 1, 1, abs),
    Native::new("bin", 1, 1, |vm, _, args| in_base(vm, args, 'b')),
    Native::new("divmod", 2, 2, divmod),
    Native::new("hex", 1, 1, |vm, _, args| in_base(vm, args, 'x')),
    Native::any("max", |vm, _, args| extreme(vm, args, "max", Comparison::Gt)).fastcall_since((3, 13)),
    Native::any("min", |vm, _, args| extreme(vm, args, "min", Comparison::Lt)).fastcall_since((3, 13)),
    Native::new("oct", 1, 1, |vm, _, args| in_base(vm, args, 'o')),
    Native::any("pow", pow),
    Native::any("round", round),
    Native::any("sum", sum),
];

pub(crate) fn abs(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(object) = args.get(0) else { return Ok(Singletons::NONE) };
    match vm.class(vm.class_of(object)).slots.absolute {
        Some(absolute) => absolute(vm, object),
        None => Err(vm.type_error_for(object, "bad operand type for abs(): '{}'")),
    }
}

/// `bin`, `oct`, `hex`
fn in_base(vm: &mut Vm, args: &Args, base: char) -> R<Id> {
    let Some(object) = args.get(0) else { return Ok(Singletons::NONE) };
    let value = vm.big_index(object)?;
    let text = match base {
        'b' => format!("{value:#b}"),
        'o' => format!("{value:#o}"),
        _ => format!("{value:#x}"),
    };
    Ok(vm.new_str(text))
}

fn divmod(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[a, b] = args.pos else { return Ok(Singletons::NONE) };
    let result = vm.binary_slots(a, b, |slots| slots.divmod)?;
    if result == Singletons::NOT_IMPLEMENTED {
        let (a, b) = (vm.type_name(a), vm.type_name(b));
        return Err(vm.type_error(format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'")));
    }
    Ok(result)
}

fn pow(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["base", "exp", "mod"], positional_only: 0, positional: 3, required: 2 };
    let bound = vm.bind_args("pow", args, &PARAMETERS)?;
    let (Some(base), Some(exponent)) = (bound[0], bound[1]) else { return Ok(Singletons::NONE) };
    let Some(modulus) = bound[2].filter(|&m| m != Singletons::NONE) else {
        return vm.binary_op(BinaryOperator::Power, base, exponent);
    };
    let is_number = |vm: &Vm, id: Id| matches!(vm.heap.get(id), Data::Int(_) | Data::BigInt(_) | Data::Float(_));
    let ints = (vm.big_int_value(base), vm.big_int_value(exponent), vm.big_int_value(modulus));
    let own = vm.type_lookup(vm.class_of(base), Names::POW) != vm.type_lookup(TypeTable::INT, Names::POW);
    if let ((Some(base), Some(exponent), Some(modulus)), false) = (ints, own) {
        return int::power_modulo(vm, &base, &exponent, &modulus);
    }
    if !is_number(vm, base)
        && let Some(result) = vm.call_slot_method(base, Names::POW, &[exponent, modulus])?
        && result != Singletons::NOT_IMPLEMENTED
    {
        return Ok(result);
    }
    let all = [base, exponent, modulus];
    if all.iter().all(|&id| is_number(vm, id)) {
        return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    let [a, b, c] = all.map(|id| vm.type_name(id));
    Err(vm.type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")))
}

fn round(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["number", "ndigits"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("round", args, &PARAMETERS)?;
    let Some(number) = bound[0] else { return Ok(Singletons::NONE) };
    let places = bound[1].filter(|&places| places != Singletons::NONE);
    match vm.call_rounding(number, Names::ROUND, places.as_slice())? {
        Some(result) => Ok(result),
        None => Err(vm.type_error_for(number, "type {} doesn't define __round__ method")),
    }
}

/// `min` and `max`: the first of those that no other one beats (min_max).
fn extreme(vm: &mut Vm, args: &Args, name: &'static str, better: Comparison) -> R<Id> {
    let (mut key, mut default) = (None, None);
    if vm.version.parsers_keep_keywords {
        vm.prepare_parser(name, args, &["key", "default"]);
    }
    for &(keyword, value) in args.kw {
        match &*vm.expect_str(keyword, "keywords")? {
            "key" => key = Some(value).filter(|&key| key != Singletons::NONE),
            "default" => default = Some(value),
            other => return Err(vm.unexpected_keyword(name, other, &["key", "default"])),
        }
    }
    let best = match *args.pos {
        [] => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => {
            let iterator = vm.iter(iterable)?;
            let best = best_of(vm, |vm| vm.next(iterator), key, better);
            vm.decref(iterator);
            best?
        }
        _ if default.is_some() => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(vm.type_error(message));
        }
        ref items => {
            let mut rest = items.iter();
            best_of(vm, |vm| Ok(rest.next().map(|&item| vm.incref(item))), key, better)?
        }
    };
    match best {
        Some(best) => Ok(best),
        None => match default {
            Some(default) => Ok(vm.incref(default)),
            None => Err(vm.value_error(format!("{name}() iterable argument is empty"))),
        },
    }
}

/// The item of those that `next` gives that is better than all before it and not beaten later: a new reference.
fn best_of(
    vm: &mut Vm,
    mut next: impl FnMut(&mut Vm) -> R<Option<Id>>,
    key: Option<Id>,
    better: Comparison,
) -> R<Option<Id>> {
    let mut best: Option<(Id, Id)> = None;
    let result = loop {
        let item = match next(vm) {
            Ok(Some(item)) => item,
            Ok(None) => break Ok(()),
            Err(raised) => break Err(raised),
        };
        let value = match key {
            None => vm.incref(item),
            Some(key) => match vm.call(key, &[item]) {
                Ok(value) => value,
                Err(raised) => {
                    vm.decref(item);
                    break Err(raised);
                }
            },
        };
        let wins = match best {
            None => Ok(true),
            Some((_, best_value)) => vm.compare_bool(value, best_value, better),
        };
        match wins {
            Ok(true) => {
                if let Some((old_item, old_value)) = best.replace((item, value)) {
                    vm.decref(old_item);
                    vm.decref(old_value);
                }
            }
            lost => {
                vm.decref(value);
                vm.decref(item);
                if let Err(raised) = lost {
                    break Err(raised);
                }
            }
        }
    };
    let item = best.map(|(item, value)| {
        vm.decref(value);
        item
    });
    if result.is_err()
        && let Some(item) = item
    {
        vm.decref(item);
    }
    result.map(|()| item)
}

fn sum(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "start"], positional_only: 1, positional: 2, required: 1 };
    let bound = vm.bind_args("sum", args, &PARAMETERS)?;
    let Some(iterable) = bound[0] else { return Ok(Singletons::NONE) };
    let iterator = vm.iter(iterable)?;
    let total = match bound[1] {
        None => Ok(vm.new_int(0)),
        Some(start) => match vm.data(start) {
            Data::Str(_) => Err(vm.type_error("sum() can't sum strings [use ''.join(seq) instead]")),
            Data::Bytes(_) => Err(vm.type_error("sum() can't sum bytes [use b''.join(seq) instead]")),
            Data::ByteArray(_) => Err(vm.type_error("sum() can't sum bytearray [use b''.join(seq) instead]")),
            _ => Ok(vm.incref(start)),
        },
    };
    let result = total.and_then(|total| sum_from(vm, iterator, total));
    vm.decref(iterator);
    result
}

/// A running sum of floats and what rounding took from it (Neumaier; bltinmodule.c, cs_add).
struct Compensated {
    high: f64,
    low: f64,
}

impl Compensated {
    fn add(&mut self, x: f64) {
        let sum = self.high + x;
        self.low += if self.high.abs() >= x.abs() { (self.high - sum) + x } else { (x - sum) + self.high };
        self.high = sum;
    }

    fn value(&self) -> f64 {
        // What was lost of an infinite sum is no number.
        if self.low != 0.0 && self.low.is_finite() { self.high + self.low } else { self.high }
    }
}

/// Adds all items of an iterator to `total`, whose reference it takes: ints that fit and floats without making
/// objects of the sums in between (builtin_sum_impl).
fn sum_from(vm: &mut Vm, iterator: Id, mut total: Id) -> R<Id> {
    let mut pending = None;
    if vm.class_of(total) == TypeTable::INT
        && let Some(mut sum) = vm.int_value(total)
    {
        loop {
            let Some(item) = next_or_release(vm, iterator, total)? else {
                vm.decref(total);
                return Ok(vm.new_int(sum));
            };
            let exact = matches!(vm.class_of(item), TypeTable::INT | TypeTable::BOOL);
            match vm.int_value(item).filter(|_| exact).and_then(|value| sum.checked_add(value)) {
                Some(next) => {
                    sum = next;
                    vm.decref(item);
                }
                None => {
                    let next = vm.new_int(sum);
                    vm.decref(std::mem::replace(&mut total, next));
                    pending = Some(item);
                    break;
                }
            }
        }
        if let Some(item) = pending.take() {
            total = add(vm, total, item)?;
        }
    }
    if vm.class_of(total) == TypeTable::FLOAT
        && let Some(start) = vm.float_value(total)
    {
        let mut sum = Compensated { high: start, low: 0.0 };
        loop {
            let Some(item) = next_or_release(vm, iterator, total)? else {
                vm.decref(total);
                return Ok(vm.new_float(sum.value()));
            };
            match (vm.data(item), vm.class_of(item)) {
                (Data::Float(x), TypeTable::FLOAT) => sum.add(*x),
                (Data::Int(i), _) => sum.high += *i as f64,
                _ => {
                    pending = Some(item);
                }
            }
            match pending.take() {
                None => vm.decref(item),
                Some(item) => {
                    let next = vm.new_float(sum.value());
                    vm.decref(std::mem::replace(&mut total, next));
                    total = add(vm, total, item)?;
                    break;
                }
            }
        }
    }
    while let Some(item) = next_or_release(vm, iterator, total)? {
        total = add(vm, total, item)?;
    }
    Ok(total)
}

/// The next item; if that raises, `total` is released.
fn next_or_release(vm: &mut Vm, iterator: Id, total: Id) -> R<Option<Id>> {
    vm.next(iterator).inspect_err(|_| vm.decref(total))
}

/// `total + item`; takes both references.
fn add(vm: &mut Vm, total: Id, item: Id) -> R<Id> {
    let result = vm.binary_op(BinaryOperator::Add, total, item);
    vm.decref(total);
    vm.decref(item);
    result
}
