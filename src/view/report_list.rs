//! The report list: a small JSON file that says which reports a page has, in the order in which they are offered.
//!
//! ```
//! # use wirecopy::view::report_list::ReportList;
//! let list = ReportList::read(r#"[
//!     {"file": "ferry.txt"},
//!     {"file": "2021/flood.txt", "photos": "2021/flood.photos.json", "title": "水退之后"}
//! ]"#);
//! assert_eq!(list.reports[1].name, "2021/flood");
//! ```
//!
//! | key | value |
//! |---|---|
//! | `file` | the report's address, relative to the list, or an `http` or `https` one |
//! | `photos` | the address of its photo list, the same way; none where it is missing |
//! | `page` | the address of a page of its own; without it the page that has the list opens the report, as `?report=NAME` |
//! | `title`, `dateline`, `date` | what the index says of it; what is missing is read from the report. A date is `YYYY-MM-DD`, or as the text has it |
//! | `lang` | how it is written: `zh-Hans` or `zh-Hant` |
//!
//! A report's name is the path of its file without the extension: `2021/flood`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::photo_list::{may_be_followed, stem};
use crate::report::{Report, Script, is_day};

/// What a list says, and what of it could not be used. No fault of one entry touches another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportList {
    /// The reports in order, each name once.
    pub reports: Vec<Listed>,
    /// What could not be used, and why.
    pub faults: Vec<Fault>,
}

/// A report as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What the address calls it: `?report=NAME`.
    pub name: String,
    /// As it is written.
    pub entry: Entry,
}

/// An entry as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The report's address: relative to the list, or `http(s)`.
    pub file: String,
    /// The address of its photo list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photos: Option<String>,
    /// The address of a page of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who filed it, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// When: `YYYY-MM-DD`, or as the text has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// How it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Script>,
}

/// Why a list, or an entry of it, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// At this line (from 1) it is no JSON; what is wrong may stand on the line before.
    NotJson(usize),
    /// It is JSON, but at this line (from 1) not a report list.
    NotAList(usize),
    /// An address that a page may not follow.
    Address(String),
    /// Two reports would have this name; the first has it.
    Twice(String),
}

impl ReportList {
    /// Reads a list. An empty text is an empty list; what is no list at all is one with a fault.
    pub fn read(text: &str) -> Self {
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim().is_empty() {
            return ReportList::default();
        }
        match serde_json::from_str::<Vec<Entry>>(text) {
            Ok(entries) => ReportList::of(entries),
            Err(error) => {
                let fault = if error.is_data() { Fault::NotAList } else { Fault::NotJson };
                ReportList { reports: Vec::new(), faults: vec![fault(error.line())] }
            }
        }
    }

    fn of(entries: Vec<Entry>) -> Self {
        let mut list = ReportList::default();
        let mut known = BTreeSet::new();
        for entry in entries {
            let addresses = std::iter::once(&entry.file).chain(&entry.photos).chain(&entry.page);
            let name = name(&entry.file).to_owned();
            if let Some(address) = addresses.into_iter().find(|address| !may_be_followed(address)) {
                list.faults.push(Fault::Address(address.clone()));
            } else if known.insert(name.clone()) {
                list.reports.push(Listed { name, entry });
            } else {
                list.faults.push(Fault::Twice(name));
            }
        }
        list
    }
}

impl Entry {
    /// Whether the index can say all of it without the report itself.
    pub fn is_told(&self) -> bool {
        self.title.is_some() && (self.dateline.is_some() || self.date.is_some())
    }

    /// Fills in what the report says and the entry does not.
    pub fn learn(&mut self, report: &Report) {
        let dateline = report.dateline.as_ref();
        self.lang = self.lang.or(Some(report.lang));
        self.title = self.title.take().or_else(|| Some(report.headline.as_ref()?.text.to_string()));
        self.dateline = self.dateline.take().or_else(|| {
            let dateline = dateline?;
            let parts: Vec<&str> = [&dateline.agency, &dateline.place].into_iter().filter_map(Option::as_deref).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        });
        self.date = self.date.take().or_else(|| {
            let dateline = dateline?;
            Some(dateline.day().or(dateline.date.as_deref())?.to_owned())
        });
    }

    /// The day, where the date is one: what a machine can read.
    pub fn day(&self) -> Option<&str> {
        self.date.as_deref().filter(|date| is_day(date))
    }
}

/// The name of the report in a file: its path without the extension.
pub fn name(file: &str) -> &str {
    stem(file).trim_start_matches("./")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, names: &[&str], faults: &[Fault]) {
        let list = ReportList::read(text);
        assert_eq!(list.reports.iter().map(|report| report.name.as_str()).collect::<Vec<_>>(), names, "{text}");
        assert_eq!(list.faults, faults, "{text}");
    }

    #[test]
    fn what_a_list_says() {
        check("", &[], &[]);
        check("[]", &[], &[]);
        check("\u{FEFF}[{\"file\": \"a.txt\"}, {\"file\": \"b/c.d.json\", \"title\": \"雨\"}]", &["a", "b/c.d"], &[]);
    }

    #[test]
    fn what_is_no_list() {
        check("a.txt", &[], &[Fault::NotJson(1)]);
        check("[\n{\"file\": \"a.txt\"},\n]", &[], &[Fault::NotJson(3)]);
        check("{\"file\": \"a.txt\"}", &[], &[Fault::NotAList(1)]);
        check("[\n\"a.txt\"]", &[], &[Fault::NotAList(2)]);
        check("[{\"file\": 1}]", &[], &[Fault::NotAList(1)]);
        check("[{\"title\": \"雨\"}]", &[], &[Fault::NotAList(1)]);
        check("[\n{\"file\": \"a.txt\", \"headline\": \"雨\"}]", &[], &[Fault::NotAList(2)]);
    }

    #[test]
    fn one_entry_s_fault_leaves_the_others() {
        check("[{\"file\": \"javascript:a\"}, {\"file\": \"b.txt\"}]", &["b"], &[Fault::Address("javascript:a".into())]);
        check(
            "[{\"file\": \"a.txt\", \"page\": \"data:,\"}, {\"file\": \"a.txt\"}, {\"file\": \"./a.html\"}]",
            &["a"],
            &[Fault::Address("data:,".into()), Fault::Twice("a".into())],
        );
    }

    #[test]
    fn what_the_report_says_is_filled_in() {
        let report = crate::parse("渡口又开了\n新海网海州2021年7月26日电 海州渡口26日恢复通行，首班渡轮离岸。");
        let mut entry = Entry { file: "a.txt".into(), ..Entry::default() };
        assert!(!entry.is_told());
        entry.learn(&report);
        assert_eq!(
            (entry.title.as_deref(), entry.dateline.as_deref(), entry.day()),
            (Some("渡口又开了"), Some("新海网 海州"), Some("2021-07-26"))
        );
        assert!(entry.is_told());
        // What the list says holds; a day without a year is no day.
        let mut entry = Entry { title: Some("渡口".into()), date: Some("7月26日".into()), ..entry };
        entry.learn(&report);
        assert_eq!((entry.title.as_deref(), entry.date.as_deref(), entry.day()), (Some("渡口"), Some("7月26日"), None));
    }

    #[test]
    fn names() {
        for (file, expected) in [
            ("a.txt", "a"),
            ("./a.txt", "a"),
            ("b/a.b.txt", "b/a.b"),
            ("a", "a"),
            ("渡口.txt?v=1", "渡口"),
            (".txt", ".txt"),
            ("https://a.example/b.txt", "https://a.example/b"),
        ] {
            assert_eq!(name(file), expected);
        }
    }
}
