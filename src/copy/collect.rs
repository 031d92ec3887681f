//! Collecting: from labelled pieces to the facts of a report.

use std::ops::Range;

use super::evidence::Evidence;
use super::piece::Piece;
use super::{byline, caption, dateline, editor, furniture, names, notice};
use crate::report::{
    Alternative, Block, Byline, CORRECTED, Caption, Clause, Contact, Dateline, Editors, Headline, Label, Name, Note, Notice, Report,
    Script, Timeline,
};
use crate::text::{Excerpt, Firsts, HanSet, Pace, Reading, STRETCH, Span, is_colon, rest, room, trimmed};

/// A piece with its label.
pub(super) struct Labelled {
    row: usize,
    range: Range<usize>,
    label: Label,
    reason: &'static str,
    caption: Option<Box<caption::Caption>>,
}

pub(super) async fn collect(source: &Excerpt, readings: &[Reading<'_>], labelled: Vec<Labelled>, pace: &dyn Pace) -> Report {
    let mut report = Report {
        lang: script(source),
        headline: None,
        dateline: None,
        byline: None,
        blocks: Vec::with_capacity(labelled.len()),
        captions: Vec::new(),
        editors: Editors::default(),
        notice: None,
        times: Vec::new(),
        timeline: Timeline::default(),
        notes: Vec::new(),
        corrections: Vec::new(),
    };
    let mut labelled = labelled.into_iter().flat_map(|piece| parted(&readings[piece.row], piece)).peekable();
    let mut headline_weight = 0;
    while let Some(piece) = labelled.next() {
        if report.blocks.len().is_multiple_of(STRETCH) {
            rest(pace).await;
        }
        let reading = &readings[piece.row];
        let mut span = reading.span(piece.range.start, piece.range.end);
        // What a cut leaves between two pieces is white space to a reader; where the source has more there, it belongs to the former.
        if let Some(next) = labelled.peek().filter(|next| next.row == piece.row) {
            let gap = Span::new(span.end, reading.span(next.range.start, next.range.end).start);
            span.end += gap.of(source).trim_end().len();
        }
        let read = reading.excerpt(source, piece.range.start, piece.range.end);
        let part = |range: &Range<usize>| read.piece(Span::new(range.start, range.end));
        report.blocks.push(Block { label: piece.label, line: reading.line(), text: read.clone(), span, reason: piece.reason });
        let local = |range: &Range<usize>| reading.span(piece.range.start + range.start, piece.range.start + range.end);
        let name = |range: &Range<usize>| Name { text: part(range), span: local(range) };
        match piece.label {
            Label::Title => {
                // The headline proper before one that runs into the dateline or repeats.
                let weight = if matches!(piece.reason, "headline" | "original-title") {
                    2
                } else if piece.reason == CORRECTED {
                    3
                } else {
                    1
                };
                if weight > headline_weight {
                    headline_weight = weight;
                    report.headline = Some(Headline { text: read, span });
                }
            }
            Label::Dateline if report.dateline.is_none() => report.dateline = Some(read_dateline(&read, &name, &local, span)),
            Label::Byline => read_byline(&read, span, &name, &mut report),
            Label::Caption => {
                let known = piece.caption.map(|found| *found).or_else(|| caption::caption(&read));
                let found = known.unwrap_or(caption::Caption { text: 0..read.len(), credit: None, reason: "" });
                room(&mut report.captions, span.start, source.len());
                report.captions.push(Caption {
                    text: part(&found.text),
                    credit: found.credit.as_ref().map(part),
                    line: reading.line(),
                    span,
                    credit_span: found.credit.as_ref().map(local),
                });
            }
            Label::Editor => read_editor(&read, 0, &name, &mut report.editors),
            Label::NoticeTitle => {
                let notice = report.notice.get_or_insert_with(Notice::default);
                let title = read.trim_end_matches(is_colon).trim_matches(['【', '】', '[', ']']).trim();
                let start = read.find(title).unwrap_or_default();
                notice.title.get_or_insert_with(|| part(&(start..start + title.len())));
            }
            Label::NoticeClause => {
                let notice = report.notice.get_or_insert_with(Notice::default);
                let number = notice::number(&read);
                let start = number.as_ref().map_or(0, |(_, text)| *text);
                room(&mut notice.clauses, span.start, source.len());
                notice.clauses.push(Clause { number: number.map(|(number, _)| part(&number)), text: part(&(start..read.len())), span });
                notice.contacts.extend(notice::contacts(&read).into_iter().map(|(kind, range)| Contact {
                    kind,
                    value: part(&range),
                    span: local(&range),
                }));
            }
            _ => {}
        }
    }
    report
}

/// Gives every piece its label; a close call becomes a note.
pub(super) fn label(readings: &[Reading], pieces: Vec<Piece>, evidence: &Evidence, notes: &mut Vec<Note>) -> Vec<Labelled> {
    const CLOSE: f32 = 0.75;
    let count = pieces.len();
    let decide = |(at, piece): (usize, Piece)| {
        let (label, weight, reason) = evidence.best(at);
        let labelled = Labelled { row: piece.row, range: piece.range, label, reason, caption: piece.caption };
        if let Some((second, near, second_reason)) = evidence.runner_up(at)
            && weight - near < CLOSE
            && near >= 1.5
        {
            let message = ["taken for ", label.name(), " (", reason, "); ", second.name(), " (", second_reason, ") is nearly as likely"];
            let reading = &readings[labelled.row];
            room(notes, at, count);
            notes.push(Note {
                message: message.concat(),
                span: reading.span(labelled.range.start, named(reading, &labelled)),
                alternative: Some(Alternative { label: second, reason: second_reason }),
            });
        }
        labelled
    };
    pieces.into_iter().enumerate().map(decide).collect()
}

/// Where a piece ends, without the name of a site behind a headline.
fn named(reading: &Reading, piece: &Labelled) -> usize {
    let suffix = || furniture::site_suffix(&reading.text()[piece.range.clone()]);
    (piece.label == Label::Title).then(suffix).flatten().map_or(piece.range.end, |at| piece.range.start + at)
}

/// The piece, and the site's name behind a headline as one of its own.
fn parted(reading: &Reading, piece: Labelled) -> impl Iterator<Item = Labelled> + use<> {
    let end = named(reading, &piece);
    let name = if end < piece.range.end { trimmed(reading.text(), end..piece.range.end) } else { end..end };
    let site = Labelled { row: piece.row, range: name, label: Label::Furniture, reason: "site-name", caption: None };
    let named = Labelled { range: piece.range.start..end, ..piece };
    std::iter::once(named).chain(Some(site).filter(|site| !site.range.is_empty()))
}

fn read_dateline(read: &Excerpt, name: &impl Fn(&Range<usize>) -> Name, local: &impl Fn(&Range<usize>) -> Span, span: Span) -> Dateline {
    let piece = |range: &Range<usize>| read.piece(Span::new(range.start, range.end));
    let part = |range: Option<Range<usize>>| range.as_ref().map(piece);
    match dateline::dateline(read) {
        Some(found) => Dateline {
            text: piece(&found.text),
            agency: part(found.agency),
            place: part(found.place),
            date: part(found.date),
            resolved: None,
            reporters: found.reporters.iter().map(name).collect(),
            span: local(&found.text),
        },
        None => Dateline { text: read.clone(), agency: None, place: None, date: None, resolved: None, reporters: Vec::new(), span },
    }
}

fn read_byline(read: &str, span: Span, name: &impl Fn(&Range<usize>) -> Name, report: &mut Report) {
    let inside = byline::inside(read);
    let start = inside.map_or(0, |inside| read.find(inside).unwrap_or(0));
    let (people, editors) = byline::writers(inside.unwrap_or(read));
    let found = if inside.is_some() { names::names(people, true) } else { byline::byline(people) };
    let people: Vec<Name> = found.unwrap_or_default().iter().map(|r| name(&(start + r.start..start + r.end))).collect();
    if let Some(line) = editors {
        read_editor(line, start + inside.unwrap_or(read).len() - line.len(), name, &mut report.editors);
    }
    if report.byline.is_none() {
        report.byline = Some(Byline { names: people, span });
    }
}

/// Editors are named once, however often.
fn read_editor(line: &str, start: usize, name: &impl Fn(&Range<usize>) -> Name, editors: &mut Editors) {
    for range in editor::editor(line).map(|found| found.names).unwrap_or_default() {
        let name = name(&(start + range.start..start + range.end));
        if !editors.0.iter().any(|known| known.text == name.text) {
            editors.0.push(name);
        }
    }
}

/// Characters that only simplified writing has.
const SIMPLIFIED: &str =
    "们来国时这为会说对于发过还进动从现没关问间开门见车长东员实总书给处报难变让认议战领导级极际压厂历万与专业两严个义习买产亲记电网";

/// Characters that only traditional writing has.
const TRADITIONAL: &str =
    "們來國時這為會說對於發過還進動從現沒關問間開門見車長東員實總書給處報難變讓認議戰領導級極際壓廠歷萬與專業兩嚴個義習買產親記電網";

/// The script: characters that only one of the two has are counted over the first part of the text.
fn script(text: &str) -> Script {
    const ENOUGH: usize = 1000;
    static HANS: (Firsts, HanSet) = (Firsts::new(SIMPLIFIED), HanSet::new(SIMPLIFIED));
    static HANT: (Firsts, HanSet) = (Firsts::new(TRADITIONAL), HanSet::new(TRADITIONAL));
    let mut behind = text.chars();
    behind.nth(ENOUGH - 1);
    let beginning = &text[..text.len() - behind.as_str().len()];
    let count = |(firsts, set): &(Firsts, HanSet)| firsts.places(beginning).filter(|&at| set.stands(beginning.as_bytes(), at)).count();
    // Most texts have none of the traditional ones, and the others need not be counted.
    let traditional = count(&HANT);
    if traditional > 0 && traditional > count(&HANS) { Script::Hant } else { Script::Hans }
}
