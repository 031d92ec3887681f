use yew::prelude::*;

use super::caption::CaptionCard;
use super::outline::{Part, parts};
use super::prose::{Kind, Marks, Piece};
use super::words::Lang;
use super::{Document, PartProps};
use crate::text::Span;

/// The body of a report: headings, paragraphs and caption cards in the order of the text. What the timeline and the
/// calendar lane took from a paragraph is marked and leads there.
#[component]
pub fn Article(props: &PartProps) -> Html {
    let PartProps { document, lang } = props;
    let marks = Marks::of(document);
    html! {
        <article lang={document.report.lang.tag()}>
            for part in parts(&document.report) {
                { flow(&part, document, *lang, &marks) }
            }
        </article>
    }
}

fn flow(part: &Part, document: &Document, lang: Lang, marks: &Marks) -> Html {
    let key = part.key();
    match part {
        Part::Heading(number, block) => html! { <h2 {key} id={format!("sec{number}")} tabindex="-1">{ &block.text }</h2> },
        Part::Paragraph(number, block) => html! {
            <p {key} id={format!("p{number}")} tabindex="-1">{ set(&marks.cut(block.span), document, lang) }</p>
        },
        Part::Figure(number, _) => html! { <CaptionCard {key} document={document.clone()} number={*number} {lang} /> },
        Part::EndMark(block) => html! { <p {key} class="end-mark">{ &block.text }</p> },
    }
}

fn set(pieces: &[Piece], document: &Document, lang: Lang) -> Html {
    let source = &document.source;
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(span) => prose(*span, source),
            Piece::Marked(kind, held) => mark(*kind, set(held, document, lang), lang),
        })
        .collect()
}

fn mark(kind: Kind, held: Html, lang: Lang) -> Html {
    let words = lang.words();
    match kind {
        Kind::Statement(step) => html! { <span class="statement" id={format!("s{}", step + 1)} tabindex="-1">{ held }</span> },
        Kind::Event(event) => html! { <span class="event" id={format!("e{}", event + 1)} tabindex="-1">{ held }</span> },
        Kind::Deadline(step) => html! { <a class="deadline" href={format!("#step-{}", step + 1)} title={words.to_step}>{ held }</a> },
        Kind::Date(event) => html! { <a class="date" href={format!("#event-{}", event + 1)} title={words.to_event}>{ held }</a> },
    }
}

fn prose(span: Span, source: &str) -> Html {
    html! { { span.of(source).to_owned() } }
}
