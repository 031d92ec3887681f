//! Values: days of the calendar, their arithmetic, and ISO 8601 as TIMEX3 writes it.

use std::fmt::Write;

use super::amount::{Amount, Unit};
use super::moment::{Moment, Part, Piece, Season};

/// A day, month or year, as far as it is known.
#[expect(clippy::struct_field_names, reason = "a day has a day")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
}

/// Days since 1970-01-01 of a day of the proleptic Gregorian calendar.
pub(crate) fn days_from_civil(year: i32, month: u32, day: u32) -> i64 {
    let y = i64::from(year) - i64::from(month <= 2);
    let era = y.div_euclid(400);
    let of_era = y.rem_euclid(400);
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day that many days after 1970-01-01.
pub(crate) fn civil_from_days(days: i64) -> (i32, u32, u32) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * years + years / 4 - years / 100);
    let mp = (5 * of_year + 2) / 153;
    let day = of_year - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = years + era * 400 + i64::from(month <= 2);
    (i32::try_from(year).unwrap_or(i32::MAX), u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1))
}

/// How many days a month has; of an unknown year, February has 29.
pub(crate) fn month_days(year: Option<i32>, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => match year {
            Some(y) if y % 4 != 0 || y % 100 == 0 && y % 400 != 0 => 28,
            _ => 29,
        },
        _ => 31,
    }
}

/// Monday is 1.
pub(crate) fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7) + 1
}

/// Year and number of the ISO week a day lies in.
pub(crate) fn iso_week(days: i64) -> (i32, i64) {
    let thursday = days + 4 - weekday(days);
    let (year, _, _) = civil_from_days(thursday);
    (year, (thursday - days_from_civil(year, 1, 1)) / 7 + 1)
}

impl Day {
    /// The day, if all of it is known and it exists.
    pub(crate) fn full(self) -> Option<(i32, u32, u32)> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        (day <= month_days(Some(year), month)).then_some((year, month, day))
    }

    /// As a number of days, if all of it is known.
    pub(crate) fn number(self) -> Option<i64> {
        self.full().map(|(y, m, d)| days_from_civil(y, m, d))
    }

    /// That many days on. Without a year only where the end of February does not matter.
    pub(crate) fn plus(self, days: i32) -> Option<Day> {
        if days == 0 {
            return Some(self);
        }
        if let Some(number) = self.number() {
            let (year, month, day) = civil_from_days(number + i64::from(days));
            return Some(Day { year: Some(year), month: Some(month), day: Some(day) });
        }
        let (month, day) = (self.month?, self.day?);
        let day = i32::try_from(day).ok()? + days;
        if (1..=i32::try_from(month_days(None, month).min(28)).ok()?).contains(&day) {
            return Some(Day { day: u32::try_from(day).ok(), ..self });
        }
        // Any year will do where no leap day lies near.
        let number = days_from_civil(2001, month, 1) + i64::from(day) - 1;
        let (_, m, d) = civil_from_days(number);
        let february = |m: u32| (2..=3).contains(&m);
        (!(february(month) && february(m)) && self.year.is_none()).then_some(Day { year: None, month: Some(m), day: Some(d) })
    }

    /// `2021-12-21`, `XXXX-12-21`, `2021-12`, `2021`.
    pub(crate) fn iso(self) -> Option<String> {
        let mut out = String::with_capacity(16);
        match (self.year, self.month, self.day) {
            (None, None, None) => return None,
            (Some(year), _, _) => push_year(&mut out, year),
            _ => out.push_str("XXXX"),
        }
        match (self.month, self.day) {
            (Some(month), _) => push_two(&mut out, '-', month),
            (None, Some(_)) => out.push_str("-XX"),
            (None, None) => return Some(out),
        }
        if let Some(day) = self.day {
            push_two(&mut out, '-', day);
        }
        Some(out)
    }
}

/// A year in four digits or more. Formatting is slow, and a report tells many dates.
fn push_year(out: &mut String, year: i32) {
    match u32::try_from(year) {
        Ok(year @ 0..=9999) => out.extend([1000, 100, 10, 1].map(|place| digit(year / place))),
        _ => _ = write!(out, "{year:04}"),
    }
}

/// A mark and a number below a hundred in two digits.
fn push_two(out: &mut String, mark: char, number: u32) {
    out.extend([mark, digit(number / 10), digit(number)]);
}

/// The last digit of a number.
fn digit(number: u32) -> char {
    char::from_digit(number % 10, 10).unwrap_or('0')
}

/// What TIMEX3 calls a part of the day.
fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

fn part_code(part: Part) -> &'static str {
    match part {
        Part::Night => "TNI",
        Part::Morning => "TMO",
        Part::Noon => "TMI",
        Part::Afternoon => "TAF",
        Part::Evening => "TEV",
    }
}

/// The hour on a clock of 24, as the part of the day says.
pub(crate) fn hour_of_day(hour: u32, part: Option<Part>) -> u32 {
    match part {
        Some(Part::Afternoon | Part::Evening) if hour < 12 => hour + 12,
        Some(Part::Evening) if hour == 12 => 24,
        Some(Part::Noon) if hour < 10 => hour + 12,
        Some(Part::Night) if (7..12).contains(&hour) => hour + 12,
        Some(Part::Night) if hour == 12 => 0,
        _ => hour,
    }
}

/// The value of a point whose day is as far resolved as the text allows.
pub(crate) fn moment_value(moment: &Moment, day: Day) -> Option<String> {
    match moment.piece {
        Piece::Third(third) => {
            let (year, month) = (day.year, day.month?);
            let (from, to) = match third {
                1 => (1, 10),
                2 => (11, 20),
                _ => (21, month_days(year.or(Some(2001)), month)),
            };
            let end = |d: u32| Day { year, month: Some(month), day: Some(d) }.iso();
            return Some(format!("{}/{}", end(from)?, end(to)?));
        }
        Piece::Quarter(n) => return Some(format!("{}-Q{n}", year_or_x(day))),
        Piece::Half(n) => return Some(format!("{}-H{n}", year_or_x(day))),
        Piece::Season(season) => return Some(format!("{}-{}", year_or_x(day), season_code(season))),
        // A feast that moves with the moon is known by its year at best.
        Piece::Feast => return day.year.map(|year| format!("{year:04}")),
        Piece::Decade => return day.year.map(|year| format!("{:03}", year / 10)),
        Piece::Century => return day.year.map(|year| format!("{:02}", year / 100)),
        Piece::Week => return day.number().map(week),
        Piece::Weekend => return day.number().map(|n| week(n) + "-WE"),
        Piece::Weekday(n) if day.day.is_none() => {
            let mut out = format!("XXXX-WXX-{n}");
            push_time(&mut out, moment);
            return Some(out);
        }
        Piece::Weekday(_) | Piece::Edge | Piece::Whole => {}
    }
    let Some((hour, minute, second)) = moment.clock else {
        return match (day.iso(), moment.part) {
            (Some(day), Some(part)) => Some(day + part_code(part)),
            (Some(day), None) => Some(day),
            (None, Some(part)) => Some(part_code(part).to_owned()),
            (None, None) => None,
        };
    };
    let hour = hour_of_day(hour, moment.part);
    let (day, hour) = match day.plus(1) {
        Some(next) if hour == 24 && day.day.is_some() => (next, 0),
        _ => (day, hour),
    };
    let mut out = day.iso().unwrap_or_default();
    push_two(&mut out, 'T', hour);
    push_two(&mut out, ':', minute.unwrap_or(0));
    if let Some(second) = second {
        push_two(&mut out, ':', second);
    }
    Some(out)
}

fn push_time(out: &mut String, moment: &Moment) {
    if let Some((hour, minute, _)) = moment.clock {
        push_two(out, 'T', hour_of_day(hour, moment.part));
        push_two(out, ':', minute.unwrap_or(0));
    } else if let Some(part) = moment.part {
        out.push_str(part_code(part));
    }
}

fn year_or_x(day: Day) -> String {
    day.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"))
}

fn week(days: i64) -> String {
    let (year, number) = iso_week(days);
    format!("{year:04}-W{number:02}")
}

/// `PT30M`, `P14D`, `PT2H40M`, `PT6M/PT8M`, and `PTXM` where no number is said.
pub(crate) fn amount_value(amount: &Amount) -> String {
    if amount.vague {
        let (prefix, letter) = letter(amount.unit());
        return format!("{prefix}X{letter}");
    }
    if let [n] = *amount.numbers()
        && amount.low < n
        && amount.low > 0.0
    {
        return format!("{}/{}", duration(&[amount.low], amount.units()), duration(&[n], amount.units()));
    }
    within_value(amount)
}

/// The upper end as a plain duration, with a number also where none is said.
pub(crate) fn within_value(amount: &Amount) -> String {
    duration(amount.numbers(), amount.units())
}

fn letter(unit: Unit) -> (&'static str, char) {
    match unit {
        Unit::Second => ("PT", 'S'),
        Unit::Minute => ("PT", 'M'),
        Unit::Hour => ("PT", 'H'),
        Unit::Day | Unit::Workday => ("P", 'D'),
        Unit::Week => ("P", 'W'),
        Unit::Month | Unit::Quarter => ("P", 'M'),
        Unit::Year => ("P", 'Y'),
    }
}

/// Halves go to the smaller unit (半小时 is `PT30M`, 一年半 `P1Y6M`), other fractions stay decimals.
fn duration(numbers: &[f64], units: &[Unit]) -> String {
    let mut out = String::with_capacity(8);
    out.push('P');
    let mut clock = false;
    let mut put = |n: f64, unit: Unit| {
        let (prefix, letter) = letter(unit);
        if prefix == "PT" && !clock {
            out.push('T');
            clock = true;
        }
        let n = if unit == Unit::Quarter { n * 3.0 } else { n };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and small")]
        if n.fract() == 0.0 && (0.0..1e9).contains(&n) {
            // A whole number is written quicker than one that may have a fraction.
            let _ = write!(out, "{}", n as u32);
        } else {
            let _ = write!(out, "{n}");
        }
        out.push(letter);
    };
    for (&n, &unit) in numbers.iter().zip(units) {
        let (whole, rest) = (n.trunc(), n.fract());
        let smaller = match unit {
            Unit::Hour => Some((Unit::Minute, 60.0)),
            Unit::Minute => Some((Unit::Second, 60.0)),
            Unit::Day => Some((Unit::Hour, 24.0)),
            Unit::Month => Some((Unit::Day, 30.0)),
            Unit::Year => Some((Unit::Month, 12.0)),
            _ => None,
        };
        match smaller {
            Some((unit_below, by)) if rest > 0.0 && ((rest * by).round() - rest * by).abs() < 1e-6 && numbers.len() == 1 => {
                if whole > 0.0 {
                    put(whole, unit);
                }
                put((rest * by).round(), unit_below);
            }
            _ => put(n, unit),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Day, civil_from_days, days_from_civil, iso_week, weekday};

    #[test]
    fn days_go_to_numbers_and_back() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11017);
        for n in (-800_000..800_000).step_by(97) {
            let (y, m, d) = civil_from_days(n);
            assert_eq!(days_from_civil(y, m, d), n);
        }
    }

    #[test]
    fn weeks_are_iso_weeks() {
        let day = days_from_civil(2021, 12, 21);
        assert_eq!((weekday(day), iso_week(day)), (2, (2021, 51)));
        assert_eq!(iso_week(days_from_civil(2021, 1, 3)), (2020, 53));
        assert_eq!(iso_week(days_from_civil(2024, 12, 30)), (2025, 1));
    }

    #[test]
    fn days_without_a_year_are_counted_where_february_allows() {
        let day = |m, d| Day { year: None, month: Some(m), day: Some(d) };
        assert_eq!(day(12, 21).plus(-1), Some(day(12, 20)));
        assert_eq!(day(1, 1).plus(-1), Some(day(12, 31)));
        assert_eq!(day(7, 31).plus(1), Some(day(8, 1)));
        assert_eq!(day(2, 28).plus(1), None);
        assert_eq!(day(3, 1).plus(-1), None);
    }
}
