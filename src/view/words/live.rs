//! What the page says of what changes while a report is read: the timeline, the links, where the reader is. Apart from all other words,
//! because these are loaded with the text itself.

use super::fill;
use crate::view::state::speech::Link;

/// The words of what changes while a report is read.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each word is its own explanation, next to its name below")]
pub struct LiveWords {
    pub contents: &'static str,
    pub timeline: &'static str,
    pub drag: &'static str,
    pub play: &'static str,
    pub pause: &'static str,
    pub next: &'static str,
    pub from: &'static str,
    pub no_trigger: &'static str,
    pub since: &'static str,
    pub within: &'static str,
    pub start: &'static str,
    pub second: &'static str,
    pub minute: &'static str,
    pub hour: &'static str,
    pub day: &'static str,
    pub workday: &'static str,
    pub tick_second: &'static str,
    pub tick_minute: &'static str,
    pub tick_hour: &'static str,
    pub tick_day: &'static str,
    pub tick_workday: &'static str,
    pub progress: &'static str,
    pub progress_due: &'static str,
    pub value: &'static str,
    pub done: &'static str,
    pub required: &'static str,
    pub took: &'static str,
    pub reached: &'static str,
    pub ahead: &'static str,
    pub source: &'static str,
    pub more_steps: &'static str,
    pub link_copied: &'static str,
    pub link_here: &'static str,
    pub link_in_address: &'static str,
}

/// How the text counts an amount of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Count {
    /// By the clock: hours up to three days, then days.
    Clock,
    /// In days.
    Days,
    /// In so many working days.
    Workdays(f64),
}

/// An amount of time in words: numbers with their units, largest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount(pub Vec<(String, &'static str)>);

impl LiveWords {
    /// An amount of time: `30 分钟`, `1 小时 30 分钟`, `3 天`, `30 个工作日`. Nothing for 0.
    pub fn amount(&self, hours: f64, count: Count) -> Amount {
        if let Count::Workdays(count) = count {
            return Amount(vec![(tenths(count), self.workday)]);
        }
        let seconds = whole(hours * 3600.0);
        let (days, rest) = if hours > 72.0 || count == Count::Days { (seconds / 86400, seconds % 86400) } else { (0, seconds) };
        let parts = [(days, self.day), (rest / 3600, self.hour), (rest % 3600 / 60, self.minute), (rest % 60, self.second)];
        Amount(parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, unit)| (count.to_string(), unit)).collect())
    }

    /// `3 小时内`, or the start for 0.
    pub fn within(&self, hours: f64, count: Count) -> String {
        let Amount(parts) = self.amount(hours, count);
        if parts.is_empty() {
            return self.start.to_owned();
        }
        let amount = parts.iter().map(|(count, unit)| format!("{count} {unit}")).collect::<Vec<_>>().join(" ");
        fill(self.within, &[&amount])
    }

    /// What stands on the axis: `30分`, `1时`, `3天`, `30工作日`.
    pub fn tick(&self, hours: f64, count: Count) -> String {
        let (count, unit) = match (hours, count) {
            (_, Count::Workdays(count)) => (count, self.tick_workday),
            (h, Count::Days) => (h / 24.0, self.tick_day),
            (h, _) if h <= 0.0 => return "0".to_owned(),
            (h, _) if h < 1.0 / 60.0 => (h * 3600.0, self.tick_second),
            (h, _) if h < 1.0 => (h * 60.0, self.tick_minute),
            (h, _) if h <= 72.0 => (h, self.tick_hour),
            (h, _) => (h / 24.0, self.tick_day),
        };
        tenths(count) + unit
    }

    /// `3/4 项已完成`; where some are demanded only, `3/4 项已到时限`.
    pub fn progress(&self, reached: usize, of: usize, demanded: bool) -> String {
        fill(if demanded { self.progress_due } else { self.progress }, &[&format!("{reached}/{of}")])
    }

    /// The value of the slider for those who listen: `3 小时内，3/4 项已完成`.
    pub fn value_text(&self, within: &str, progress: &str) -> String {
        fill(self.value, &[within, progress])
    }

    /// `其余 7 项`.
    pub fn more_steps(&self, count: usize) -> String {
        fill(self.more_steps, &[&count.to_string()])
    }

    /// `11月25日 20:30 起`.
    pub fn since(&self, moment: &str) -> String {
        fill(self.since, &[moment])
    }

    /// What became of a link that was followed to be copied.
    pub fn link(&self, link: Link) -> &'static str {
        match link {
            Link::Copied => self.link_copied,
            Link::Here => self.link_here,
            Link::InAddress => self.link_in_address,
        }
    }
}

/// A number with at most one place behind the point.
fn tenths(number: f64) -> String {
    match whole(number * 10.0) {
        tenths if tenths % 10 == 0 => (tenths / 10).to_string(),
        tenths => format!("{}.{}", tenths / 10, tenths % 10),
    }
}

/// A number without its fraction, from 0 up.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what lies outside is cut to the range")]
fn whole(number: f64) -> u64 {
    number.round() as u64
}

#[cfg(test)]
mod tests {
    use super::super::{en::LIVE as EN, hans::LIVE as HANS, hant::LIVE as HANT};
    use super::*;

    #[test]
    fn amounts() {
        for (hours, hans, tick) in [
            (0.0, "起点", "0"),
            (0.5, "30 分钟内", "30分"),
            (1.0, "1 小时内", "1时"),
            (1.5, "1 小时 30 分钟内", "1.5时"),
            (0.01, "36 秒内", "36秒"),
            (48.0, "48 小时内", "48时"),
            (72.0, "72 小时内", "72时"),
            (96.0, "4 天内", "4天"),
        ] {
            assert_eq!(HANS.within(hours, Count::Clock), hans);
            assert_eq!(HANS.tick(hours, Count::Clock), tick);
        }
        assert_eq!(EN.within(1.5, Count::Clock), "1 h 30 min");
        assert_eq!((HANS.within(72.0, Count::Days), HANS.tick(24.0, Count::Days)), ("3 天内".to_owned(), "1天".to_owned()));
        assert_eq!(HANS.within(720.0, Count::Workdays(30.0)), "30 个工作日内");
        assert_eq!(HANS.tick(36.0, Count::Workdays(1.5)), "1.5工作日");
    }

    #[test]
    fn what_a_screen_reader_says() {
        let says = |words: &LiveWords, hours, progress: String| words.value_text(&words.within(hours, Count::Clock), &progress);
        assert_eq!(says(&HANS, 3.0, HANS.progress(3, 4, false)), "3 小时内，3/4 项已完成");
        assert_eq!(says(&HANT, 0.5, HANT.progress(1, 4, true)), "30 分鐘內，1/4 項已到時限");
        assert_eq!(says(&EN, 0.0, EN.progress(0, 2, false)), "Start, 0/2 done");
    }
}
