use yew::prelude::*;

use super::Document;
use super::anchor::anchor;
use super::caption::CaptionCard;
use super::outline::Part;
use super::prose::{Kind, Piece};
use super::words::Lang;
use crate::text::Span;

/// The values of an [`Article`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ArticleProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
    /// How many stretches of the body are on the page.
    pub shown: usize,
}

/// The body of a report: headings, paragraphs and caption cards in the order of the text. What the timeline and the
/// calendar lane took from a paragraph is marked and leads there. A long body comes in stretches, and none is rendered again for the next one.
#[component]
pub(super) fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { document, lang, shown } = props;
    let there = document.stretches.len().min(*shown);
    html! {
        <article
            lang={document.report.lang.tag()}
            aria-busy={(!document.is_whole(*shown)).then_some("true")}
        >
            for sheaf in 0..there.div_ceil(SHEAF) {
                <Sheaf key={sheaf} document={document.clone()} lang={*lang} first={sheaf * SHEAF} last={there.min((sheaf + 1) * SHEAF)} />
            }
        </article>
    }
}

/// So many stretches are looked after by one component: when the body grows, only the last few of thousands are looked at.
const SHEAF: usize = 32;

#[derive(Clone, PartialEq, Properties)]
struct SheafProps {
    document: Document,
    lang: Lang,
    first: usize,
    last: usize,
}

/// A sheaf of stretches.
#[component]
fn Sheaf(props: &SheafProps) -> Html {
    let SheafProps { document, lang, first, last } = props;
    (*first..*last).map(|stretch| html! { <Flow key={stretch} document={document.clone()} lang={*lang} {stretch} /> }).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct FlowProps {
    document: Document,
    lang: Lang,
    stretch: usize,
}

/// One stretch of the body.
#[component]
fn Flow(props: &FlowProps) -> Html {
    let FlowProps { document, lang, stretch } = props;
    let parts = document.stretches[*stretch].parts(&document.report);
    let flow: Html = parts.iter().map(|part| flow(part, document, *lang)).collect();
    if document.is_long() {
        html! { <div class="stretch">{ flow }</div> }
    } else {
        flow
    }
}

fn flow(part: &Part, document: &Document, lang: Lang) -> Html {
    let key = part.key();
    let words = lang.words();
    match part {
        Part::Heading(number, block) => {
            let id = format!("sec{number}");
            html! {
                <h2 {key} id={id.clone()} tabindex="-1">
                    { &block.text }{ anchor(&id, "§".to_owned(), words.section, lang) }
                </h2>
            }
        }
        Part::Paragraph(number, block) => {
            let id = format!("p{number}");
            html! {
                <p {key} id={id.clone()} tabindex="-1">
                    { anchor(&id, number.to_string(), &words.paragraph(*number), lang) }
                    { set(&document.marks.cut(block.span), document, lang) }
                </p>
            }
        }
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
