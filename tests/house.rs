//! The house's wall: the rooms left of `view` don't know the browser, and each imports only from those before it.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in order; each may name the ones before it.
const ROOMS: [&str; 9] = ["text", "report", "copy", "time", "response", "export", "js", "view", "page"];

fn sources(room: &str) -> Vec<(PathBuf, String)> {
    fn walk(path: &Path, found: &mut Vec<(PathBuf, String)>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                walk(&entry.unwrap().path(), found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.to_owned(), fs::read_to_string(path).unwrap()));
        }
    }
    let mut found = Vec::new();
    walk(&Path::new("src").join(room), &mut found);
    found
}

#[test]
fn every_room_is_there() {
    for room in ROOMS {
        assert!(!sources(room).is_empty(), "src/{room} is gone; the list of rooms wants changing");
    }
}

#[test]
fn the_core_does_not_know_the_browser() {
    for room in &ROOMS[..6] {
        for (path, source) in sources(room) {
            for browser in ["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen"] {
                assert!(!source.contains(browser), "{} names {browser}", path.display());
            }
        }
    }
}

#[test]
fn rooms_import_from_those_before_them() {
    for (at, room) in ROOMS.iter().enumerate() {
        for (path, source) in sources(room) {
            for later in &ROOMS[at + 1..] {
                assert!(!source.contains(&format!("crate::{later}")), "{} names {later}, which comes after {room}", path.display());
            }
        }
    }
}

#[test]
fn the_pure_rooms_have_no_clock_and_no_files() {
    for room in &ROOMS[..6] {
        for (path, source) in sources(room) {
            for outside in ["std::time", "std::fs", "std::env", "std::net", "std::io"] {
                assert!(!source.contains(outside), "{} names {outside}", path.display());
            }
        }
    }
}
