//! The inspector: every line of the source, what it was taken for and why; nothing is hidden, and each label can be set right.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::Document;
use super::state::inspect::{Inspection, SHEET, letter, line_id};
use super::terms;
use super::words::{Lang, Words};
use crate::report::{Alternative, CORRECTED, Label, Report, Time};
use crate::text::{Span, is_invisible};

/// What the reader does to lines, for those who know the browser. A line says in `data-at` which block it is, and in `data-span` where it stands.
#[derive(Clone, PartialEq)]
pub struct InspectEvents {
    /// The focus came to a line.
    pub onfocus: Callback<FocusEvent>,
    /// A label was chosen from a line's list.
    pub onlabel: Callback<Event>,
    /// A line is to have its own label back, or a click went elsewhere.
    pub onrestore: Callback<MouseEvent>,
    /// A change is to be taken back.
    pub onundo: Callback<MouseEvent>,
    /// A change is to be made again.
    pub onredo: Callback<MouseEvent>,
}

impl Default for InspectEvents {
    /// Nobody listens.
    fn default() -> Self {
        InspectEvents {
            onfocus: Callback::noop(),
            onlabel: Callback::noop(),
            onrestore: Callback::noop(),
            onundo: Callback::noop(),
            onredo: Callback::noop(),
        }
    }
}

/// The values of an [`Inspector`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InspectorProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
    /// Which line the reader is at, and what can be taken back.
    pub inspection: Inspection,
    /// What the reader does.
    pub events: InspectEvents,
}

/// The source line by line, a sheet of lines at a time.
#[component]
pub(super) fn Inspector(props: &InspectorProps) -> Html {
    let InspectorProps { document, lang, inspection, events } = props;
    let words = lang.words();
    let sheet = inspection.at / SHEET;
    let rows = use_memo((document.clone(), sheet), |(document, sheet)| rows(document, sheet * SHEET..(sheet + 1) * SHEET));
    html! {
        <section class="inspect" aria-labelledby="inspect-title" lang={lang.tag()}>
            <header>
                <h1 id="inspect-title">{ words.inspecting }</h1>
                <p>{ words.inspect_intro }</p>
                { outcome(&document.report, *lang) }
                { doubts(document, *lang) }
                { keys(words, *lang) }
            </header>
            <div class="tools" role="group" aria-label={words.corrections}>
                { tool("undo", words.undo, inspection.can_undo(), &events.onundo) }
                { tool("redo", words.redo, inspection.can_redo(), &events.onredo) }
                <span class="count">{ words.corrected(document.report.corrections.len()) }</span>
            </div>
            { turn(document, sheet, words) }
            <ol class="lines" role="list" onfocusin={&events.onfocus} onchange={&events.onlabel} onclick={&events.onrestore}>
                for row in rows.iter() {
                    <Line key={row.span.start} row={Rc::clone(row)} script={document.report.lang.tag()} lang={*lang} live={row.at == inspection.at} />
                }
            </ol>
            { turn(document, sheet, words) }
        </section>
    }
}

/// A button that keeps the focus when there is nothing left for it to do.
fn tool(id: &'static str, label: &'static str, can: bool, onclick: &Callback<MouseEvent>) -> Html {
    html! { <button type="button" {id} aria-disabled={(!can).then_some("true")} {onclick}>{ label }</button> }
}

/// What the labels add up to: a correction shows here at once.
fn outcome(report: &Report, lang: Lang) -> Html {
    let count = |label: Label| report.blocks.iter().filter(|block| block.label == label).count();
    let counts = Label::ALL.into_iter().map(|label| (terms::label(label, lang), count(label)));
    let counts = counts.chain([(lang.live().timeline, report.timeline.steps.len())]).filter(|(_, count)| *count > 0);
    html! {
        <dl class="outcome">
            for (name, count) in counts {
                <div key={name}><dt>{ name }</dt><dd>{ count }</dd></div>
            }
        </dl>
    }
}

/// The close calls, each with the way to its line.
fn doubts(document: &Document, lang: Lang) -> Html {
    const MANY: usize = 5;
    let report = &document.report;
    let words = lang.words();
    let doubts: Vec<_> = report
        .notes
        .iter()
        .filter_map(|note| {
            let at = report.blocks.partition_point(|block| block.span.end <= note.span.start);
            Some((at, report.blocks.get(at)?, note.alternative?))
        })
        .collect();
    if doubts.is_empty() {
        return Html::default();
    }
    html! {
        <details class="doubts" open={doubts.len() <= MANY}>
            <summary>{ words.doubts(doubts.len()) }</summary>
            <ul role="list">
                for (at, block, alternative) in doubts {
                    <li key={at}>
                        <a href={format!("#{}", line_id(at))}>{ words.line(block.line + 1) }</a>
                        { format!("{}；{}", judged(block.label, block.reason, lang), nearly(alternative, lang)) }
                    </li>
                }
            </ul>
        </details>
    }
}

/// `小标题：短行，不成句`.
fn judged(label: Label, rule: &str, lang: Lang) -> String {
    lang.words().judged(terms::label(label, lang), &terms::reason(rule, lang))
}

/// `也可能是正文：成句的文字`.
fn nearly(alternative: Alternative, lang: Lang) -> String {
    lang.words().nearly(&judged(alternative.label, alternative.reason, lang))
}

/// What the keys do.
fn keys(words: &Words, lang: Lang) -> Html {
    html! {
        <details class="keys">
            <summary>{ words.keys }</summary>
            <ul role="list">
                for label in Label::ALL {
                    <li key={label.name()}><kbd>{ letter(label).to_ascii_uppercase() }</kbd>{ terms::label(label, lang) }</li>
                }
                <li><kbd>{ "J" }</kbd><kbd>{ "K" }</kbd>{ words.keys_move }</li>
                <li><kbd>{ "Delete" }</kbd>{ words.keys_restore }</li>
                <li><kbd>{ "Ctrl Z" }</kbd>{ words.undo }</li>
                <li><kbd>{ "Ctrl Y" }</kbd>{ words.redo }</li>
            </ul>
            <p>{ words.keys_part }</p>
        </details>
    }
}

/// To the sheets before and behind, where there are any.
fn turn(document: &Document, sheet: usize, words: &Words) -> Html {
    let blocks = document.report.blocks.len();
    if blocks <= SHEET {
        return Html::default();
    }
    let last = (blocks - 1) / SHEET;
    html! {
        <nav class="sheets" aria-label={words.sheets}>
            if sheet > 0 {
                <a href={format!("#{}", line_id((sheet - 1) * SHEET))}>{ words.earlier }</a>
            }
            <span>{ format!("{} / {}", sheet + 1, last + 1) }</span>
            if sheet < last {
                <a href={format!("#{}", line_id((sheet + 1) * SHEET))}>{ words.later }</a>
            }
        </nav>
    }
}

/// A block, as far as its line shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    at: usize,
    span: Span,
    /// From 1.
    line: usize,
    label: Label,
    reason: &'static str,
    alternative: Option<Alternative>,
    /// The source as it stands, with all that no one sees.
    text: String,
    times: Vec<Found>,
}

/// A time in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    /// In the row's text.
    range: Range<usize>,
    role: crate::report::Role,
    value: Option<String>,
    reason: &'static str,
}

fn rows(document: &Document, wanted: Range<usize>) -> Vec<Rc<Row>> {
    let report = &document.report;
    let blocks = &report.blocks[wanted.start.min(report.blocks.len())..wanted.end.min(report.blocks.len())];
    let rows = blocks.iter().zip(wanted).map(|(block, at)| {
        let span = block.span;
        let note = report.notes.iter().find(|note| note.alternative.is_some() && span.contains(note.span));
        let first = report.times.partition_point(|time| time.span.start < span.start);
        let times = report.times[first..].iter().take_while(|time| time.span.end <= span.end);
        Rc::new(Row {
            at,
            span,
            line: block.line + 1,
            label: block.label,
            reason: block.reason,
            alternative: note.and_then(|note| note.alternative),
            text: span.of(&document.source).to_owned(),
            times: times.map(|time| found(time, span)).collect(),
        })
    });
    rows.collect()
}

fn found(time: &Time, block: Span) -> Found {
    let range = time.span.start - block.start..time.span.end - block.start;
    Found { range, role: time.role, value: time.value.clone(), reason: time.reason }
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    row: Rc<Row>,
    /// The language of the text.
    script: &'static str,
    lang: Lang,
    /// Whether the reader is here: only this line's controls are in the way of the Tab key.
    live: bool,
}

/// A line: its number, its label in the margin with the reason, the source.
#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { row, script, lang, live } = props;
    let words = lang.words();
    let tabindex = if *live { "0" } else { "-1" };
    let corrected = row.reason == CORRECTED;
    html! {
        <li
            id={line_id(row.at)}
            class={corrected.then_some("corrected")}
            {tabindex}
            data-label={row.label.name()}
            data-at={row.at.to_string()}
            data-span={format!("{}-{}", row.span.start, row.span.end)}
        >
            <span class="number">{ row.line }</span>
            <div class="mark">
                <select aria-label={words.label_of(row.line)} {tabindex}>
                    for label in Label::ALL {
                        <option key={label.name()} value={label.name()} selected={label == row.label}>{ terms::label(label, *lang) }</option>
                    }
                </select>
                <p class="reason">{ terms::reason(row.reason, *lang) }</p>
                if let Some(alternative) = row.alternative {
                    <p class="nearly">{ nearly(alternative, *lang) }</p>
                }
                if corrected {
                    <button type="button" class="restore" {tabindex}>{ words.restore }</button>
                }
            </div>
            <div class="galley">
                <p class="source" lang={*script}>{ source(row) }</p>
                { times(row, script, *lang, tabindex) }
            </div>
        </li>
    }
}

/// The source, its times underlined.
fn source(row: &Row) -> Html {
    let mut pieces = Vec::new();
    let mut at = 0;
    for time in &row.times {
        seen(&row.text[at..time.range.start], &mut pieces);
        let mut inside = Vec::new();
        seen(&row.text[time.range.clone()], &mut inside);
        pieces.push(html! { <span class="time">{ for inside }</span> });
        at = time.range.end;
    }
    seen(&row.text[at..], &mut pieces);
    pieces.into_iter().collect()
}

/// Text in which what takes no room is shown by its code, a run of the same with its length.
fn seen(text: &str, pieces: &mut Vec<Html>) {
    let mut rest = text;
    while let Some((at, first)) = rest.char_indices().find(|(_, c)| is_invisible(*c)) {
        let (plain, unseen) = rest.split_at(at);
        let end = unseen.find(|c| c != first).unwrap_or(unseen.len());
        let (run, behind) = unseen.split_at(end);
        let code = u32::from(first);
        let more = if run.chars().nth(1).is_some() { format!(" ×{}", run.chars().count()) } else { String::new() };
        if !plain.is_empty() {
            pieces.push(html! { { plain.to_owned() } });
        }
        // The sign is a style's: what is copied, and counted, is the source.
        pieces.push(html! { <span class="unseen" data-code={format!("U+{code:04X}{more}")}>{ run.to_owned() }</span> });
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(html! { { rest.to_owned() } });
    }
}

/// The times found in a line, folded away until wanted.
fn times(row: &Row, script: &'static str, lang: Lang, tabindex: &'static str) -> Html {
    if row.times.is_empty() {
        return Html::default();
    }
    html! {
        <details class="times">
            <summary {tabindex}>{ lang.words().times_found(row.times.len()) }</summary>
            <dl>
                for time in &row.times {
                    <div key={time.range.start}>
                        <dt lang={script}>{ row.text[time.range.clone()].to_owned() }</dt>
                        <dd>
                            <span class="role">{ terms::role(time.role, lang) }</span>
                            if let Some(value) = &time.value { <code>{ value }</code> }
                            <code class="rule">{ time.reason }</code>
                        </dd>
                    </div>
                }
            </dl>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_a_text_stands_in_a_row() {
        let text = "雨停了。&nbsp;<br/>\u{200b}渡口又开了。(完)分享到：\r\n\r\n 一小时内\u{202e}到\n";
        let document = Document::read(text);
        let rows = rows(&document, 0..SHEET);
        let shown: String = rows.iter().map(|row| row.text.as_str()).collect();
        let blank = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(blank(&shown), blank(text));
        assert_eq!(super::rows(&document, 1..3)[..], rows[1..3]);
        assert!(super::rows(&document, 400..600).is_empty());
    }
}
