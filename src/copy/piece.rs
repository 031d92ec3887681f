//! Pieces: rows cut where one line holds several blocks.

use std::ops::Range;

use super::caption::{self, Caption};
use super::{byline, dateline, editor, furniture, notice};
use crate::report::Label;
use crate::text::{Reading, exceeds, has_ideograph, trimmed};

/// A stretch of a row that is one block, as far as its own marks tell.
#[derive(Debug)]
pub(super) struct Piece {
    /// The row, as an index.
    pub row: usize,
    /// Where it stands in the row's reading.
    pub range: Range<usize>,
    /// What the mark it was cut at makes of it.
    pub mark: Option<(Label, &'static str)>,
    /// How many words of photo captions stand in its row.
    pub photos: usize,
    /// The caption it is by its own words, where no mark says what it is.
    pub caption: Option<Box<Caption>>,
}

impl Piece {
    /// The piece at `range` of a row that reads `text`; none where that is white space.
    pub(super) fn new(row: usize, text: &str, range: Range<usize>, mark: Option<(Label, &'static str)>, photos: usize) -> Option<Piece> {
        let range = trimmed(text, range);
        let words = &text[range.clone()];
        let prose = photos == 0 && words.ends_with('。') && exceeds(words, LONG);
        let caption = if mark.is_some() || prose { None } else { caption::caption(words).map(Box::new) };
        (!range.is_empty()).then_some(Piece { row, range, mark, photos, caption })
    }
}

/// Prose with more characters is no caption unless words of photos stand in it.
const LONG: usize = 63;

/// Cuts a row into pieces. `opening` says that a dateline may still come, `photos` how many words of photo captions stand in the row.
pub(super) fn cut(row: usize, reading: &Reading, opening: bool, photos: usize, pieces: &mut Vec<Piece>) {
    let text = reading.text();
    let piece = |range, mark| Piece::new(row, text, range, mark, photos);
    let mut push = |range: Range<usize>, mark: Option<(Label, &'static str)>| pieces.extend(piece(range, mark));
    if text.is_empty() {
        pieces.push(Piece { row, range: 0..0, mark: Some((Label::Furniture, "markup")), photos, caption: None });
        return;
    }
    if let Some(title) = furniture::original_title(text) {
        push(0..title.start, Some((Label::Furniture, "original-title")));
        push(title.clone(), Some((Label::Title, "original-title")));
        push(title.end..text.len(), Some((Label::Furniture, "original-title")));
        return;
    }
    let mut start = 0;
    if opening && let Some(found) = dateline::dateline(text) {
        push(0..found.end, Some((Label::Dateline, found.reason)));
        start = found.end;
        if let Some(title) = found.title {
            push(title.clone(), Some((Label::Title, "dateline-题")));
            start = title.end;
        }
    }
    // From the end: furniture, editor line, end mark and closing byline follow the story in any order.
    let mut tails = Vec::new();
    let mut end = text.trim_end().len();
    while start < end {
        let story = &text[start..end];
        // Behind a full stop only a bracket stands.
        if story.ends_with('。') && !story.ends_with("）。") && !story.ends_with(")。") && !story.ends_with("】。") {
            break;
        }
        let tail = None
            .or_else(|| furniture::tail(story).map(|at| (at, Label::Furniture, "furniture-tail")))
            .or_else(|| editor::tail(story).map(|at| (at, Label::Editor, "editor-tail")))
            .or_else(|| end_mark(story).map(|at| (at, Label::EndMark, "end-mark")))
            .or_else(|| byline::tail(story).map(|at| (at, Label::Byline, "byline-closing")));
        let Some((at, label, reason)) = tail.filter(|_| editor::editor(story).is_none()) else { break };
        tails.push((start + at..end, label, reason));
        end = start + text[start..start + at].trim_end().len();
    }
    // What stands behind an end mark within the row is no more story.
    if let Some(mark) = inner_end_mark(&text[start..end]) {
        // A photo's caption may: （完）图为旅客登船。
        let (label, reason) = match caption::caption(text[start + mark.end..end].trim()) {
            Some(found) => (Label::Caption, found.reason),
            None => (Label::Furniture, "after-end-mark"),
        };
        tails.push((start + mark.end..end, label, reason));
        tails.push((start + mark.start..start + mark.end, Label::EndMark, "end-mark"));
        end = start + mark.start;
    }
    story(text, start..end, &piece, pieces);
    for (range, label, reason) in tails.into_iter().rev() {
        pieces.extend(piece(range, Some((label, reason))));
    }
}

/// What is left between dateline and end: a notice with its title run in, captions fused into the story, or the story.
fn story(
    text: &str,
    range: Range<usize>,
    piece: &impl Fn(Range<usize>, Option<(Label, &'static str)>) -> Option<Piece>,
    pieces: &mut Vec<Piece>,
) {
    let range = trimmed(text, range);
    let row = &text[range.clone()];
    if let Some(end) = notice::title(row) {
        pieces.extend(piece(range.start..range.start + end, Some((Label::NoticeTitle, "notice-title"))));
        pieces.extend(piece(range.start + end..range.end, Some((Label::NoticeClause, "notice-run-in"))));
        return;
    }
    let Some(whole) = piece(range.clone(), None) else { return };
    // One credit ends one caption: a row with two of them holds two.
    let least = if whole.caption.is_some() { 2 } else { 1 };
    let fused = if whole.photos >= least { caption::fused(row) } else { Vec::new() };
    if fused.len() < least {
        pieces.push(whole);
        return;
    }
    let mut at = range.start;
    for found in fused {
        let fused = found.whole();
        pieces.extend(piece(at..range.start + fused.start, None));
        pieces.extend(piece(range.start + fused.start..range.start + fused.end, Some((Label::Caption, "caption-fused"))));
        at = range.start + fused.end;
    }
    pieces.extend(piece(at..range.end, None));
}

/// Where an end mark that ends `s` begins.
fn end_mark(s: &str) -> Option<usize> {
    const MARKS: [&str; 16] = [
        "（完）",
        "(完)",
        "【完】",
        "[完]",
        "〔完〕",
        "—完—",
        "－完－",
        "（全文完）",
        "(全文完)",
        "（完",
        "(END)",
        "-END-",
        "—END—",
        "- END -",
        "<完>",
        "(完）",
    ];
    let bare = s.trim_end_matches(|c: char| matches!(c, '。' | '.') || c.is_whitespace());
    let closed = bare.ends_with(['）', ')', '】', ']', '〕', '—', '－', '-', '>', '完']);
    let mark = MARKS.iter().filter(|_| closed).filter(|mark| bare.ends_with(**mark)).map(|mark| mark.len()).max()?;
    Some(bare.len() - mark)
}

/// An end mark with a few words behind it.
fn inner_end_mark(s: &str) -> Option<Range<usize>> {
    const REACH: usize = 60;
    let mut from = s.len().saturating_sub(REACH * 3);
    while !s.is_char_boundary(from) {
        from += 1;
    }
    if !has_ideograph(&s[from..], '完') {
        return None;
    }
    let mark = |at: usize| {
        let (open, close) = (s[from..at].chars().next_back()?, s[at..].chars().nth(1)?);
        matches!((open, close), ('（', '）') | ('(', ')') | ('【', '】'))
            .then(|| (at - open.len_utf8(), open.len_utf8() * 2 + '完'.len_utf8()))
    };
    let (at, mark) = s[from..].rmatch_indices('完').find_map(|(at, _)| mark(from + at))?;
    let behind = s[at + mark..].trim_start_matches('。');
    (!behind.trim().is_empty()).then_some(at..s.len() - behind.len())
}
