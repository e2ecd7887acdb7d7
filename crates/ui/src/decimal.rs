//! Numbers as styles and paths have them. The standard library writes and reads floats exactly, with tables that weigh
//! more than any component of the page.

use std::fmt;

/// A number of moderate size, written with up to four decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal(pub f64);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        const SCALE: u64 = 10_000;
        let scaled = (self.0.abs() * SCALE as f64).round() as u64;
        if self.0 < 0.0 && scaled > 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", scaled / SCALE)?;
        let decimals = format!("{:04}", scaled % SCALE);
        match decimals.trim_end_matches('0') {
            "" => Ok(()),
            decimals => write!(f, ".{decimals}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_as_short_as_they_can_be() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (0.5, "0.5"),
            (-1.25, "-1.25"),
            (1.0 / 3.0, "0.3333"),
            (0.99996, "1"),
            (0.0001, "0.0001"),
            (-0.00001, "0"),
            (123_456.75, "123456.75"),
        ];
        for (number, text) in cases {
            assert_eq!(Decimal(number).to_string(), text, "{number}");
        }
    }
}
