//! The photo list: a small JSON file beside a report that says which picture belongs to which caption.
//!
//! ```
//! # use wirecopy::view::photo_list::PhotoList;
//! let list = PhotoList::read(r#"{
//!     "1": {"file": "ferry.jpg"},
//!     "3": {"file": "pier/night.png", "alt": "码头上亮着灯", "width": 1200, "height": 800}
//! }"#);
//! assert_eq!(list.photos[1].file, "pier/night.png");
//! ```
//!
//! | key | value |
//! |---|---|
//! | `"1"` | the number of the caption, as the page shows it |
//! | `file` | the picture's address, relative to the list, or an `http` or `https` one |
//! | `alt` | what is seen, for those who don't see it; the caption where it is missing |
//! | `width`, `height` | the picture's size in pixels: room is kept for it while it loads |

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// What a list says, and what of it could not be used. No fault of one entry touches another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhotoList {
    /// The pictures, by their captions' numbers, each number once.
    pub photos: Vec<Listed>,
    /// What could not be used, and why.
    pub faults: Vec<Fault>,
}

/// A picture as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The number of its caption, from 1. Whether the report has such a caption is not known here.
    pub number: usize,
    /// Its address: relative to the list, or `http(s)`.
    pub file: String,
    /// What is seen.
    pub alt: Option<String>,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
}

/// Why a list, or an entry of it, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no list at this address, or it can't be had.
    Missing(String),
    /// At this line (from 1) it is no JSON; what is wrong may stand on the line before.
    NotJson(usize),
    /// It is JSON, but at this line (from 1) not a photo list.
    NotAList(usize),
    /// A key is no number of a caption.
    Number(String),
    /// This number stands in the list more than once; the first counts.
    Twice(usize),
    /// The picture of this number has an address that a page may not follow.
    Address(usize, String),
}

/// An entry as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: String,
    alt: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
}

/// The entries as they are written, with keys that come twice.
struct Entries(Vec<(String, Entry)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Entries;

            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("an object of captions' numbers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Each)
    }
}

impl PhotoList {
    /// Reads a list. An empty text is an empty list; what is no list at all is one with a fault.
    pub fn read(text: &str) -> Self {
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim().is_empty() {
            return PhotoList::default();
        }
        match serde_json::from_str(text) {
            Ok(Entries(entries)) => PhotoList::of(entries),
            Err(error) if error.is_data() => PhotoList::fault(Fault::NotAList(error.line())),
            Err(error) => PhotoList::fault(Fault::NotJson(error.line())),
        }
    }

    /// A list that says nothing but what is wrong with it.
    pub fn fault(fault: Fault) -> Self {
        PhotoList { photos: Vec::new(), faults: vec![fault] }
    }

    fn of(entries: Vec<(String, Entry)>) -> Self {
        let mut list = PhotoList::default();
        for (key, Entry { file, alt, width, height }) in entries {
            match number(&key) {
                None => list.faults.push(Fault::Number(key)),
                Some(number) if !may_be_followed(&file) => list.faults.push(Fault::Address(number, file)),
                Some(number) => list.photos.push(Listed { number, file, alt, size: width.zip(height) }),
            }
        }
        // Stable: of those with one number the first stays.
        list.photos.sort_by_key(|photo| photo.number);
        let mut before = 0;
        let PhotoList { photos, faults } = &mut list;
        photos.retain(|photo| {
            let first = photo.number != before;
            if !first {
                faults.push(Fault::Twice(photo.number));
            }
            before = photo.number;
            first
        });
        list
    }
}

/// The address of the list beside a report: same place, same name, another ending.
///
/// ```
/// # use wirecopy::view::photo_list::beside;
/// assert_eq!(beside("reports/flood.txt"), "reports/flood.photos.json");
/// ```
pub fn beside(report: &str) -> String {
    format!("{}.photos.json", stem(report))
}

/// The path of an address without the file's extension. A name that is nothing else has none.
pub(super) fn stem(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path[name..].rfind('.').filter(|dot| *dot > 0).map_or(path, |dot| &path[..name + dot])
}

/// A caption's number, written as the page writes it.
fn number(key: &str) -> Option<usize> {
    key.parse().ok().filter(|number: &usize| *number > 0 && number.to_string() == key)
}

/// Whether a picture may be fetched from there: relative addresses, `http` and `https`. What stands before a colon is a scheme only
/// if it may be one; browsers drop control characters, so no scheme hides behind them.
pub(super) fn may_be_followed(address: &str) -> bool {
    let scheme = address.trim().split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    });
    !address.trim().is_empty()
        && !address.contains(char::is_control)
        && scheme.is_none_or(|scheme| ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, numbers: &[usize], faults: &[Fault]) {
        let list = PhotoList::read(text);
        assert_eq!(list.photos.iter().map(|photo| photo.number).collect::<Vec<_>>(), numbers, "{text}");
        assert_eq!(list.faults, faults, "{text}");
    }

    #[test]
    fn what_a_list_says() {
        let list = PhotoList::read(
            "\u{FEFF}{\"2\": {\"file\": \"b.jpg\", \"alt\": \"渡口\", \"width\": 3, \"height\": 2}, \"1\": {\"file\": \"a.jpg\"}}",
        );
        let first = Listed { number: 1, file: "a.jpg".into(), alt: None, size: None };
        let second = Listed { number: 2, file: "b.jpg".into(), alt: Some("渡口".into()), size: Some((3, 2)) };
        assert_eq!(list, PhotoList { photos: vec![first, second], faults: vec![] });
    }

    #[test]
    fn what_is_no_list() {
        check("", &[], &[]);
        check(" \n", &[], &[]);
        check("{}", &[], &[]);
        check("图1 a.jpg", &[], &[Fault::NotJson(1)]);
        check("{\n\"1\": {\"file\": \"a.jpg\"},\n}", &[], &[Fault::NotJson(3)]);
        check("{\"1\": {\"file\": \"a.jpg\"", &[], &[Fault::NotJson(1)]);
        check("[]", &[], &[Fault::NotAList(1)]);
        check("{\n\"1\": \"a.jpg\"}", &[], &[Fault::NotAList(2)]);
        check("{\"1\": {\"alt\": \"a\"}}", &[], &[Fault::NotAList(1)]);
        check("{\"1\": {\"file\": \"a.jpg\", \"credit\": \"b\"}}", &[], &[Fault::NotAList(1)]);
        check("{\"1\": {\"file\": \"a.jpg\", \"width\": -1}}", &[], &[Fault::NotAList(1)]);
    }

    #[test]
    fn one_entry_s_fault_leaves_the_others() {
        let entry = |key: &str, file: &str| format!("\"{key}\": {{\"file\": \"{file}\"}}");
        let list = |entries: &[(&str, &str)]| {
            let entries: Vec<_> = entries.iter().map(|(key, file)| entry(key, file)).collect();
            format!("{{{}}}", entries.join(","))
        };
        for key in ["0", "-1", "+1", "01", "1.0", "图1", "", "99999999999999999999999"] {
            check(&list(&[(key, "a.jpg"), ("2", "b.jpg")]), &[2], &[Fault::Number(key.into())]);
        }
        check(&list(&[("3", "a"), ("1", "b"), ("3", "c"), ("3", "d")]), &[1, 3], &[Fault::Twice(3), Fault::Twice(3)]);
        assert_eq!(PhotoList::read(&list(&[("3", "a"), ("3", "c")])).photos[0].file, "a");
    }

    #[test]
    fn addresses_that_a_page_may_follow() {
        for address in
            ["a.jpg", "../图/一.png", "/a.png", "//cdn.example/a", "http://a.example/b:c", "HTTPS://a.example", "a/b:c", "图:一.jpg"]
        {
            assert!(may_be_followed(address), "{address}");
        }
        let refused = [
            "",
            " ",
            "javascript:alert(1)",
            " JavaScript:1",
            "java\tscript:1",
            "\u{1}data:,",
            "data:image/png,",
            "file:///a",
            "blob:a",
            "C:\\a.jpg",
        ];
        for address in refused {
            assert!(!may_be_followed(address), "{address}");
        }
        check("{\"1\": {\"file\": \"data:,\"}, \"2\": {\"file\": \"a\"}}", &[2], &[Fault::Address(1, "data:,".into())]);
    }

    #[test]
    fn the_list_beside_a_report() {
        for (report, list) in [
            ("reports/default.txt", "reports/default.photos.json"),
            ("flood", "flood.photos.json"),
            ("a.b/flood", "a.b/flood.photos.json"),
            ("a/.txt", "a/.txt.photos.json"),
            ("https://a.example/x.y.html?v=1.2#p3", "https://a.example/x.y.photos.json"),
            ("/报道/渡口.txt", "/报道/渡口.photos.json"),
        ] {
            assert_eq!(beside(report), list);
        }
    }
}
