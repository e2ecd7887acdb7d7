//! `_random.Random`: the Mersenne Twister MT19937 (CPython 3.13 _randommodule.c, after Matsumoto and Nishimura's
//! algorithm).

use num_bigint::BigInt;
use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// Words of state.
const N: usize = 624;
/// Distance of the words that are mixed.
const M: usize = 397;

/// A generator of random numbers.
#[derive(Clone)]
struct Random {
    state: [u32; N],
    /// The next word to give; `N` when all were given.
    index: usize,
}

impl NativeData for Random {
    fn is_container(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        2520
    }

    crate::native_data_boilerplate!();
}

impl Random {
    /// init_genrand
    fn from_word(seed: u32) -> Random {
        let mut state = [seed; N];
        for i in 1..N {
            let last = state[i - 1];
            state[i] = 1_812_433_253u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(i as u32);
        }
        Random { state, index: N }
    }

    /// init_by_array
    fn from_key(key: &[u32]) -> Random {
        let mut random = Random::from_word(19_650_218);
        let state = &mut random.state;
        let mut i = 1;
        let mixed = |state: &[u32; N], i: usize, factor: u32| {
            let last = state[i - 1];
            state[i] ^ (last ^ (last >> 30)).wrapping_mul(factor)
        };
        for j in 0..N.max(key.len()) {
            let at = j % key.len();
            state[i] = mixed(state, i, 1_664_525).wrapping_add(key[at]).wrapping_add(at as u32);
            i += 1;
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        for _ in 1..N {
            state[i] = mixed(state, i, 1_566_083_941).wrapping_sub(i as u32);
            i += 1;
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
        random
    }

    /// genrand_uint32
    fn next(&mut self) -> u32 {
        if self.index >= N {
            let state = &mut self.state;
            for k in 0..N {
                let y = (state[k] & 0x8000_0000) | (state[(k + 1) % N] & 0x7fff_ffff);
                let odd = if y & 1 == 0 { 0 } else { 0x9908_b0df };
                state[k] = state[(k + M) % N] ^ (y >> 1) ^ odd;
            }
            self.index = 0;
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }
}

/// The declaration of `Random`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("random", 0, 0, random),
        Native::new("seed", 0, 1, |vm, this, args| seed(vm, this, args.get(0)).map(|()| Singletons::NONE)),
        Native::new("getrandbits", 1, 1, random_bits),
        Native::new("getstate", 0, 0, state),
        Native::new("setstate", 1, 1, set_state),
    ];
    TypeSpec {
        module: "_random",
        slots: TypeSlots { new: Some(new), init: Some(init), ..NO_SLOTS },
        methods: METHODS,
        subclassable: true,
        ..TypeSpec::new("Random")
    }
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    Ok(vm.alloc_instance(class, Data::Native(Box::new(Random::from_key(&[0])))))
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    if !args.kw.is_empty() && vm.inherits_init(vm.class_of(this), TypeTable::RANDOM) {
        return Err(vm.type_error("Random() takes no keyword arguments"));
    }
    if args.pos.len() > 1 {
        return Err(vm.type_error("Random() requires 0 or 1 argument"));
    }
    seed(vm, this, args.get(0))
}

/// random_seed. Where CPython asks the operating system, because there is no seed or it is None, a machine has nothing to
/// ask and seeds with 0: a program draws the same numbers in every run.
fn seed(vm: &mut Vm, this: Id, argument: Option<Id>) -> R<()> {
    let number = match argument.filter(|&id| id != Singletons::NONE) {
        None => BigInt::default(),
        Some(id) => match vm.big_int_value(id) {
            Some(number) if matches!(vm.data(id), Data::Int(_) | Data::BigInt(_)) => number,
            _ => BigInt::from(vm.hash(id)? as u64),
        },
    };
    let mut key = number.magnitude().to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    if let Some(random) = vm.native_mut::<Random>(this) {
        *random = Random::from_key(&key);
    }
    Ok(())
}

fn next_word(vm: &mut Vm, this: Id) -> u32 {
    vm.native_mut::<Random>(this).map_or(0, Random::next)
}

/// A float below 1 from 53 random bits.
fn random(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let (a, b) = (next_word(vm, this) >> 5, next_word(vm, this) >> 6);
    Ok(vm.new_float((f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0))
}

fn random_bits(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let bits = vm.big_index(args.pos[0])?;
    let Ok(bits) = i32::try_from(&bits) else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    let Ok(mut bits) = usize::try_from(bits) else {
        return Err(vm.value_error("number of bits must be non-negative"));
    };
    vm.check_size(bits / 8)?;
    let mut words = Vec::with_capacity(bits.div_ceil(32));
    while bits > 0 {
        let word = next_word(vm, this);
        words.push(if bits < 32 { word >> (32 - bits) } else { word });
        bits = bits.saturating_sub(32);
    }
    Ok(vm.new_big_int(BigInt::from_slice(num_bigint::Sign::Plus, &words)))
}

/// The words of the state and the index, as a tuple.
fn state(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let words: Vec<u32> = match vm.native::<Random>(this) {
        Some(random) => random.state.iter().copied().chain([random.index as u32]).collect(),
        None => Vec::new(),
    };
    let items: Vec<Id> = words.into_iter().map(|word| vm.new_int(i64::from(word))).collect();
    Ok(vm.new_tuple(items))
}

fn set_state(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(items) = vm.tuple_items(args.pos[0]).map(<[Id]>::to_vec) else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    if items.len() != N + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = [0u32; N + 1];
    for (word, item) in words.iter_mut().zip(items) {
        if !matches!(vm.data(item), Data::Int(_) | Data::BigInt(_)) {
            return Err(vm.type_error("an integer is required"));
        }
        let Some(value) = vm.int_value(item) else {
            return Err(vm.overflow_error("Python int too large to convert to C unsigned long"));
        };
        if value < 0 {
            return Err(vm.overflow_error("can't convert negative value to unsigned int"));
        }
        *word = value as u32;
    }
    let index = words[N] as usize;
    if index > N {
        return Err(vm.value_error("invalid state"));
    }
    if let Some(random) = vm.native_mut::<Random>(this) {
        random.state.copy_from_slice(&words[..N]);
        random.index = index;
    }
    Ok(Singletons::NONE)
}
