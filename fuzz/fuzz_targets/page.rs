//! Any page to its text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirecopy::text::{html, markup};

fuzz_target!(|page: &str| {
    let text = html::to_text(page);
    let _ = markup::is_page(page);
    let _ = markup::declared_encoding(page.as_bytes());
    // A parser that takes no scripts for running finds the same words.
    let unscripted = markup::unscripted(page);
    assert!(unscripted.len() <= 3 * page.len() + 3);
    wirecopy::parse(&text);
});
