//! Inspecting: which line is looked at, and the labels that the reader sets, which can be taken back and set again.
//!
//! The corrections that hold are those of the report on the page; here are those that held before, and those that were taken back.

use std::rc::Rc;

use super::speech::Said;
use crate::report::{Block, Correction, Label};
use crate::text::{Encoding, Span};
use crate::view::Document;

/// How many lines are shown at a time.
pub const SHEET: usize = 200;

/// Where the reader is, and the way back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inspection {
    /// The block that keys act on, as an index.
    pub at: usize,
    /// How often the focus was sent there so far.
    pub sent: usize,
    /// The corrections before each change.
    past: Vec<Rc<[Correction]>>,
    /// The corrections before each change that was taken back.
    future: Vec<Rc<[Correction]>>,
    /// What was set in other encodings of the text.
    waiting: Vec<(Encoding, Rc<[Correction]>)>,
}

/// What the reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The focus has come to this block.
    At(usize),
    /// The focus is to go there.
    Go(Way),
    /// The stretch is this.
    Label(Span, Label),
    /// The stretch is what the parser takes it for.
    Restore(Span),
    /// The last change is taken back.
    Undo,
    /// The change that was taken back last is made again.
    Redo,
}

/// A way along the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the next.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To this block.
    To(usize),
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To go along the lines.
    Go(Way),
    /// To label a line.
    Label(Label),
    /// To give a line back its own label.
    Restore,
    /// To take back.
    Undo,
    /// To make again.
    Redo,
}

impl Key {
    /// What a key (its DOM name) asks for; `control` is Ctrl or ⌘.
    pub fn of(key: &str, control: bool, shift: bool) -> Option<Self> {
        let mut letters = key.chars();
        let letter = letters.next().filter(|_| letters.next().is_none()).map(|letter| letter.to_ascii_lowercase());
        Some(match (key, letter, control) {
            (_, Some('z'), true) => {
                if shift {
                    Key::Redo
                } else {
                    Key::Undo
                }
            }
            (_, Some('y'), true) => Key::Redo,
            (_, _, true) => return None,
            (_, Some('j'), _) | ("ArrowDown", ..) => Key::Go(Way::Next),
            (_, Some('k'), _) | ("ArrowUp", ..) => Key::Go(Way::Previous),
            ("Home", ..) => Key::Go(Way::First),
            ("End", ..) => Key::Go(Way::Last),
            ("Backspace" | "Delete", ..) => Key::Restore,
            (_, Some(letter), _) => return Label::ALL.into_iter().find(|label| self::letter(*label) == letter).map(Key::Label),
            _ => return None,
        })
    }
}

/// The key that labels a line so.
pub fn letter(label: Label) -> char {
    match label {
        Label::Title => 't',
        Label::Dateline => 'd',
        Label::Byline => 'b',
        Label::Caption => 'c',
        Label::Heading => 'h',
        Label::Paragraph => 'p',
        Label::EndMark => 'e',
        Label::Editor => 'r',
        Label::NoticeTitle => 'n',
        Label::NoticeClause => 'l',
        Label::Furniture => 'f',
    }
}

/// The id of a block's line on the page; blocks count from 0.
pub fn line_id(at: usize) -> String {
    format!("b{}", at + 1)
}

/// The block whose line has this id.
pub fn line_of_id(id: &str) -> Option<usize> {
    id.strip_prefix('b')?.parse::<usize>().ok()?.checked_sub(1)
}

/// A part of a block, from one UTF-16 offset in its source text to another, as browsers count.
pub fn part(source: &str, block: Span, from: usize, to: usize) -> Span {
    let at = |offset: usize| {
        let mut passed = 0;
        let chars = block.of(source).char_indices().find(|(_, c)| {
            let here = passed >= offset;
            passed += c.len_utf16();
            here
        });
        chars.map_or(block.end, |(at, _)| block.start + at)
    };
    Span::new(at(from.min(to)), at(from.max(to)))
}

impl Inspection {
    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// A change of the report, and what to say of it.
    pub(super) fn reduce(&mut self, action: Action, document: &Document) -> Option<(Document, Said)> {
        let current = &document.report.corrections;
        match action {
            Action::At(at) => {
                self.at = at;
                self.stay(document);
                None
            }
            Action::Go(way) => {
                self.at = match way {
                    Way::Next => self.at + 1,
                    Way::Previous => self.at.saturating_sub(1),
                    Way::First => 0,
                    Way::Last => usize::MAX,
                    Way::To(at) => at,
                };
                self.stay(document);
                self.sent += 1;
                None
            }
            Action::Label(span, label) => {
                let corrections = [&current[..], &[Correction { span, label }]].concat();
                let (read, line, others) = self.change(document, &corrections, span)?;
                Some((read, Said::Labelled { line, label, others }))
            }
            Action::Restore(span) => {
                let apart = |correction: &&Correction| correction.span.end <= span.start || span.end <= correction.span.start;
                let corrections: Vec<Correction> = current.iter().filter(apart).copied().collect();
                let (read, line, others) = self.change(document, &corrections, span)?;
                let label = block_at(&read, span).map_or(Label::Paragraph, |block| block.label);
                Some((read, Said::Restored { line, label, others }))
            }
            Action::Undo => {
                let corrections = self.past.pop()?;
                self.future.push(current.as_slice().into());
                let (read, lines) = self.read(document, &corrections, None);
                Some((read, Said::Undone { lines }))
            }
            Action::Redo => {
                let corrections = self.future.pop()?;
                self.past.push(current.as_slice().into());
                let (read, lines) = self.read(document, &corrections, None);
                Some((read, Said::Redone { lines }))
            }
        }
    }

    /// The text was decoded anew, into other characters: labels wait until their encoding is chosen again. Says whether some do.
    pub(super) fn reread(&mut self, before: &Document, read: Document) -> (Document, Option<Said>) {
        let encoding = |of: &Document| of.origin.as_ref().map(|origin| origin.encoding);
        let (mut waiting, corrected) = (std::mem::take(self).waiting, &before.report.corrections);
        if let Some(encoding) = encoding(before).filter(|_| !corrected.is_empty()) {
            waiting.retain(|(of, _)| *of != encoding);
            waiting.push((encoding, corrected.as_slice().into()));
        }
        let back = waiting.iter().position(|(of, _)| Some(*of) == encoding(&read));
        let read = match back.map(|at| waiting.remove(at)) {
            Some((_, corrections)) => read.corrected(&corrections),
            None => read,
        };
        self.waiting = waiting;
        let said = (!corrected.is_empty() && read.report.corrections.is_empty()).then_some(Said::LabelsWait);
        (read, said)
    }

    /// The document with other corrections, which change a stretch; its line, from 1, and how many other lines are labelled anew. What held before is
    /// noted down. None where nothing changes.
    fn change(&mut self, before: &Document, corrections: &[Correction], span: Span) -> Option<(Document, usize, usize)> {
        let (read, others) = self.read(before, corrections, Some(span));
        if before.report.corrections == read.report.corrections {
            return None;
        }
        self.past.push(before.report.corrections.as_slice().into());
        self.future.clear();
        Some((read, block_at(before, span).map_or(0, |block| block.line + 1), others))
    }

    /// The document with other corrections, and how many lines are labelled anew, but for a stretch.
    fn read(&mut self, before: &Document, corrections: &[Correction], but: Option<Span>) -> (Document, usize) {
        let read = before.corrected(corrections);
        let lines = changed(&before.report.blocks, &read.report.blocks, but);
        self.stay(&read);
        (read, lines)
    }

    /// There is no line behind the last; a change may join some.
    fn stay(&mut self, read: &Document) {
        self.at = self.at.min(read.report.blocks.len().saturating_sub(1));
    }
}

/// The block in which a stretch begins.
fn block_at(document: &Document, span: Span) -> Option<&Block> {
    document.report.blocks.iter().find(|block| block.span.end > span.start)
}

/// How many blocks are not what they were, but for those of which a stretch holds something.
fn changed(before: &[Block], after: &[Block], but: Option<Span>) -> usize {
    let touches = |block: &Block, span: Span| span.start < block.span.end && block.span.start < span.end;
    // What a cut leaves of a block is no other.
    let but = but.map(|but| {
        let cut = before.iter().filter(|block| touches(block, but));
        cut.fold(but, |but, block| Span::new(but.start.min(block.span.start), but.end.max(block.span.end)))
    });
    let other = |block: &&Block| but.is_none_or(|but| !touches(block, but));
    let mut before = before.iter().peekable();
    let mut known = |block: &&Block| {
        while before.next_if(|known| known.span.start < block.span.start).is_some() {}
        before.peek().is_some_and(|known| known.span == block.span && known.label == block.label)
    };
    after.iter().filter(|block| !known(block)).filter(other).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "\
暴雨夜，海州渡口全员撤离
首班渡轮离岸。 海州海事局供图
新海网海州7月24日电 (李远)接到报告后，应急队半小时内赶到现场，一小时内转移群众三百余人。(完)
渡口的清晨
“水位退到警戒线以下，就开。”值守员说。雨停之后，渡口恢复通行，首班渡轮载着乘客离岸。
责任编辑：卢明
新海网免责声明：
1. 凡本网注明来源的作品，版权均属于本网。
分享到：";

    fn document() -> Document {
        Document::read(TEXT)
    }

    /// Does all of it, as the page's state does.
    fn after(actions: impl IntoIterator<Item = Action>) -> (Inspection, Document, Vec<Said>) {
        let mut inspection = Inspection::default();
        let (mut document, mut said) = (document(), Vec::new());
        for action in actions {
            if let Some((read, sentence)) = inspection.reduce(action, &document) {
                document = read;
                said.push(sentence);
            }
        }
        (inspection, document, said)
    }

    fn span(piece: &str) -> Span {
        let start = TEXT.find(piece).unwrap();
        Span::new(start, start + piece.len())
    }

    fn label(document: &Document, piece: &str) -> Label {
        let span = span(piece);
        document.report.blocks.iter().find(|block| block.span.contains(span)).unwrap().label
    }

    #[test]
    fn a_label_is_set_taken_back_and_set_again() {
        let piece = "渡口的清晨";
        assert_eq!(label(&document(), piece), Label::Heading);
        let set = Action::Label(span(piece), Label::Paragraph);
        let (inspection, read, said) = after([set]);
        assert_eq!((label(&read, piece), read.report.corrections.len()), (Label::Paragraph, 1));
        assert_eq!(said, [Said::Labelled { line: 4, label: Label::Paragraph, others: 0 }]);
        assert!(inspection.can_undo() && !inspection.can_redo());

        let (inspection, read, said) = after([set, Action::Undo]);
        assert_eq!(read.report, document().report);
        assert_eq!(said[1], Said::Undone { lines: 1 });
        assert!(!inspection.can_undo() && inspection.can_redo());

        let (_, read, said) = after([set, Action::Undo, Action::Redo, Action::Redo]);
        assert_eq!(label(&read, piece), Label::Paragraph);
        assert_eq!(said.len(), 3, "there is nothing to make again");

        let (inspection, read, said) = after([set, Action::Restore(span(piece))]);
        assert_eq!(read.report, document().report);
        assert_eq!(said[1], Said::Restored { line: 4, label: Label::Heading, others: 0 });
        assert!(inspection.can_undo());
    }

    #[test]
    fn nothing_new_is_no_change() {
        let set = Action::Label(span("渡口的清晨"), Label::Heading);
        let (inspection, _, said) = after([set, set, Action::Restore(span("责任编辑"))]);
        assert_eq!((inspection.past.len(), said.len()), (1, 1), "the parser's own label can be confirmed, once");
        assert_eq!(after([Action::Undo, Action::Redo]).2, []);
    }

    #[test]
    fn a_part_of_a_line_is_labelled_and_others_follow() {
        let block = span("“水位退到警戒线以下，就开。”值守员说。雨停之后，渡口恢复通行，首班渡轮载着乘客离岸。");
        let first = "“水位退到警戒线以下，就开。”值守员说。";
        let cut = part(TEXT, block, 0, first.chars().count());
        assert_eq!(cut.of(TEXT), first);
        let (_, read, said) = after([Action::Label(cut, Label::Caption)]);
        assert_eq!(said, [Said::Labelled { line: 5, label: Label::Caption, others: 0 }]);
        assert_eq!(label(&read, first), Label::Caption);
        assert_eq!(label(&read, "雨停之后，渡口恢复通行"), Label::Paragraph);
        let (_, _, said) = after([Action::Label(span("渡口的清晨"), Label::NoticeTitle)]);
        assert!(matches!(said[..], [Said::Labelled { line: 4, others: 1.., .. }]), "what follows a notice's title is its clause: {said:?}");
    }

    #[test]
    fn lines_by_id() {
        for at in [0, 9, 2000] {
            assert_eq!(line_of_id(&line_id(at)), Some(at));
        }
        for other in ["b0", "b", "bx", "p3", "", "b-1"] {
            assert_eq!(line_of_id(other), None, "{other}");
        }
    }

    #[test]
    fn parts_are_counted_as_browsers_do() {
        let text = "a甲🙂b\u{200b}c";
        let whole = Span::new(1, text.len());
        for (from, to, expected) in
            [(0, 1, "甲"), (1, 3, "🙂"), (3, 1, "🙂"), (0, 9, "甲🙂b\u{200b}c"), (4, 5, "\u{200b}"), (2, 2, ""), (7, 8, "")]
        {
            assert_eq!(part(text, whole, from, to).of(text), expected, "{from}–{to}");
        }
    }

    #[test]
    fn the_focus_goes_from_line_to_line_and_no_further() {
        let count = document().report.blocks.len();
        for (ways, at) in [
            (&[Way::Next][..], 1),
            (&[Way::Previous], 0),
            (&[Way::Last], count - 1),
            (&[Way::Last, Way::Next], count - 1),
            (&[Way::Last, Way::First], 0),
            (&[Way::To(3)], 3),
            (&[Way::To(999)], count - 1),
        ] {
            let (inspection, ..) = after(ways.iter().map(|way| Action::Go(*way)));
            assert_eq!((inspection.at, inspection.sent), (at, ways.len()), "{ways:?}");
        }
        assert_eq!(after([Action::At(2)]).0.sent, 0, "where the focus is it need not be sent");
    }

    #[test]
    fn keys() {
        for (key, control, shift, asks) in [
            ("j", false, false, Some(Key::Go(Way::Next))),
            ("ArrowUp", false, false, Some(Key::Go(Way::Previous))),
            ("c", false, false, Some(Key::Label(Label::Caption))),
            ("C", false, true, Some(Key::Label(Label::Caption))),
            ("c", true, false, None),
            ("z", true, false, Some(Key::Undo)),
            ("Z", true, true, Some(Key::Redo)),
            ("y", true, false, Some(Key::Redo)),
            ("z", false, false, None),
            ("Delete", false, false, Some(Key::Restore)),
            ("Tab", false, false, None),
            ("Process", false, false, None),
        ] {
            assert_eq!(Key::of(key, control, shift), asks, "{key}");
        }
        let letters: std::collections::BTreeSet<char> = Label::ALL.into_iter().map(letter).collect();
        assert_eq!(letters.len(), Label::ALL.len());
        assert!(!letters.contains(&'j') && !letters.contains(&'k'));
    }

    fn actions() -> impl Strategy<Value = Action> {
        let blocks = document().report.blocks.len();
        let end = TEXT.len();
        let label = proptest::sample::select(&Label::ALL[..]);
        prop_oneof![
            4 => (0..blocks, label.clone()).prop_map(|(at, label)| Action::Label(document().report.blocks[at].span, label)),
            1 => (0..end, 0..end, label).prop_map(|(a, b, label)| Action::Label(Span::new(a.min(b), a.max(b)), label)),
            2 => (0..blocks).prop_map(|at| Action::Restore(document().report.blocks[at].span)),
            3 => Just(Action::Undo),
            2 => Just(Action::Redo),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever is done and taken back, the report is what the corrections that are left make of the text.
        #[test]
        fn the_report_is_what_its_corrections_make_of_it(actions in proptest::collection::vec(actions(), 0..24)) {
            let mut inspection = Inspection::default();
            let mut read = document();
            // The reports so far, and how many of them hold.
            let (mut reports, mut held) = (vec![read.report.clone()], 1);
            for action in actions {
                let next = inspection.reduce(action, &read).map(|(next, _)| next);
                match action {
                    Action::Undo => {
                        prop_assert_eq!(next.is_some(), held > 1);
                        held -= usize::from(next.is_some());
                    }
                    Action::Redo => {
                        prop_assert_eq!(next.is_some(), held < reports.len());
                        held += usize::from(next.is_some());
                    }
                    _ => if let Some(next) = &next {
                        reports.truncate(held);
                        reports.push(next.report.clone());
                        held += 1;
                    }
                }
                read = next.unwrap_or(read);
                prop_assert_eq!(&read.report, &reports[held - 1]);
                prop_assert_eq!(&read.report, &crate::parse_with(TEXT, &read.report.corrections));
            }
        }
    }
}
