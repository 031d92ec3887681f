//! Lines to blocks: what each piece of a wire copy is.

use crate::report::{Block, Editors, Label, Report, Script, Timeline};
use crate::text::Span;

/// Reads the structure of a wire copy; its times and its timeline are still empty.
pub fn read(text: &str) -> Report {
    let mut blocks = Vec::new();
    let mut at = 0;
    for (line, row) in text.split('\n').enumerate() {
        let piece = row.trim();
        if !piece.is_empty() {
            let start = at + (row.len() - row.trim_start().len());
            let span = Span::new(start, start + piece.len());
            blocks.push(Block { label: Label::Paragraph, line, text: piece.to_owned(), span, reason: "default" });
        }
        at += row.len() + 1;
    }
    Report {
        lang: Script::Hans,
        headline: None,
        dateline: None,
        byline: None,
        blocks,
        captions: Vec::new(),
        editors: Editors::default(),
        notice: None,
        times: Vec::new(),
        timeline: Timeline::default(),
        notes: Vec::new(),
    }
}
