//! A paragraph cut at what the timeline and the calendar lane took from it.

use crate::report::Report;
use crate::response::calendar::Event;
use crate::text::Span;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Text as it stands.
    Text(Span),
    /// Something that is marked.
    Marked(Kind, Vec<Piece>),
}

/// What is marked; the numbers count from 0. What holds others comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The sentence of an event.
    Event(usize),
    /// The sentence of a step.
    Statement(usize),
    /// The time of an event.
    Date(usize),
    /// The time of a step.
    Deadline(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    span: Span,
    kind: Kind,
}

/// The marks of a report, in order and each before those it holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    pub(super) fn of(report: &Report, calendar: &[Event]) -> Self {
        let mut marks: Vec<Mark> = Vec::new();
        for (step, entry) in report.timeline.steps.iter().enumerate() {
            let mut statement = entry.statement_span;
            // A time set off by no more than a comma belongs to the sentence it opens.
            if entry.span.end <= statement.start && statement.start - entry.span.end <= "，".len() {
                statement.start = entry.span.start;
            }
            marks.push(Mark { span: statement, kind: Kind::Statement(step) });
            marks.push(Mark { span: entry.span, kind: Kind::Deadline(step) });
        }
        for (number, event) in calendar.iter().enumerate() {
            marks.push(Mark { span: event.span, kind: Kind::Event(number) });
            marks.push(Mark { span: report.times[event.time].span, kind: Kind::Date(number) });
        }
        Marks::new(marks)
    }

    fn new(mut marks: Vec<Mark>) -> Self {
        marks.retain(|mark| mark.span.start < mark.span.end);
        marks.sort_unstable_by_key(|mark| (mark.span.start, usize::MAX - mark.span.end, mark.kind));
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
        pieces.push(Piece::Marked(mark.kind, held));
        at = inner.end;
    }
    text(&mut pieces, at, span.end);
    pieces
}

#[cfg(test)]
mod tests {
    use super::Kind::{Date, Deadline, Event, Statement};
    use super::*;

    fn marks(list: &[(usize, usize, Kind)]) -> Marks {
        Marks::new(list.iter().map(|&(start, end, kind)| Mark { span: Span::new(start, end), kind }).collect())
    }

    /// `a[1 b(1 c)d]e`: a statement in square brackets, a deadline in round ones; `{1 b<1 c>}`: an event and its date.
    fn draw(source: &str, pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(span) => span.of(source).to_owned(),
                Piece::Marked(Statement(n), held) => format!("[{n} {}]", draw(source, held)),
                Piece::Marked(Deadline(n), held) => format!("({n} {})", draw(source, held)),
                Piece::Marked(Event(n), held) => format!("{{{n} {}}}", draw(source, held)),
                Piece::Marked(Date(n), held) => format!("<{n} {}>", draw(source, held)),
            })
            .collect()
    }

    #[test]
    fn cuts() {
        let source = "abcdefghij";
        for (list, drawn) in [
            (&[][..], "abcdefghij"),
            (&[(2, 6, Statement(0)), (3, 4, Deadline(0))], "ab[0 c(0 d)ef]ghij"),
            (&[(2, 4, Deadline(0)), (4, 6, Statement(0))], "ab(0 cd)[0 ef]ghij"),
            (&[(0, 10, Statement(0))], "[0 abcdefghij]"),
            (&[(0, 5, Statement(0)), (5, 10, Statement(1))], "[0 abcde][1 fghij]"),
            // The same sentence for two steps, a mark over an edge, and one wholly behind another.
            (&[(1, 4, Statement(0)), (1, 4, Statement(1))], "a[0 [1 bcd]]efghij"),
            (&[(1, 4, Statement(0)), (3, 6, Statement(1))], "a[0 bc[1 d]]efghij"),
            (&[(8, 12, Statement(0))], "abcdefgh[0 ij]"),
            // A date before the deadline of the same sentence, and an event that is a step.
            (&[(0, 9, Event(0)), (0, 2, Date(0)), (3, 9, Statement(0)), (4, 5, Deadline(0))], "{0 <0 ab>c[0 d(0 e)fghi]}j"),
            (&[(0, 9, Statement(0)), (0, 9, Event(0))], "{0 [0 abcdefghi]}j"),
        ] {
            assert_eq!(draw(source, &marks(list).cut(Span::new(0, 10))), drawn);
        }
    }

    #[test]
    fn only_its_own_marks() {
        let all = marks(&[(0, 2, Statement(0)), (4, 6, Statement(1)), (8, 9, Statement(2))]);
        assert_eq!(draw("abcdefghij", &all.cut(Span::new(3, 7))), "d[1 ef]g");
    }
}
