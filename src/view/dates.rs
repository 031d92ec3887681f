//! How dates and times of day are written in each language of the interface.

use super::words::Lang;
use crate::response::calendar::{Hour, Point};

/// The months of an English date.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2021年`.
pub(super) fn year(lang: Lang, year: i32) -> String {
    match lang {
        Lang::En => year.to_string(),
        Lang::Hans | Lang::Hant => format!("{year}年"),
    }
}

/// `11月25日`, `11月`.
pub(super) fn day(lang: Lang, point: Point) -> String {
    match (lang, point.day) {
        (Lang::En, Some(day)) => format!("{day} {}", month(point)),
        (Lang::En, None) => month(point).to_owned(),
        (Lang::Hans | Lang::Hant, Some(day)) => format!("{}月{day}日", point.month),
        (Lang::Hans | Lang::Hant, None) => format!("{}月", point.month),
    }
}

/// Both ends of a range, the second without what the first has said: `11月25日` and `27日`. In English the first is the short one.
pub(super) fn days(lang: Lang, from: Point, to: Point) -> (String, String) {
    let short = from.year == to.year && from.month == to.month && from.day.is_some();
    match (lang, from.day, to.day) {
        (Lang::En, Some(first), Some(_)) if short => (first.to_string(), day(lang, to)),
        (Lang::Hans | Lang::Hant, Some(_), Some(last)) if short => (day(lang, from), format!("{last}日")),
        _ if from.year == to.year => (day(lang, from), day(lang, to)),
        _ => {
            let far = |point: Point| full(lang, Point { hour: None, ..point });
            (day(lang, from), far(to))
        }
    }
}

/// A third of a month: `12月下旬`.
pub(super) fn third(lang: Lang, from: Point) -> String {
    let third = match from.day {
        Some(21..) => 2,
        Some(11..) => 1,
        _ => 0,
    };
    match lang {
        Lang::En => format!("{} {}", ["early", "mid", "late"][third], month(from)),
        Lang::Hans | Lang::Hant => format!("{}月{}旬", from.month, ["上", "中", "下"][third]),
    }
}

/// `20:30`, `晚上`.
pub(super) fn hour(lang: Lang, hour: Hour) -> String {
    let Some(part) = hour.part else { return format!("{}:{:02}", hour.minute / 60, hour.minute % 60) };
    let words = match lang {
        Lang::Hans => ["凌晨", "上午", "中午", "下午", "晚上", "夜间"],
        Lang::Hant => ["凌晨", "上午", "中午", "下午", "晚上", "夜間"],
        Lang::En => ["small hours", "morning", "noon", "afternoon", "evening", "night"],
    };
    words[part as usize].to_owned()
}

/// All that is known of a point: `2021年11月25日 20:30`.
pub(super) fn full(lang: Lang, point: Point) -> String {
    let mut text = day(lang, point);
    match (lang, point.year) {
        (Lang::En, Some(known)) => text = format!("{text} {}", year(lang, known)),
        (Lang::Hans | Lang::Hant, Some(known)) => text.insert_str(0, &year(lang, known)),
        (_, None) => {}
    }
    match point.hour {
        Some(at) => format!("{text} {}", hour(lang, at)),
        None => text,
    }
}

/// As the attribute `datetime` has it: `2021-11-25`, `11-25`, `2021-11`; a month alone has no such form.
pub(super) fn machine(point: Point) -> Option<String> {
    let Point { year, month, day, .. } = point;
    match (year, day) {
        (Some(year), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (Some(year), None) => Some(format!("{year:04}-{month:02}")),
        (None, Some(day)) => Some(format!("{month:02}-{day:02}")),
        (None, None) => None,
    }
}

fn month(point: Point) -> &'static str {
    MONTHS.get((point.month as usize).wrapping_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::calendar::Part;

    fn read(value: &str) -> Point {
        Point::read(value, "").unwrap()
    }

    #[test]
    fn points() {
        for (value, hans, en, attribute) in [
            ("2021-11-25T20:05", "2021年11月25日 20:05", "25 Nov 2021 20:05", Some("2021-11-25")),
            ("XXXX-11-25TEV", "11月25日 晚上", "25 Nov evening", Some("11-25")),
            ("2021-09", "2021年9月", "Sep 2021", Some("2021-09")),
            ("XXXX-09", "9月", "Sep", None),
        ] {
            assert_eq!(full(Lang::Hans, read(value)), hans);
            assert_eq!(full(Lang::En, read(value)), en);
            assert_eq!(machine(read(value)).as_deref(), attribute);
        }
    }

    #[test]
    fn ranges() {
        for (from, to, hans, en) in [
            ("2021-11-25", "2021-11-27", ("11月25日", "27日"), ("25", "27 Nov")),
            ("2021-11-30", "2021-12-02", ("11月30日", "12月2日"), ("30 Nov", "2 Dec")),
            ("2021-12-30", "2022-01-02", ("12月30日", "2022年1月2日"), ("30 Dec", "2 Jan 2022")),
            ("2021-03", "2021-05", ("3月", "5月"), ("Mar", "May")),
        ] {
            let pair = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
            assert_eq!(days(Lang::Hant, read(from), read(to)), pair(hans));
            assert_eq!(days(Lang::En, read(from), read(to)), pair(en));
        }
        assert_eq!(third(Lang::Hans, read("2021-12-21")), "12月下旬");
        assert_eq!(third(Lang::En, read("2021-12-01")), "early Dec");
    }

    #[test]
    fn the_parts_of_a_day_in_order() {
        let parts = [Part::SmallHours, Part::Morning, Part::Noon, Part::Afternoon, Part::Evening, Part::Night];
        let said = parts.map(|part| hour(Lang::Hant, Hour { minute: 0, part: Some(part) }));
        assert_eq!(said, ["凌晨", "上午", "中午", "下午", "晚上", "夜間"]);
    }
}
