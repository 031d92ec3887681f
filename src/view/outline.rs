//! The flow of a report: which blocks are read in the body, and under which number.

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

/// Where a reader finds what stands at `at` in the text: under its own `mark` in a paragraph, else at the caption or heading it stands in.
pub(super) fn place(report: &Report, at: usize, mark: String) -> Option<String> {
    let index = report.blocks.partition_point(|block| block.span.end <= at);
    let number = |label: Label| report.blocks[..=index].iter().filter(|block| block.label == label).count();
    match report.blocks.get(index)?.label {
        Label::Paragraph => Some(mark),
        Label::Caption => Some(format!("#fig{}", number(Label::Caption))),
        Label::Heading => Some(format!("#sec{}", number(Label::Heading))),
        _ => None,
    }
}

/// The body in order. Headline, dateline, byline, editors and notice have their own places; furniture has none.
pub(super) fn parts(report: &Report) -> Vec<Part<'_>> {
    let (mut headings, mut paragraphs, mut figures) = (0, 0, 0);
    let next = |counter: &mut usize| {
        *counter += 1;
        *counter
    };
    report
        .blocks
        .iter()
        .filter_map(|block| match block.label {
            Label::Heading => Some(Part::Heading(next(&mut headings), block)),
            Label::Paragraph => Some(Part::Paragraph(next(&mut paragraphs), block)),
            Label::Caption => Some(Part::Figure(next(&mut figures), block)),
            Label::EndMark => Some(Part::EndMark(block)),
            Label::Title
            | Label::Dateline
            | Label::Byline
            | Label::Editor
            | Label::NoticeTitle
            | Label::NoticeClause
            | Label::Furniture => None,
        })
        .collect()
}
