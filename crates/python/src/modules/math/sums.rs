//! Functions of `math` that sum: as exactly as CPython does.

use ouro_heap::Id;

use super::{range_error, real};
use crate::bytecode::BinaryOperator;
use crate::native::Args;
use crate::object::Data;
use crate::types::int::ldexp;
use crate::vm::{Parameters, R, Singletons, Vm};

/// A sum or product of two floats, and what rounding took from it.
#[derive(Clone, Copy)]
struct Double {
    high: f64,
    low: f64,
}

/// For `a` at least as large as `b`.
fn fast_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    Double { high, low: (a - high) + b }
}

fn exact_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    let other = high - a;
    Double { high, low: (a - (high - other)) + (b - other) }
}

fn exact_product(a: f64, b: f64) -> Double {
    let high = a * b;
    Double { high, low: a.mul_add(b, -high) }
}

/// The items of an iterable: borrowed until the native function returns.
fn collected(vm: &mut Vm, iterable: Id) -> R<Vec<Id>> {
    let items = vm.collect(iterable)?;
    for &item in &items {
        vm.keep(item);
    }
    Ok(items)
}

/// `math.fsum(iterable)`: Shewchuk's sum in parts that do not overlap, rounded once.
pub(super) fn fsum(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(iterable) = args.get(0) else { return Ok(Singletons::NONE) };
    let iterator = vm.iter(iterable)?;
    vm.keep(iterator);
    let mut parts: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    while let Some(item) = vm.next(iterator)? {
        let value = real(vm, Some(item));
        vm.decref(item);
        let value = value?;
        let mut x = value;
        let mut kept = 0;
        for i in 0..parts.len() {
            let part = parts[i];
            let (large, small) = if x.abs() < part.abs() { (part, x) } else { (x, part) };
            let sum = fast_sum(large, small);
            if sum.low != 0.0 {
                parts[kept] = sum.low;
                kept += 1;
            }
            x = sum.high;
        }
        parts.truncate(kept);
        if x != 0.0 {
            if x.is_finite() {
                parts.push(x);
            } else {
                if value.is_finite() {
                    return Err(vm.overflow_error("intermediate overflow in fsum"));
                }
                if value.is_infinite() {
                    infinities += value;
                }
                special += value;
                parts.clear();
            }
        }
    }
    if special != 0.0 {
        if f64::is_nan(infinities) {
            return Err(vm.value_error("-inf + inf in fsum"));
        }
        return Ok(vm.new_float(special));
    }
    Ok(vm.new_float(round_parts(&mut parts)))
}

/// The sum of parts that do not overlap, the smallest first, rounded to even.
fn round_parts(parts: &mut Vec<f64>) -> f64 {
    let Some(mut high) = parts.pop() else { return 0.0 };
    let mut low = 0.0;
    while let Some(part) = parts.pop() {
        let sum = fast_sum(high, part);
        (high, low) = (sum.high, sum.low);
        if low != 0.0 {
            break;
        }
    }
    // Halfway as far as `low` says: the next part decides.
    if let Some(&next) = parts.last()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let twice = low * 2.0;
        let sum = high + twice;
        if twice == sum - high {
            high = sum;
        }
    }
    high
}

/// The length of a vector (vector_norm): scaled by a power of two, summed with what rounding takes, and corrected
/// once.
fn norm(vector: &[f64]) -> f64 {
    let largest = vector.iter().fold(0f64, |largest, x| largest.max(x.abs()));
    if largest.is_infinite() {
        return f64::INFINITY;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || vector.len() <= 1 {
        return largest;
    }
    let exponent = super::split(largest).1;
    if exponent < -1023 {
        // The scale itself would be too large.
        let scaled: Vec<f64> = vector.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(&scaled);
    }
    let scale = ldexp(1.0, -exponent);
    let (mut sum, mut lost_products, mut lost_sums) = (1.0, 0.0, 0.0);
    let mut add = |product: Double| {
        let next = fast_sum(sum, product.high);
        sum = next.high;
        lost_products += product.low;
        lost_sums += next.low;
        sum - 1.0 + (lost_products + lost_sums)
    };
    let mut square = 0.0;
    for x in vector {
        let x = x * scale;
        square = add(exact_product(x, x));
    }
    let root = square.sqrt();
    let rest = add(exact_product(-root, root));
    (root + rest / (2.0 * root)) / scale
}

fn new_norm(vm: &mut Vm, vector: &[f64]) -> R<Id> {
    let result = norm(vector);
    if result.is_infinite() && vector.iter().all(|x| x.is_finite()) {
        return Err(range_error(vm));
    }
    Ok(vm.new_float(result))
}

/// `math.hypot(*coordinates)`
pub(super) fn hypot(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("math.hypot() takes no keyword arguments"));
    }
    let vector: Vec<f64> = args.pos.iter().map(|&x| real(vm, Some(x))).collect::<R<_>>()?;
    new_norm(vm, &vector)
}

/// `math.dist(p, q)`
pub(super) fn dist(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[p, q] = args.pos else { return Ok(Singletons::NONE) };
    let p = collected(vm, p)?;
    let q = collected(vm, q)?;
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut vector = Vec::with_capacity(p.len());
    for (a, b) in p.into_iter().zip(q) {
        vector.push((real(vm, Some(a))? - real(vm, Some(b))?).abs());
    }
    new_norm(vm, &vector)
}

/// `math.prod(iterable, *, start=1)`
pub(super) fn prod(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "start"], positional_only: 1, positional: 1, required: 1 };
    let bound = vm.bind_args("prod", args, &PARAMETERS)?;
    let Some(iterable) = bound[0] else { return Ok(Singletons::NONE) };
    let iterator = vm.iter(iterable)?;
    vm.keep(iterator);
    let mut total = match bound[1] {
        Some(start) => vm.incref(start),
        None => vm.new_int(1),
    };
    while let Some(item) = vm.next(iterator).inspect_err(|_| vm.decref(total))? {
        let product = vm.binary_op(BinaryOperator::Multiply, total, item);
        vm.decref(total);
        vm.decref(item);
        total = product?;
    }
    Ok(total)
}

/// `math.sumprod(p, q)`: floats with three times their precision.
pub(super) fn sumprod(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[p, q] = args.pos else { return Ok(Singletons::NONE) };
    let p = collected(vm, p)?;
    let q = collected(vm, q)?;
    if p.len() != q.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    let number = |vm: &Vm, id: Id| match vm.heap.get(id) {
        Data::Float(x) => Some(*x),
        Data::Int(i) => Some(*i as f64),
        _ => None,
    };
    let has_float = p.iter().chain(&q).any(|&id| matches!(vm.heap.get(id), Data::Float(_)));
    let pairs: Option<Vec<(f64, f64)>> =
        p.iter().zip(&q).map(|(&a, &b)| Some((number(vm, a)?, number(vm, b)?))).collect();
    if let Some(pairs) = pairs.filter(|_| has_float) {
        let (mut high, mut low, mut tiny) = (0.0, 0.0, 0.0);
        for (x, y) in pairs {
            let product = exact_product(x, y);
            let sum = exact_sum(high, product.high);
            let first = exact_sum(low, product.low);
            let second = exact_sum(first.high, sum.low);
            (high, low) = (sum.high, second.high);
            tiny += first.low + second.low;
        }
        let last = exact_sum(low, high);
        return Ok(vm.new_float(tiny + last.low + last.high));
    }
    let mut total = vm.new_int(0);
    for (a, b) in p.into_iter().zip(q) {
        let product = vm.binary_op(BinaryOperator::Multiply, a, b).inspect_err(|_| vm.decref(total))?;
        let sum = vm.binary_op(BinaryOperator::Add, total, product);
        vm.decref(total);
        vm.decref(product);
        total = sum?;
    }
    Ok(total)
}
