/// The iterator of a range whose numbers fit.
#[derive(Clone, Copy, Debug)]
pub struct RangeIterator {
    /// The next number.
    pub next: i64,
    /// How many are left.
    pub remaining: u64,
    /// From one to the next.
    pub step: i64,
}

impl RangeIterator {
    /// The next number, if one is left.
    #[inline(always)]
    pub fn next_value(&mut self) -> Option<i64> {
        self.remaining = self.remaining.checked_sub(1)?;
        let value = self.next;
        self.next = value.wrapping_add(self.step);
        Some(value)
    }
}
