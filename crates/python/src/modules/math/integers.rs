//! Functions of `math` about whole numbers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use ouro_heap::Id;

use crate::native::Args;
use crate::vm::{R, Singletons, Vm};

fn index(vm: &mut Vm, args: &Args, at: usize) -> R<BigInt> {
    vm.big_index(args.get(at).unwrap_or(Singletons::NONE))
}

/// Combines all arguments, which have to be ints.
fn fold(vm: &mut Vm, name: &str, args: &Args, first: i64, f: fn(&BigInt, &BigInt) -> BigInt) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error(format!("math.{name}() takes no keyword arguments")));
    }
    let mut result = BigInt::from(first);
    for &argument in args.pos {
        let value = vm.big_index(argument)?;
        result = f(&result, &value);
        vm.check_size(usize::try_from(result.bits() / 8).unwrap_or(usize::MAX))?;
    }
    Ok(vm.new_big_int(result))
}

/// `math.gcd(*integers)`
pub(super) fn gcd(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    fold(vm, "gcd", args, 0, |a, b| a.gcd(b))
}

/// `math.lcm(*integers)`
pub(super) fn lcm(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    fold(vm, "lcm", args, 1, |a, b| a.lcm(b))
}

/// `math.isqrt(n)`
pub(super) fn isqrt(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let n = index(vm, args, 0)?;
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(vm.new_big_int(n.sqrt()))
}

/// The product of the numbers from `first` on, `count` of them: halves first, so that factors are of like size.
fn product(first: &BigInt, count: u64) -> BigInt {
    match count {
        0 => BigInt::one(),
        1..8 => (1..count).fold(first.clone(), |result, i| result * (first + i)),
        _ => {
            let half = count / 2;
            product(first, half) * product(&(first + half), count - half)
        }
    }
}

/// The product of the `count` numbers up to `last`, if it is not too large.
fn falling(vm: &mut Vm, last: &BigInt, count: u64) -> R<BigInt> {
    let bits = last.bits().saturating_mul(count);
    vm.check_size(usize::try_from(bits / 8).unwrap_or(usize::MAX))?;
    Ok(product(&(last - count + 1), count))
}

fn factorial_of(vm: &mut Vm, n: &BigInt) -> R<BigInt> {
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_i64() {
        Some(count) => falling(vm, n, count as u64),
        None => Err(vm.overflow_error(format!("factorial() argument should not exceed {}", i64::MAX))),
    }
}

/// `math.factorial(n)`
pub(super) fn factorial(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let n = index(vm, args, 0)?;
    let result = factorial_of(vm, &n)?;
    Ok(vm.new_big_int(result))
}

fn check_not_negative(vm: &mut Vm, name: &str, value: &BigInt) -> R<()> {
    if value.is_negative() {
        return Err(vm.value_error(format!("{name} must be a non-negative integer")));
    }
    Ok(())
}

/// `math.perm(n, k=None)`
pub(super) fn perm(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let n = index(vm, args, 0)?;
    let result = if args.get(1).is_none_or(|k| k == Singletons::NONE) {
        factorial_of(vm, &n)?
    } else {
        let k = index(vm, args, 1)?;
        check_not_negative(vm, "n", &n)?;
        check_not_negative(vm, "k", &k)?;
        match k.to_i64() {
            _ if k > n => BigInt::zero(),
            Some(k) => falling(vm, &n, k as u64)?,
            None => return Err(vm.overflow_error(format!("k must not exceed {}", i64::MAX))),
        }
    };
    Ok(vm.new_big_int(result))
}

/// `math.comb(n, k)`
pub(super) fn comb(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let n = index(vm, args, 0)?;
    let k = index(vm, args, 1)?;
    check_not_negative(vm, "n", &n)?;
    check_not_negative(vm, "k", &k)?;
    if k > n {
        return Ok(vm.new_int(0));
    }
    let Some(k) = (&n - &k).min(k).to_i64() else {
        return Err(vm.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    let above = falling(vm, &n, k as u64)?;
    let below = falling(vm, &BigInt::from(k), k as u64)?;
    Ok(vm.new_big_int(above / below))
}
