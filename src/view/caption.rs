use yew::prelude::*;

use super::Document;
use super::anchor::anchor;
use super::words::Lang;

/// The values of a [`CaptionCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct CaptionCardProps {
    /// The text and what it says.
    pub document: Document,
    /// Which caption, from 1.
    pub number: usize,
    /// The language of the interface.
    pub lang: Lang,
}

/// A photo caption, its credit parted from it, with a plate where the photo would be.
#[component]
pub fn CaptionCard(props: &CaptionCardProps) -> Html {
    let words = props.lang.words();
    let Some(caption) = props.document.report.captions.get(props.number - 1) else {
        return Html::default();
    };
    html! {
        <figure id={format!("fig{}", props.number)} class="caption" tabindex="-1">
            <p class="plate" lang={props.lang.tag()}><span>{ words.no_photo }</span></p>
            <figcaption>
                <span class="number" lang={props.lang.tag()}>{ words.figure(props.number) }</span>
                <span class="shows">{ &caption.text }</span>
                if let Some(credit) = &caption.credit {
                    <span class="credit">{ credit }</span>
                }
                { anchor(&format!("fig{}", props.number), "¶".to_owned(), &words.figure(props.number), props.lang) }
            </figcaption>
        </figure>
    }
}
