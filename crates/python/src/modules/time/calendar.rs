//! Dates of the proleptic Gregorian calendar, and how they are written.

use crate::types::struct_time::FIELDS;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A second of some day, as `time.struct_time` numbers its parts: year, month from 1, day, hour, minute, second, weekday
/// from Monday as 0, day of the year from 1, daylight saving time.
pub(super) struct Moment {
    pub fields: [i64; FIELDS],
}

/// Days from 1970 to a date; the month counts from March as 0.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let year = year + month.div_euclid(12);
    let month = month.rem_euclid(12);
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
        - 719_469
}

impl Moment {
    /// The moment so many seconds after the start of 1970.
    pub(super) fn of(seconds: i64) -> Moment {
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Years begin in March here, so that leap days come last.
        let mut year = (days + 719_468) * 400 / 146_097;
        while days_before(year, 0, 1) > days {
            year -= 1;
        }
        while days_before(year + 1, 0, 1) <= days {
            year += 1;
        }
        let day_of_year = days - days_before(year, 0, 1);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        let year_day = days - days_before(year - 1, 10, 1) + 1;
        let weekday = (days + 3).rem_euclid(7);
        Moment { fields: [year, month, day, rest / 3600, rest / 60 % 60, rest % 60, weekday, year_day, 0] }
    }

    /// Seconds since the start of 1970; parts out of range carry over.
    pub(super) fn seconds(&self) -> i64 {
        let [year, month, day, hour, minute, second, ..] = self.fields;
        days_before(year, month - 3, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The week of the year, weeks beginning on the weekday `first` (Monday is 0).
    fn week(&self, first: i64) -> i64 {
        let weekday = (self.fields[6] - first).rem_euclid(7);
        (self.fields[7] - 1 + 7 - weekday) / 7
    }

    /// Year and week as ISO 8601 counts them.
    fn iso_week(&self) -> (i64, i64) {
        let (year, weekday, year_day) = (self.fields[0], self.fields[6], self.fields[7]);
        let week = (year_day - 1 - weekday + 10) / 7;
        let weeks_in = |year: i64| {
            let first = (days_before(year - 1, 10, 1) + 3).rem_euclid(7);
            let leap = days_before(year, 10, 1) - days_before(year - 1, 10, 1) == 366;
            if first == 3 || (leap && first == 2) { 53 } else { 52 }
        };
        match week {
            0 => (year - 1, weeks_in(year - 1)),
            53 if weeks_in(year) < 53 => (year + 1, 1),
            _ => (year, week),
        }
    }
}

fn name(names: &'static [&'static str], number: i64) -> &'static str {
    usize::try_from(number).ok().and_then(|i| names.get(i)).copied().unwrap_or("?")
}

/// "Wed Jan  1 00:00:00 2025"
pub(super) fn asctime_text(moment: &Moment) -> String {
    let [year, month, day, hour, minute, second, weekday, ..] = moment.fields;
    let (weekday, month) = (name(&DAYS, weekday), name(&MONTHS, month - 1));
    format!("{weekday:.3} {month:.3}{day:3} {hour:02}:{minute:02}:{second:02} {year}")
}

/// `strftime` as the C library does it in the locale "C".
pub(super) fn strftime_text(format: &str, moment: &Moment) -> String {
    let [year, month, day, hour, minute, second, weekday, year_day, _] = moment.fields;
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    let half = if hour < 12 { "AM" } else { "PM" };
    let mut text = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        let Some(directive) = chars.next() else {
            text.push('%');
            break;
        };
        text += &match directive {
            'a' => name(&DAYS, weekday)[..3].to_owned(),
            'A' => name(&DAYS, weekday).to_owned(),
            'b' | 'h' => name(&MONTHS, month - 1)[..3].to_owned(),
            'B' => name(&MONTHS, month - 1).to_owned(),
            'c' => asctime_text(moment),
            'C' => format!("{:02}", year.div_euclid(100)),
            'd' => format!("{day:02}"),
            'D' | 'x' => format!("{month:02}/{day:02}/{:02}", year.rem_euclid(100)),
            'e' => format!("{day:2}"),
            'F' => format!("{year}-{month:02}-{day:02}"),
            'g' => format!("{:02}", moment.iso_week().0.rem_euclid(100)),
            'G' => moment.iso_week().0.to_string(),
            'H' => format!("{hour:02}"),
            'I' => format!("{twelve:02}"),
            'j' => format!("{year_day:03}"),
            'k' => format!("{hour:2}"),
            'l' => format!("{twelve:2}"),
            'm' => format!("{month:02}"),
            'M' => format!("{minute:02}"),
            'n' => "\n".to_owned(),
            'p' => half.to_owned(),
            'P' => half.to_ascii_lowercase(),
            'r' => format!("{twelve:02}:{minute:02}:{second:02} {half}"),
            'R' => format!("{hour:02}:{minute:02}"),
            's' => moment.seconds().to_string(),
            'S' => format!("{second:02}"),
            't' => "\t".to_owned(),
            'T' | 'X' => format!("{hour:02}:{minute:02}:{second:02}"),
            'u' => (weekday + 1).to_string(),
            'U' => format!("{:02}", moment.week(6)),
            'V' => format!("{:02}", moment.iso_week().1),
            'w' => ((weekday + 1) % 7).to_string(),
            'W' => format!("{:02}", moment.week(0)),
            'y' => format!("{:02}", year.rem_euclid(100)),
            'Y' => year.to_string(),
            'z' => "+0000".to_owned(),
            'Z' => "UTC".to_owned(),
            '%' => "%".to_owned(),
            other => format!("%{other}"),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_comes_back() {
        for day in (-800_000..800_000).step_by(97) {
            let moment = Moment::of(day * 86_400 + 3_661);
            assert_eq!(moment.seconds(), day * 86_400 + 3_661, "{:?}", moment.fields);
        }
        assert_eq!(Moment::of(0).fields, [1970, 1, 1, 0, 0, 0, 3, 1, 0]);
        assert_eq!(Moment::of(1_709_164_800).fields, [2024, 2, 29, 0, 0, 0, 3, 60, 0]);
    }
}
