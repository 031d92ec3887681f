//! The flow of a report: which blocks are read in the body, and under which number.

use std::ops::Range;
use std::rc::Rc;

use yew::AttrValue;

use crate::report::{Block, Label, Report};

/// A part of the body, numbered among its like from 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part<'a> {
    Heading(usize, &'a Block),
    Paragraph(usize, &'a Block),
    Figure(usize, &'a Block),
    EndMark(&'a Block),
}

impl Part<'_> {
    /// Where the part stands in the text: as no two blocks overlap, a key.
    pub(super) fn key(&self) -> usize {
        match self {
            Part::Heading(_, block) | Part::Paragraph(_, block) | Part::Figure(_, block) | Part::EndMark(block) => block.span.start,
        }
    }
}

/// The id under which a reader finds what stands at `at` in the text: its own `mark` in a paragraph, else at the caption or heading it stands in.
pub(super) fn place(report: &Report, at: usize, mark: String) -> Option<String> {
    let index = report.blocks.partition_point(|block| block.span.end <= at);
    let number = |label: Label| report.blocks[..=index].iter().filter(|block| block.label == label).count();
    match report.blocks.get(index)?.label {
        Label::Paragraph => Some(mark),
        Label::Caption => Some(format!("fig{}", number(Label::Caption))),
        Label::Heading => Some(format!("sec{}", number(Label::Heading))),
        _ => None,
    }
}

/// The body in order. Headline, dateline, byline, editors and notice have their own places; furniture has none.
#[cfg(test)]
fn parts(report: &Report) -> Vec<Part<'_>> {
    let mut counted = Counted::default();
    report.blocks.iter().filter_map(|block| counted.part(block)).collect()
}

/// The headings in order.
pub(super) fn headings(report: &Report) -> Rc<[AttrValue]> {
    let headings = report.blocks.iter().filter(|block| block.label == Label::Heading);
    headings.map(|heading| heading.text.to_string().into()).collect()
}

/// How many of each there were so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counted {
    headings: usize,
    paragraphs: usize,
    figures: usize,
}

impl Counted {
    /// The part that the next block is, if it stands in the body.
    fn part<'a>(&mut self, block: &'a Block) -> Option<Part<'a>> {
        let next = |counter: &mut usize| {
            *counter += 1;
            *counter
        };
        match block.label {
            Label::Heading => Some(Part::Heading(next(&mut self.headings), block)),
            Label::Paragraph => Some(Part::Paragraph(next(&mut self.paragraphs), block)),
            Label::Caption => Some(Part::Figure(next(&mut self.figures), block)),
            Label::EndMark => Some(Part::EndMark(block)),
            Label::Title
            | Label::Dateline
            | Label::Byline
            | Label::Editor
            | Label::NoticeTitle
            | Label::NoticeClause
            | Label::Furniture => None,
        }
    }
}

/// A stretch of the body that comes to the page as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Its blocks, as indices.
    pub(super) blocks: Range<usize>,
    before: Counted,
}

impl Stretch {
    /// As many blocks, or up to twice as many: a few screenfuls.
    const BLOCKS: usize = 40;

    /// So many blocks behind a figure stand beside its card, and in its stretch.
    const BESIDE: usize = 3;

    /// All stretches of a report, in order.
    pub(super) fn all(report: &Report) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        let mut counted = Counted::default();
        let (mut start, mut before, mut plain) = (0, counted, 0);
        for (at, block) in report.blocks.iter().enumerate() {
            let long = at - start;
            if long >= 2 * Self::BLOCKS || long >= Self::BLOCKS && plain >= Self::BESIDE {
                stretches.push(Stretch { blocks: start..at, before });
                (start, before) = (at, counted);
            }
            counted.part(block);
            plain = if block.label == Label::Caption { 0 } else { plain + 1 };
        }
        if start < report.blocks.len() {
            stretches.push(Stretch { blocks: start..report.blocks.len(), before });
        }
        stretches
    }

    /// Its parts.
    pub(super) fn parts<'a>(&self, report: &'a Report) -> Vec<Part<'a>> {
        let mut counted = self.before;
        report.blocks[self.blocks.clone()].iter().filter_map(|block| counted.part(block)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stretches_are_the_body() {
        let text = "雨停了\n渡口又开了,人们从两岸走来,队伍排到了堤上。\n渡口一角。 李桐 摄\n".repeat(3 * Stretch::BLOCKS);
        let report = crate::parse(&text);
        let stretches = Stretch::all(&report);
        assert!(stretches.len() > 2);
        let pieces: Vec<Part> = stretches.iter().flat_map(|stretch| stretch.parts(&report)).collect();
        assert_eq!(pieces, parts(&report));
        assert!(stretches.iter().all(|stretch| stretch.blocks.len() <= 2 * Stretch::BLOCKS));
        assert!(matches!(pieces.last(), Some(Part::Figure(number, _) | Part::Paragraph(number, _)) if *number >= Stretch::BLOCKS));
        assert_eq!(Stretch::all(&Report::default()), []);
    }
}
