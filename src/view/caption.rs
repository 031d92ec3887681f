use yew::prelude::*;

use super::address::View;
use super::anchor::anchor;
use super::messages::refused;
use super::setting::{Way, use_setting};
use super::state::photos::{Photo, Photos};
use super::words::{Lang, Words};
use super::{Document, PartProps};

/// The pictures of every card and what a reader does to them. A context, not a property: a body of a thousand paragraphs is
/// not rendered anew because one card has got its picture.
#[derive(Clone, PartialEq)]
pub(super) struct Pictures {
    /// The pictures.
    pub photos: Photos,
    /// What the reader does to them.
    pub events: PhotoEvents,
}

/// What a reader does to pictures, and what becomes of them.
#[derive(Clone, PartialEq)]
pub struct PhotoEvents {
    /// Files were chosen on the card of this number.
    pub onchoose: Callback<(usize, Event)>,
    /// The picture is to be taken off the card of this number.
    pub onremove: Callback<usize>,
    /// Nothing that can be shown came from this address.
    pub onbroken: Callback<AttrValue>,
}

impl Default for PhotoEvents {
    /// Nobody listens.
    fn default() -> Self {
        PhotoEvents { onchoose: Callback::noop(), onremove: Callback::noop(), onbroken: Callback::noop() }
    }
}

/// The values of a [`CaptionCard`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CaptionCardProps {
    /// The text and what it says.
    pub document: Document,
    /// Which caption, from 1.
    pub number: usize,
    /// The language of the interface.
    pub lang: Lang,
}

/// A photo caption, its credit parted from it, under its picture or a plate where that would be. It leads to its like in the other view.
#[component]
pub(super) fn CaptionCard(props: &CaptionCardProps) -> Html {
    let CaptionCardProps { document, number, lang } = props;
    let setting = use_setting();
    let pictures = use_context::<Pictures>();
    let events = pictures.as_ref().map(|pictures| pictures.events.clone()).unwrap_or_default();
    let onchoose = use_callback((events.onchoose.clone(), *number), |event: Event, (onchoose, number)| onchoose.emit((*number, event)));
    let onremove = use_callback((events.onremove.clone(), *number), |_: MouseEvent, (onremove, number)| onremove.emit(*number));
    let Some(caption) = document.report.captions.get(number - 1) else {
        return Html::default();
    };
    let words = lang.words();
    let none = Photos::default();
    let photos = pictures.as_ref().map_or(&none, |pictures| &pictures.photos);
    let photo = photos.of(*number);
    let shown = photo.filter(|photo| !photos.is_broken(&photo.address));
    let id = format!("fig{number}");
    let in_gallery = setting.view == View::Captions;
    let (other, to_other) = if in_gallery { (View::Report, words.to_story) } else { (View::Captions, words.to_gallery) };
    let Way { href, target } = setting.way(other, &id);
    // In the story a picture that came with the report is not the reader's to arrange; in a frame none is.
    let can_change = setting.frame.is_none() && (shown.is_none() || photos.is_own(*number) || in_gallery);
    html! {
        <figure
            id={id.clone()}
            class={classes!("caption", shown.map(|_| "pictured"), (photos.over == Some(*number)).then_some("over"))}
            tabindex="-1"
        >
            if let Some(photo) = shown {
                <Picture
                    key={photo.address.to_string()}
                    photo={photo.clone()}
                    caption={caption.text.to_string()}
                    own={photos.is_own(*number)}
                    onbroken={events.onbroken}
                />
            } else {
                <p key="plate" class="plate" lang={lang.tag()}><span>{ plate(photo, words) }</span></p>
            }
            <figcaption>
                <a class="number" lang={lang.tag()} {href} {target} title={to_other}>{ words.figure(*number) }</a>
                <span class="shows">{ &caption.text }</span>
                if let Some(credit) = &caption.credit {
                    <span class="credit">{ credit }</span>
                }
                if !in_gallery {
                    { anchor(&id, "¶".to_owned(), &words.figure(*number), *lang) }
                }
            </figcaption>
            if can_change {
                { hand(*number, shown.is_some(), photos.is_own(*number), *lang, onchoose, onremove) }
            }
            { refused(photos, Some(*number), *lang) }
        </figure>
    }
}

/// What a reader can do with a card: bring a picture, bring another, take their own off.
fn hand(number: usize, shown: bool, own: bool, lang: Lang, onchange: Callback<Event>, onclick: Callback<MouseEvent>) -> Html {
    let words = lang.words();
    html! {
        <p class="hand" lang={lang.tag()}>
            <label>
                <input type="file" id={format!("photo-{number}")} accept="image/*" multiple=true {onchange} />
                <span>{ if shown { words.change_photo } else { words.add_photo } }</span>
                <span class="sr">{ words.figure(number) }</span>
            </label>
            if own {
                <button type="button" {onclick}>{ words.remove_photo }<span class="sr">{ words.figure(number) }</span></button>
            }
        </p>
    }
}

/// What stands on the plate.
fn plate(photo: Option<&Photo>, words: &Words) -> String {
    photo.map_or_else(|| words.no_photo.to_owned(), |photo| words.broken_photo(&photo.name))
}

#[derive(Clone, PartialEq, Properties)]
struct PictureProps {
    photo: Photo,
    /// Said instead of the picture where nobody has said what is seen.
    caption: String,
    own: bool,
    onbroken: Callback<AttrValue>,
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    let PictureProps { photo, caption, own, onbroken } = props;
    let onerror = use_callback((onbroken.clone(), photo.address.clone()), |_: Event, (onbroken, address)| onbroken.emit(address.clone()));
    let (width, height) = photo.size.map(|(width, height)| (width.to_string(), height.to_string())).unzip();
    html! {
        <img
            src={&photo.address}
            alt={photo.alt.clone().unwrap_or_else(|| caption.clone().into())}
            {width}
            {height}
            loading={(!own).then_some("lazy")}
            decoding="async"
            {onerror}
        />
    }
}

/// All photo captions of a report side by side. A report without any says so.
#[component]
pub(super) fn Gallery(props: &PartProps) -> Html {
    let PartProps { document, lang } = props;
    let words = lang.words();
    let report = &document.report;
    html! {
        <section class="gallery" aria-labelledby="gallery-title">
            <h2 id="gallery-title" lang={lang.tag()}>{ words.captions }</h2>
            if report.captions.is_empty() {
                <p class="none" lang={lang.tag()}>{ words.no_captions }</p>
            }
            <ol class="sheet" role="list" lang={report.lang.tag()}>
                for number in 1..=report.captions.len() {
                    <li key={number}><CaptionCard document={document.clone()} {number} lang={*lang} /></li>
                }
            </ol>
        </section>
    }
}
