//! The address: the view it names, and what the part behind `#` asks for.
//!
//! | fragment | asks for |
//! |---|---|
//! | `#within=PT3H` | the timeline at 3 hours; an ISO 8601 duration of weeks, days, hours, minutes, seconds |
//! | `#s1` `#p12` `#fig3` `#notice-3` `#sec2` `#step-1` | the element of that id |

/// Which part of the report fills the page: `?view=captions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// All of it.
    #[default]
    Report,
    /// Its deadlines and its dates.
    Timeline,
    /// Its photo captions.
    Captions,
    /// Its legal notice.
    Notice,
    /// Its source, line by line.
    Inspect,
}

impl View {
    /// Every view, in the order they are offered.
    pub const ALL: [View; 5] = [View::Report, View::Timeline, View::Captions, View::Notice, View::Inspect];

    /// The view the address names; whatever it names that is none, all of the report is there.
    pub fn of_name(name: &str) -> Self {
        View::ALL.into_iter().find(|view| view.name() == name).unwrap_or_default()
    }

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            View::Report => "report",
            View::Timeline => "timeline",
            View::Captions => "captions",
            View::Notice => "notice",
            View::Inspect => "inspect",
        }
    }

    /// The address of a place in it, beside which the rest of the page's address stays as it is.
    pub fn link(self, id: &str) -> String {
        let hash = if id.is_empty() { "" } else { "#" };
        format!("?view={}{hash}{id}", self.name())
    }

    /// The view and the place of a [`link`](View::link), whatever else of the page's address it says.
    pub fn of_link(link: &str) -> Option<(Self, &str)> {
        let (query, id) = link.split_once('#').unwrap_or((link, ""));
        let name = query.strip_prefix('?')?.split('&').find_map(|pair| pair.strip_prefix("view="))?;
        Some((View::of_name(name), id))
    }
}

/// What a fragment asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Fragment {
    /// The timeline at so many hours.
    Within(f64),
    /// An element.
    Element(String),
}

impl Fragment {
    /// Reads a fragment, with or without its `#`. An empty one and an unreadable duration ask for nothing.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix('#').unwrap_or(text);
        match text.strip_prefix("within=") {
            Some(value) => hours(value).map(Fragment::Within),
            None if text.is_empty() => None,
            None => Some(Fragment::Element(text.to_owned())),
        }
    }
}

/// The fragment of a timeline at `hours`, which is rounded to the second.
pub fn within(hours: f64) -> String {
    format!("#within={}", duration(hours))
}

/// A query, with or without its `?`, in which a parameter has a value, or is gone where it has none. All else stays as it is written, and so does
/// the value: who has one that wants escapes gives it escaped.
pub fn with_parameter(query: &str, name: &str, value: Option<&str>) -> String {
    let of_it = |pair: &&str| pair.split('=').next() == Some(name);
    let mut left: Vec<&str> = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty() && !of_it(pair)).collect();
    let pair = value.map(|value| format!("{name}={value}"));
    left.extend(pair.as_deref());
    if left.is_empty() { String::new() } else { format!("?{}", left.join("&")) }
}

/// Hours as an ISO 8601 duration, rounded to the second; what is less than none is `PT0S`, what is more than 136 years is that.
pub fn duration(hours: f64) -> String {
    let mut left = seconds(hours);
    let mut text = String::from("PT");
    for (size, letter) in [(3600, 'H'), (60, 'M'), (1, 'S')] {
        if left >= size {
            text.push_str(&(left / size).to_string());
            text.push(letter);
            left %= size;
        }
    }
    if text == "PT" { "PT0S".to_owned() } else { text }
}

/// An ISO 8601 duration in hours. None for what is no duration, and for years and months, which have no fixed length.
pub fn hours(text: &str) -> Option<f64> {
    let text = text.trim().strip_prefix(['P', 'p'])?;
    let mut total = 0.0;
    // The number before a letter, and the size of the place its next digit has.
    let (mut number, mut place) = (None, 1.0);
    let (mut time, mut any) = (false, false);
    for letter in text.chars() {
        match letter.to_ascii_uppercase() {
            digit @ '0'..='9' => {
                let digit = f64::from(u32::from(digit) - u32::from('0'));
                let before = number.unwrap_or(0.0);
                number = Some(if place < 1.0 { before + digit * place } else { before * 10.0 + digit });
                place /= if place < 1.0 { 10.0 } else { 1.0 };
            }
            '.' | ',' if number.is_some() && place >= 1.0 => place = 0.1,
            'T' if !time && number.is_none() => time = true,
            letter => {
                let size = match (letter, time) {
                    ('W', false) => 168.0,
                    ('D', false) => 24.0,
                    ('H', true) => 1.0,
                    ('M', true) => 1.0 / 60.0,
                    ('S', true) => 1.0 / 3600.0,
                    _ => return None,
                };
                total += number.take()? * size;
                place = 1.0;
                any = true;
            }
        }
    }
    (any && number.is_none() && total.is_finite()).then_some(total)
}

/// Hours in whole seconds. No report has a deadline beyond `u32` seconds, which is 136 years.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range first")]
fn seconds(hours: f64) -> u32 {
    (hours * 3600.0).round().clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments() {
        let rows = [
            ("#within=PT3H", Some(Fragment::Within(3.0))),
            ("within=PT30M", Some(Fragment::Within(0.5))),
            ("#within=pt1h30m", Some(Fragment::Within(1.5))),
            ("#within=P3D", Some(Fragment::Within(72.0))),
            ("#within=P1DT12H", Some(Fragment::Within(36.0))),
            ("#within=P1W", Some(Fragment::Within(168.0))),
            ("#within=PT0.5H", Some(Fragment::Within(0.5))),
            ("#within=PT0S", Some(Fragment::Within(0.0))),
            ("#within=P1M", None),
            ("#within=PT", None),
            ("#within=3", None),
            ("#within=PT3", None),
            ("#within=PT1,25H", Some(Fragment::Within(1.25))),
            ("#within=PT.5H", None),
            ("#within=PT1.2.3H", None),
            ("#within=PTT3H", None),
            ("#within=PT-3H", None),
            ("#within=", None),
            ("#s1", Some(Fragment::Element("s1".into()))),
            ("#", None),
            ("", None),
        ];
        for (text, fragment) in rows {
            assert_eq!(Fragment::read(text), fragment, "{text}");
        }
    }

    #[test]
    fn views() {
        for view in View::ALL {
            assert_eq!(View::of_name(view.name()), view);
            for id in ["fig3", ""] {
                assert_eq!(View::of_link(&view.link(id)), Some((view, id)));
            }
        }
        assert_eq!(View::Captions.link("fig3"), "?view=captions#fig3");
        assert_eq!(View::of_name("sideways"), View::Report);
        assert_eq!(View::of_link("?src=a&view=captions#fig3"), Some((View::Captions, "fig3")));
        assert_eq!(View::of_link("?src=a"), None);
        assert_eq!(View::of_link("https://a.example/?view=captions"), None);
    }

    #[test]
    fn parameters() {
        for (query, value, expected) in [
            ("", Some("en"), "?lang=en"),
            ("?lang=zh-Hant", Some("en"), "?lang=en"),
            ("?src=https://a.example/b?c&lang=en&x", None, "?src=https://a.example/b?c&x"),
            ("?x=%E4%B8%80&langue=1", Some("en"), "?x=%E4%B8%80&langue=1&lang=en"),
            ("?lang=en&lang", None, ""),
            ("?", None, ""),
        ] {
            assert_eq!(with_parameter(query, "lang", value), expected, "{query}");
        }
    }

    #[test]
    fn durations_come_back() {
        for (hours, text) in [(0.0, "PT0S"), (0.5, "PT30M"), (1.0, "PT1H"), (1.51, "PT1H30M36S"), (72.0, "PT72H")] {
            assert_eq!(duration(hours), text);
            assert_eq!(Fragment::read(&within(hours)), Some(Fragment::Within(hours)));
        }
        assert_eq!(duration(f64::NAN), "PT0S");
    }
}
