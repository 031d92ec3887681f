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
use crate::text::{Excerpt, Pace, Reading, Remains, Restless, STRETCH, at_once, rest, rows, stretches};

/// Reads the structure of a wire copy, with the labels that a reader has set; its times and its timeline are still empty.
pub fn read(text: impl Into<Excerpt>, corrections: &[Correction]) -> Report {
    at_once(read_paced(&text.into(), corrections, &Restless))
}

/// The same, with a rest after every stretch.
pub(crate) async fn read_paced(source: &Excerpt, corrections: &[Correction], pace: &dyn Pace) -> Report {
    let text = source.as_str();
    // A dateline stands near the top.
    const OPENING: usize = 40;
    let (mut readings, mut pieces): (Vec<Reading>, _) = (Vec::new(), Vec::new());
    let (mut line, mut stretch_rows, mut opening) = (0, Vec::with_capacity(STRETCH / 4), true);
    for stretch in stretches(text) {
        let remains = Remains::of(stretch.of(text));
        line = rows(text, stretch, line, remains, &mut stretch_rows);
        // The first stretch tells how many there will be, within reason.
        if stretch.start == 0 {
            const SHORT: usize = 64;
            let count = (stretch_rows.len() * text.len().div_ceil(stretch.end)).min(text.len() / SHORT);
            // A little more costs nothing; a little less, a second place for the whole list.
            readings.reserve_exact(count + count / 8);
            pieces.reserve_exact(count + count / 8 + 8);
        }
        let photos = caption::photo_words(stretch.of(text));
        let mut photos = photos.iter().map(|at| stretch.start + at).peekable();
        for row in stretch_rows.drain(..) {
            let reading = Reading::new(text, row, remains);
            let (row, from) = (readings.len(), pieces.len());
            if row % STRETCH == 0 {
                rest(pace).await;
            }
            let photos = std::iter::from_fn(|| photos.next_if(|&at| at < reading.end())).count();
            piece::cut(row, &reading, opening && row < OPENING, photos, &mut pieces);
            opening &= !pieces[from..].iter().any(|piece| matches!(piece.mark, Some((Label::Dateline, _))));
            readings.push(reading);
        }
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
