//! Lines to blocks: what each piece of a wire copy is.
//!
//! Rows (lines) are read without what a page left in them, cut into pieces where a line holds several blocks, weighed, and collected
//! into a [`Report`]. Each form of the genre has its room: dateline, byline, caption, editor, notice, furniture; none of them knows where
//! in the report it stands. Only the weighing does.

mod byline;
mod caption;
mod collect;
mod correct;
mod dateline;
mod editor;
mod evidence;
mod furniture;
mod names;
mod notice;
mod piece;
mod weigh;

use crate::report::{Correction, Label, Report};
use crate::text::{Excerpt, Pace, Reading, Remains, Restless, STRETCH, at_once, rest, rows};

/// Reads the structure of a wire copy, with the labels that a reader has set; its times and its timeline are still empty.
pub fn read(text: &str, corrections: &[Correction]) -> Report {
    at_once(read_paced(&Excerpt::from(text), corrections, &Restless))
}

/// The same, with a rest after every stretch.
pub(crate) async fn read_paced(source: &Excerpt, corrections: &[Correction], pace: &dyn Pace) -> Report {
    let text = source.as_str();
    // A dateline stands near the top.
    const OPENING: usize = 40;
    let remains = Remains::of(text);
    rest(pace).await;
    let rows = rows(text, remains);
    rest(pace).await;
    let mut readings: Vec<Reading> = Vec::with_capacity(rows.len());
    for rows in rows.chunks(STRETCH) {
        readings.extend(rows.iter().map(|&row| Reading::new(text, row, remains)));
        rest(pace).await;
    }
    drop(rows);
    let mut pieces = Vec::with_capacity(readings.len() + 8);
    let mut opening = true;
    let photos = caption::photo_words(text);
    let mut photos = photos.iter().copied().peekable();
    for (row, reading) in readings.iter().enumerate() {
        if row % STRETCH == 0 {
            rest(pace).await;
        }
        let from = pieces.len();
        let photos = std::iter::from_fn(|| photos.next_if(|&at| at < reading.end())).count();
        piece::cut(row, reading, opening && row < OPENING, photos, &mut pieces);
        opening &= !pieces[from..].iter().any(|piece| matches!(piece.mark, Some((Label::Dateline, _))));
    }
    let corrections = correct::settle(text, corrections);
    if !corrections.is_empty() {
        pieces = correct::correct(pieces, &readings, &corrections);
    }
    let texts: Vec<&str> = pieces.iter().map(|piece| &readings[piece.row].text()[piece.range.clone()]).collect();
    let evidence = weigh::weigh(&pieces, &texts, pace).await;
    drop(texts);
    let mut notes = Vec::new();
    let labelled = collect::label(&readings, pieces, &evidence, &mut notes);
    drop(evidence);
    rest(pace).await;
    let mut report = collect::collect(source, &readings, labelled, pace).await;
    report.notes = notes;
    report.corrections = corrections;
    report
}
