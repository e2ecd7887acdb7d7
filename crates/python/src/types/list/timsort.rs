//! The order in which CPython compares when it sorts (listobject.c, list_sort_impl and what it calls): natural
//! runs, binary insertion for short ones, and galloping merges in powersort's order. Programs see that order in what
//! their `__lt__` does.
//!
//! It sorts numbers of items, by a comparison that can fail: then `order` is still a permutation.

/// listobject.c, MIN_GALLOP
const MIN_GALLOP: usize = 7;
/// listobject.c, MAX_MINRUN
const MAX_MINRUN: usize = 64;

/// A run in `order`, and the power of the boundary after it.
struct Run {
    base: usize,
    len: usize,
    power: u32,
}

/// Where a merge keeps a sorted range.
#[derive(Clone, Copy)]
enum Place {
    Order(usize),
    Scratch(usize),
}

/// How a merge ended.
enum End {
    /// What is left of the scratch space goes to the gap in order.
    Rest,
    /// One item is left in the scratch space, and it goes beyond all that is left of the other run.
    LastOne,
}

struct Sorter<F> {
    order: Vec<u32>,
    scratch: Vec<u32>,
    less: F,
    equal_runs: bool,
    min_gallop: usize,
    runs: Vec<Run>,
}

/// Sorts `order` by `less`, stably; `equal_runs` as in `Version`.
///
/// # Errors
/// The first error of `less`; `order` is a permutation of what it was.
pub(super) fn sort<E>(
    order: &mut Vec<u32>,
    equal_runs: bool,
    less: impl FnMut(u32, u32) -> Result<bool, E>,
) -> Result<(), E> {
    let (order_taken, scratch, runs) = (std::mem::take(order), Vec::new(), Vec::new());
    let mut sorter = Sorter { order: order_taken, scratch, less, equal_runs, min_gallop: MIN_GALLOP, runs };
    let result = sorter.run();
    *order = sorter.order;
    result
}

/// listobject.c, merge_compute_minrun
fn minimal_run(mut n: usize) -> usize {
    let mut bits = 0;
    while n >= MAX_MINRUN {
        bits |= n & 1;
        n >>= 1;
    }
    n + bits
}

/// listobject.c, powerloop
fn power(start: usize, len: usize, next_len: usize, total: usize) -> u32 {
    let mut a = 2 * start + len;
    let mut b = a + len + next_len;
    let mut result = 0;
    loop {
        result += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return result;
        }
        a <<= 1;
        b <<= 1;
    }
}

impl<E, F: FnMut(u32, u32) -> Result<bool, E>> Sorter<F> {
    fn run(&mut self) -> Result<(), E> {
        let total = self.order.len();
        let minimal = minimal_run(total);
        let mut base = 0;
        while total - base >= 2 || (base < total && base > 0) {
            let remaining = total - base;
            let mut len = match self.equal_runs {
                true => self.count_run(base, remaining)?,
                false => self.count_strict_run(base, remaining)?,
            };
            if len < minimal {
                let forced = remaining.min(minimal);
                self.binary_sort(base, forced, len)?;
                len = forced;
            }
            self.found_new_run(len)?;
            self.runs.push(Run { base, len, power: 0 });
            base += len;
        }
        while self.runs.len() > 1 {
            let mut at = self.runs.len() - 2;
            if at > 0 && self.runs[at - 1].len < self.runs[at + 1].len {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// Whether the item at one position is less than that at another.
    fn less_at(&mut self, a: usize, b: usize) -> Result<bool, E> {
        (self.less)(self.order[a], self.order[b])
    }

    /// Length of the run that starts at `base`; a descending one is reversed (listobject.c, count_run).
    fn count_run(&mut self, base: usize, remaining: usize) -> Result<usize, E> {
        let mut n = 1;
        while n < remaining && !self.less_at(base + n, base + n - 1)? {
            n += 1;
        }
        if n == remaining {
            return Ok(n);
        }
        if n > 1 {
            if self.less_at(base, base + n - 1)? {
                return Ok(n);
            }
            // All equal so far, and the next is less: a descending run. Equal items stay in order through the final reversal.
            self.order[base..base + n].reverse();
        }
        n += 1;
        let mut equal = 0;
        while n < remaining {
            if self.less_at(base + n, base + n - 1)? {
                self.reverse_equal(base + n, &mut equal);
            } else if self.less_at(base + n - 1, base + n)? {
                break;
            } else {
                equal += 1;
            }
            n += 1;
        }
        self.reverse_equal(base + n, &mut equal);
        self.order[base..base + n].reverse();
        while n < remaining && !self.less_at(base + n, base + n - 1)? {
            n += 1;
        }
        Ok(n)
    }

    /// As `count_run`, where only what is strictly descending is a descending run (CPython 3.12 listobject.c, count_run).
    fn count_strict_run(&mut self, base: usize, remaining: usize) -> Result<usize, E> {
        if remaining < 2 {
            return Ok(remaining);
        }
        let descending = self.less_at(base + 1, base)?;
        let mut n = 2;
        while n < remaining && self.less_at(base + n, base + n - 1)? == descending {
            n += 1;
        }
        if descending {
            self.order[base..base + n].reverse();
        }
        Ok(n)
    }

    /// Reverses the equal items that end before `end`.
    fn reverse_equal(&mut self, end: usize, equal: &mut usize) {
        if *equal > 0 {
            self.order[end - *equal - 1..end].reverse();
            *equal = 0;
        }
    }

    /// Sorts `n` items from `base` on, of which `sorted` are a run already (listobject.c, binarysort).
    fn binary_sort(&mut self, base: usize, n: usize, sorted: usize) -> Result<(), E> {
        for next in sorted.max(1)..n {
            let (mut low, mut high) = (0, next);
            let pivot = self.order[base + next];
            while low < high {
                let middle = (low + high) / 2;
                if (self.less)(pivot, self.order[base + middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            self.order[base + low..=base + next].rotate_right(1);
        }
        Ok(())
    }

    /// listobject.c, found_new_run
    fn found_new_run(&mut self, len: usize) -> Result<(), E> {
        let Some(last) = self.runs.last() else { return Ok(()) };
        let power = power(last.base, last.len, len, self.order.len());
        while self.runs.len() > 1 && self.runs[self.runs.len() - 2].power > power {
            self.merge_at(self.runs.len() - 2)?;
        }
        if let Some(last) = self.runs.last_mut() {
            last.power = power;
        }
        Ok(())
    }

    /// Merges the run at an index with the next one (listobject.c, merge_at).
    fn merge_at(&mut self, at: usize) -> Result<(), E> {
        let next = self.runs.remove(at + 1);
        let Run { mut base, mut len, .. } = self.runs[at];
        self.runs[at].len += next.len;
        let before = self.gallop_right(self.order[next.base], Place::Order(base), len, 0)?;
        base += before;
        len -= before;
        if len == 0 {
            return Ok(());
        }
        let last = self.order[base + len - 1];
        let next_len = self.gallop_left(last, Place::Order(next.base), next.len, next.len - 1)?;
        if next_len == 0 {
            Ok(())
        } else if len <= next_len {
            self.merge_low(base, len, next.base, next_len)
        } else {
            self.merge_high(base, len, next.base, next_len)
        }
    }

    fn at(&self, place: Place, index: usize) -> u32 {
        match place {
            Place::Order(start) => self.order[start + index],
            Place::Scratch(start) => self.scratch[start + index],
        }
    }

    fn less_than_key(&mut self, place: Place, index: usize, key: u32) -> Result<bool, E> {
        let item = self.at(place, index);
        (self.less)(item, key)
    }

    fn key_less_than(&mut self, key: u32, place: Place, index: usize) -> Result<bool, E> {
        let item = self.at(place, index);
        (self.less)(key, item)
    }

    /// How many of the `n` items are less than `key`, searched for from `hint` on (listobject.c, gallop_left).
    fn gallop_left(&mut self, key: u32, place: Place, n: usize, hint: usize) -> Result<usize, E> {
        let (mut low, mut high);
        let mut last = 0;
        let mut offset = 1;
        if self.less_than_key(place, hint, key)? {
            let most = n - hint;
            while offset < most && self.less_than_key(place, hint + offset, key)? {
                last = offset;
                offset = 2 * offset + 1;
            }
            low = hint + last + 1;
            high = hint + offset.min(most);
        } else {
            let most = hint + 1;
            while offset < most && !self.less_than_key(place, hint - offset, key)? {
                last = offset;
                offset = 2 * offset + 1;
            }
            low = hint + 1 - offset.min(most);
            high = hint - last;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.less_than_key(place, middle, key)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(high)
    }

    /// How many of the `n` items are not greater than `key`, searched for from `hint` on (listobject.c, gallop_right).
    fn gallop_right(&mut self, key: u32, place: Place, n: usize, hint: usize) -> Result<usize, E> {
        let (mut low, mut high);
        let mut last = 0;
        let mut offset = 1;
        if self.key_less_than(key, place, hint)? {
            let most = hint + 1;
            while offset < most && self.key_less_than(key, place, hint - offset)? {
                last = offset;
                offset = 2 * offset + 1;
            }
            low = hint + 1 - offset.min(most);
            high = hint - last;
        } else {
            let most = n - hint;
            while offset < most && !self.key_less_than(key, place, hint + offset)? {
                last = offset;
                offset = 2 * offset + 1;
            }
            low = hint + last + 1;
            high = hint + offset.min(most);
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.key_less_than(key, place, middle)? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(high)
    }

    /// Merges two neighbouring runs of which the first is not longer (listobject.c, merge_lo).
    fn merge_low(&mut self, a: usize, a_len: usize, b: usize, b_len: usize) -> Result<(), E> {
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.order[a..a + a_len]);
        let mut merge = MergeLow { to: a, a: 0, a_len, b, b_len };
        let end = merge.run(self);
        let MergeLow { to, a, a_len, b, b_len } = merge;
        if let Ok(End::LastOne) = end {
            self.order.copy_within(b..b + b_len, to);
            self.order[to + b_len] = self.scratch[a];
        } else {
            self.order[to..to + a_len].copy_from_slice(&self.scratch[a..a + a_len]);
        }
        end.map(|_| ())
    }

    /// Merges two neighbouring runs of which the second is shorter (listobject.c, merge_hi).
    fn merge_high(&mut self, a: usize, a_len: usize, b: usize, b_len: usize) -> Result<(), E> {
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.order[b..b + b_len]);
        let mut merge = MergeHigh { to: b + b_len, base: a, a_len, b_len };
        let end = merge.run(self);
        let MergeHigh { to, base, a_len, b_len } = merge;
        if let Ok(End::LastOne) = end {
            self.order.copy_within(base..base + a_len, to - a_len);
            self.order[to - a_len - 1] = self.scratch[0];
        } else {
            self.order[to - b_len..to].copy_from_slice(&self.scratch[..b_len]);
        }
        end.map(|_| ())
    }
}

/// A merge from the front: `a` in the scratch space, `b` in order, `to` in order.
struct MergeLow {
    to: usize,
    a: usize,
    a_len: usize,
    b: usize,
    b_len: usize,
}

impl MergeLow {
    fn run<E, F: FnMut(u32, u32) -> Result<bool, E>>(&mut self, s: &mut Sorter<F>) -> Result<End, E> {
        self.take_b(s, 1);
        if self.b_len == 0 {
            return Ok(End::Rest);
        }
        if self.a_len == 1 {
            return Ok(End::LastOne);
        }
        let mut min_gallop = s.min_gallop;
        loop {
            let (mut a_count, mut b_count) = (0, 0);
            loop {
                if (s.less)(s.order[self.b], s.scratch[self.a])? {
                    self.take_b(s, 1);
                    b_count += 1;
                    a_count = 0;
                    if self.b_len == 0 {
                        return Ok(End::Rest);
                    }
                    if b_count >= min_gallop {
                        break;
                    }
                } else {
                    self.take_a(s, 1);
                    a_count += 1;
                    b_count = 0;
                    if self.a_len == 1 {
                        return Ok(End::LastOne);
                    }
                    if a_count >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop = (min_gallop - 1).max(1);
                s.min_gallop = min_gallop;
                a_count = s.gallop_right(s.order[self.b], Place::Scratch(self.a), self.a_len, 0)?;
                if a_count > 0 {
                    self.take_a(s, a_count);
                    if self.a_len == 1 {
                        return Ok(End::LastOne);
                    }
                    // Only where comparing is inconsistent.
                    if self.a_len == 0 {
                        return Ok(End::Rest);
                    }
                }
                self.take_b(s, 1);
                if self.b_len == 0 {
                    return Ok(End::Rest);
                }
                b_count = s.gallop_left(s.scratch[self.a], Place::Order(self.b), self.b_len, 0)?;
                if b_count > 0 {
                    self.take_b(s, b_count);
                    if self.b_len == 0 {
                        return Ok(End::Rest);
                    }
                }
                self.take_a(s, 1);
                if self.a_len == 1 {
                    return Ok(End::LastOne);
                }
                if a_count < MIN_GALLOP && b_count < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            s.min_gallop = min_gallop;
        }
    }

    fn take_a<F>(&mut self, s: &mut Sorter<F>, n: usize) {
        s.order[self.to..self.to + n].copy_from_slice(&s.scratch[self.a..self.a + n]);
        self.to += n;
        self.a += n;
        self.a_len -= n;
    }

    fn take_b<F>(&mut self, s: &mut Sorter<F>, n: usize) {
        s.order.copy_within(self.b..self.b + n, self.to);
        self.to += n;
        self.b += n;
        self.b_len -= n;
    }
}

/// A merge from the back: `a` in order from `base` on, `b` in the scratch space from its start, `to` one past the gap.
struct MergeHigh {
    to: usize,
    base: usize,
    a_len: usize,
    b_len: usize,
}

impl MergeHigh {
    fn run<E, F: FnMut(u32, u32) -> Result<bool, E>>(&mut self, s: &mut Sorter<F>) -> Result<End, E> {
        self.take_a(s, 1);
        if self.a_len == 0 {
            return Ok(End::Rest);
        }
        if self.b_len == 1 {
            return Ok(End::LastOne);
        }
        let mut min_gallop = s.min_gallop;
        loop {
            let (mut a_count, mut b_count) = (0, 0);
            loop {
                if (s.less)(s.scratch[self.b_len - 1], s.order[self.base + self.a_len - 1])? {
                    self.take_a(s, 1);
                    a_count += 1;
                    b_count = 0;
                    if self.a_len == 0 {
                        return Ok(End::Rest);
                    }
                    if a_count >= min_gallop {
                        break;
                    }
                } else {
                    self.take_b(s, 1);
                    b_count += 1;
                    a_count = 0;
                    if self.b_len == 1 {
                        return Ok(End::LastOne);
                    }
                    if b_count >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop = (min_gallop - 1).max(1);
                s.min_gallop = min_gallop;
                let key = s.scratch[self.b_len - 1];
                a_count = self.a_len - s.gallop_right(key, Place::Order(self.base), self.a_len, self.a_len - 1)?;
                if a_count > 0 {
                    self.take_a(s, a_count);
                    if self.a_len == 0 {
                        return Ok(End::Rest);
                    }
                }
                self.take_b(s, 1);
                if self.b_len == 1 {
                    return Ok(End::LastOne);
                }
                let key = s.order[self.base + self.a_len - 1];
                b_count = self.b_len - s.gallop_left(key, Place::Scratch(0), self.b_len, self.b_len - 1)?;
                if b_count > 0 {
                    self.take_b(s, b_count);
                    if self.b_len == 1 {
                        return Ok(End::LastOne);
                    }
                    // Only where comparing is inconsistent.
                    if self.b_len == 0 {
                        return Ok(End::Rest);
                    }
                }
                self.take_a(s, 1);
                if self.a_len == 0 {
                    return Ok(End::Rest);
                }
                if a_count < MIN_GALLOP && b_count < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            s.min_gallop = min_gallop;
        }
    }

    fn take_a<F>(&mut self, s: &mut Sorter<F>, n: usize) {
        let end = self.base + self.a_len;
        s.order.copy_within(end - n..end, self.to - n);
        self.to -= n;
        self.a_len -= n;
    }

    fn take_b<F>(&mut self, s: &mut Sorter<F>, n: usize) {
        s.order[self.to - n..self.to].copy_from_slice(&s.scratch[self.b_len - n..self.b_len]);
        self.to -= n;
        self.b_len -= n;
    }
}
