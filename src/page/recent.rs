//! Texts the browser remembers, where the reader wishes it. Each stands under a key that says when it was opened and what it is called; of a
//! fetched one the address is enough. What is read back may have been written by anyone: it is text, and no more is made of it.

use gloo::utils::window;
use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::view::state::Trouble;
use crate::view::state::recent::{Entry, Recent};

/// The reader's wish.
const WISH: &str = "wirecopy:remember";
/// How keys begin: of texts, and of addresses.
const TEXT: &str = "wirecopy:text:";
const ADDRESS: &str = "wirecopy:address:";
/// So many texts are remembered.
const MOST: usize = 10;
/// The longest text that is remembered, in UTF-16 units: browsers give a site about five million.
const LONGEST: usize = 2_000_000;

/// What is to be remembered.
pub(super) enum Memory<'a> {
    Text(&'a str),
    Address,
}

/// A remembered text, taken up again.
pub(super) enum Recalled {
    Text(String),
    Address(String),
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// A key taken apart: when, and what it is called.
fn parts(key: &str) -> Option<(f64, &str)> {
    let (time, name) = key.strip_prefix(TEXT).or_else(|| key.strip_prefix(ADDRESS))?.split_once(':')?;
    let time: f64 = time.parse().ok()?;
    (time.is_finite() && !name.trim().is_empty()).then_some((time, name))
}

/// The keys of all texts, the last opened first.
fn keys(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    let mut keys: Vec<String> = (0..count).filter_map(|index| storage.key(index).ok()?).filter(|key| parts(key).is_some()).collect();
    let time = |key: &String| parts(key).map_or(0.0, |(time, _)| time);
    keys.sort_by(|a, b| time(b).total_cmp(&time(a)));
    keys
}

/// What is remembered.
pub(super) fn load() -> Recent {
    let Some(storage) = storage() else { return Recent::default() };
    let on = storage.get_item(WISH).is_ok_and(|wish| wish.is_some());
    let texts = if on { keys(&storage) } else { Vec::new() };
    Recent { on, texts: texts.into_iter().take(MOST).filter_map(entry).collect() }
}

fn entry(key: String) -> Option<Entry> {
    let (time, name) = parts(&key)?;
    let date = Date::new(&JsValue::from_f64(time));
    let when = format!("{:02}-{:02} {:02}:{:02}", date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes());
    let name = name.to_owned();
    Some(Entry { key, name, when })
}

/// Follows the reader's wish. Where texts are not to be remembered, none is.
pub(super) fn wish(on: bool) -> Result<(), Trouble> {
    let storage = storage().ok_or(Trouble::NotKept)?;
    if on {
        storage.set_item(WISH, "yes").map_err(|_| Trouble::NotKept)
    } else {
        forget("");
        storage.remove_item(WISH).map_err(|_| Trouble::NotKept)
    }
}

/// Remembers a text, if the reader wishes; older ones make room.
pub(super) fn keep(name: &str, memory: &Memory) -> Result<(), Trouble> {
    let Some(storage) = storage().filter(|storage| storage.get_item(WISH).is_ok_and(|wish| wish.is_some())) else { return Ok(()) };
    let (kind, text) = match memory {
        Memory::Text(text) => (TEXT, *text),
        Memory::Address => (ADDRESS, ""),
    };
    let name: String = name.chars().filter(|c| !c.is_control()).take(if text.is_empty() { 2000 } else { 80 }).collect();
    if text.len() / 3 > LONGEST || text.chars().map(char::len_utf16).sum::<usize>() > LONGEST {
        return Err(Trouble::NoRoom(name));
    }
    let mut kept = keys(&storage);
    let (same, mut others): (Vec<_>, Vec<_>) = kept.drain(..).partition(|key| parts(key).is_some_and(|(_, known)| known == name));
    for key in same.iter().chain(others.iter().skip(MOST - 1)) {
        let _ = storage.remove_item(key);
    }
    others.truncate(MOST - 1);
    let key = format!("{kind}{}:{name}", Date::now());
    while storage.set_item(&key, text).is_err() {
        let oldest = others.pop().ok_or_else(|| Trouble::NoRoom(name.clone()))?;
        let _ = storage.remove_item(&oldest);
    }
    Ok(())
}

/// Takes up the text under a key.
pub(super) fn recall(key: &str) -> Option<Recalled> {
    let (_, name) = parts(key)?;
    if key.starts_with(ADDRESS) {
        return Some(Recalled::Address(name.to_owned()));
    }
    Some(Recalled::Text(storage()?.get_item(key).ok()??))
}

/// Forgets the text under a key; under an empty one, all.
pub(super) fn forget(key: &str) {
    let Some(storage) = storage() else { return };
    for known in keys(&storage).iter().filter(|known| key.is_empty() || *known == key) {
        let _ = storage.remove_item(known);
    }
}
