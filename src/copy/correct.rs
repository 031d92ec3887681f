//! Corrections: labels a reader has set, which no evidence outweighs.

use std::collections::BTreeMap;

use super::piece::Piece;
use crate::report::{CORRECTED, Correction, Label};
use crate::text::{Reading, Span};

/// The corrections as they hold: on character boundaries of `text`, in order, apart, the later before the earlier where they overlap.
pub(super) fn settle(text: &str, corrections: &[Correction]) -> Vec<Correction> {
    let mut taken: BTreeMap<usize, Correction> = BTreeMap::new();
    for correction in corrections.iter().rev() {
        let end = text.floor_char_boundary(correction.span.end);
        let mut start = text.floor_char_boundary(correction.span.start.min(end));
        while start < end {
            // The stretch up to what a later correction has taken; then on behind it.
            let behind = taken.range(..=start).next_back().map_or(0, |(_, known)| known.span.end);
            start = start.max(behind);
            let next = taken.range(start..).next().map_or(end, |(&next, _)| next.min(end));
            if start < next {
                taken.insert(start, Correction { span: Span::new(start, next), label: correction.label });
            }
            start = next.max(start + 1);
        }
    }
    taken.into_values().collect()
}

/// Cuts the pieces at the borders of settled corrections and marks what they cover.
pub(super) fn correct(pieces: Vec<Piece>, readings: &[Reading], corrections: &[Correction]) -> Vec<Piece> {
    let mut corrected = Vec::with_capacity(pieces.len() + 2 * corrections.len());
    let mut first = 0;
    for piece in pieces {
        let reading = &readings[piece.row];
        let span = reading.span(piece.range.start, piece.range.end);
        while corrections.get(first).is_some_and(|correction| correction.span.end <= span.start) {
            first += 1;
        }
        // A tag has nothing to cut.
        if piece.range.is_empty() {
            let mark = corrections
                .get(first)
                .filter(|correction| correction.span.start < span.end)
                .map(|correction| (correction.label, CORRECTED));
            corrected.push(Piece { mark: mark.or(piece.mark), ..piece });
            continue;
        }
        let mut at = piece.range.start;
        let mut push = |start: usize, end: usize, mark: Option<(Label, &'static str)>| {
            corrected.extend(Piece::new(piece.row, reading.text(), start..end, mark, piece.photos));
        };
        for correction in corrections[first..].iter().take_while(|correction| correction.span.start < span.end) {
            let start = reading.local(correction.span.start).clamp(at, piece.range.end);
            let end = reading.local(correction.span.end).clamp(start, piece.range.end);
            if at < start {
                push(at, start, None);
            }
            push(start, end, Some((correction.label, CORRECTED)));
            at = end;
        }
        if at == piece.range.start {
            push(at, piece.range.end, piece.mark);
        } else {
            push(at, piece.range.end, None);
        }
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_corrections_win() {
        let text = "abcdefghij";
        let fix = |start, end, label| Correction { span: Span::new(start, end), label };
        let settled = settle(text, &[fix(0, 10, Label::Paragraph), fix(2, 4, Label::Caption), fix(3, 99, Label::Heading)]);
        assert_eq!(settled, [fix(0, 2, Label::Paragraph), fix(2, 3, Label::Caption), fix(3, 10, Label::Heading)]);
        assert_eq!(settle("甲", &[fix(1, 2, Label::Title), fix(7, 9, Label::Title)]), []);
    }
}
