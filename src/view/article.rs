use yew::prelude::*;

use super::anchor::anchor;
use super::caption::CaptionCard;
use super::outline::{Part, parts};
use super::prose::{Marks, Piece};
use super::words::Lang;
use super::{Document, PartProps};
use crate::text::Span;

/// The body of a report: headings, paragraphs and caption cards in the order of the text. What the timeline took from
/// a paragraph is marked and leads there.
#[component]
pub fn Article(props: &PartProps) -> Html {
    let PartProps { document, lang } = props;
    let marks = Marks::of(&document.report);
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
                    { set(&marks.cut(block.span), document, lang) }
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
            Piece::Statement(step, held) => html! {
                <span class="statement" id={format!("s{}", step + 1)} tabindex="-1">{ set(held, document, lang) }</span>
            },
            Piece::Deadline(step, held) => html! {
                <a class="deadline" href={format!("#step-{}", step + 1)} title={lang.words().to_step}>{ set(held, document, lang) }</a>
            },
        })
        .collect()
}

fn prose(span: Span, source: &str) -> Html {
    html! { { span.of(source).to_owned() } }
}
