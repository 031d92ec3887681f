//! A paragraph cut at what the timeline took from it.

use crate::report::Report;
use crate::text::Span;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Text as it stands.
    Text(Span),
    /// The sentence of the n-th step (from 0).
    Statement(usize, Vec<Piece>),
    /// The time expression of the n-th step.
    Deadline(usize, Vec<Piece>),
}

/// Something to be marked.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    span: Span,
    step: usize,
    deadline: bool,
}

/// The marks of a report, in order and each before those it holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    pub(super) fn of(report: &Report) -> Self {
        let mut marks: Vec<Mark> = Vec::new();
        for (step, entry) in report.timeline.steps.iter().enumerate() {
            let mut statement = entry.statement_span;
            // A time set off by no more than a comma belongs to the sentence it opens.
            if entry.span.end <= statement.start && statement.start - entry.span.end <= "，".len() {
                statement.start = entry.span.start;
            }
            marks.push(Mark { span: statement, step, deadline: false });
            marks.push(Mark { span: entry.span, step, deadline: true });
        }
        marks.retain(|mark| mark.span.start < mark.span.end);
        marks.sort_unstable_by_key(|mark| (mark.span.start, usize::MAX - mark.span.end, mark.deadline, mark.step));
        Marks(marks)
    }

    /// A paragraph in pieces, which together are the paragraph. Where marks overlap, the later one gives way.
    pub(super) fn cut(&self, paragraph: Span) -> Vec<Piece> {
        let first = self.0.partition_point(|mark| mark.span.start < paragraph.start);
        let last = self.0.partition_point(|mark| mark.span.start < paragraph.end);
        cut(paragraph, &mut self.0[first..last].iter().copied().peekable())
    }
}

fn cut(span: Span, marks: &mut std::iter::Peekable<impl Iterator<Item = Mark>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = span.start;
    let text = |pieces: &mut Vec<Piece>, from: usize, to: usize| {
        if from < to {
            pieces.push(Piece::Text(Span::new(from, to)));
        }
    };
    while let Some(mark) = marks.next_if(|mark| mark.span.start < span.end) {
        let inner = Span::new(mark.span.start.max(at), mark.span.end.min(span.end).max(at));
        if inner.start == inner.end {
            continue;
        }
        text(&mut pieces, at, inner.start);
        let held = cut(inner, marks);
        pieces.push(if mark.deadline { Piece::Deadline(mark.step, held) } else { Piece::Statement(mark.step, held) });
        at = inner.end;
    }
    text(&mut pieces, at, span.end);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(list: &[(usize, usize, usize, bool)]) -> Marks {
        let mut marks: Vec<Mark> =
            list.iter().map(|&(start, end, step, deadline)| Mark { span: Span::new(start, end), step, deadline }).collect();
        marks.sort_by_key(|mark| (mark.span.start, usize::MAX - mark.span.end, mark.deadline, mark.step));
        Marks(marks)
    }

    /// `a[1 b(1 c)d]e`: a statement in square brackets, a deadline in round ones.
    fn draw(source: &str, pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(span) => span.of(source).to_owned(),
                Piece::Statement(step, held) => format!("[{step} {}]", draw(source, held)),
                Piece::Deadline(step, held) => format!("({step} {})", draw(source, held)),
            })
            .collect()
    }

    #[test]
    fn cuts() {
        let source = "abcdefghij";
        for (list, drawn) in [
            (&[][..], "abcdefghij"),
            (&[(2, 6, 0, false), (3, 4, 0, true)], "ab[0 c(0 d)ef]ghij"),
            (&[(2, 4, 0, true), (4, 6, 0, false)], "ab(0 cd)[0 ef]ghij"),
            (&[(0, 10, 0, false)], "[0 abcdefghij]"),
            (&[(0, 5, 0, false), (5, 10, 1, false)], "[0 abcde][1 fghij]"),
            // The same sentence for two steps, a mark over an edge, and one wholly behind another.
            (&[(1, 4, 0, false), (1, 4, 1, false)], "a[0 [1 bcd]]efghij"),
            (&[(1, 4, 0, false), (3, 6, 1, false)], "a[0 bc[1 d]]efghij"),
            (&[(8, 12, 0, false)], "abcdefgh[0 ij]"),
        ] {
            assert_eq!(draw(source, &marks(list).cut(Span::new(0, 10))), drawn);
        }
    }

    #[test]
    fn only_its_own_marks() {
        let all = marks(&[(0, 2, 0, false), (4, 6, 1, false), (8, 9, 2, false)]);
        assert_eq!(draw("abcdefghij", &all.cut(Span::new(3, 7))), "d[1 ef]g");
    }
}
