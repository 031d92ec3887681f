use yew::prelude::*;

use super::address::View;
use super::index::carry;
use super::menu::{self, Choice, menu};
use super::setting::{Way, use_setting};
use super::state::display::{Display, Theme};
use super::state::recent::Recent;
use super::words::{Lang, Words};
use super::{Document, Origin};
use crate::text::Encoding;

/// What a reader may choose from, the likeliest first.
const ENCODINGS: [Encoding; 5] = [Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le, Encoding::Utf16Be];

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FolioProps {
    pub display: Display,
    pub document: Option<Document>,
    pub opened: usize,
    pub can_paste: bool,
    pub onchoose: Callback<MouseEvent>,
    pub onfile: Callback<Event>,
    pub onpaste: Callback<MouseEvent>,
    pub recent: Recent,
    /// Where the index of the page's reports is, if there is one.
    pub home: Option<AttrValue>,
    /// Whether sample texts stand beside the page.
    pub samples: bool,
    pub onaddress: Callback<SubmitEvent>,
    pub onsample: Callback<MouseEvent>,
    pub onrecent: Callback<MouseEvent>,
    pub onremember: Callback<Event>,
    pub onexport: Callback<MouseEvent>,
    pub onembed: Callback<MouseEvent>,
    pub onencoding: Callback<Event>,
}

/// The line above the page. In a frame: of which report it shows a part, and the way to all of it. Else: its name, how the text was decoded, and the way to another text and out of this one.
#[component]
pub(super) fn Folio(props: &FolioProps) -> Html {
    let lang = props.display.lang();
    let words = lang.words();
    let setting = use_setting();
    if let Some(whole) = setting.whole() {
        return framed(setting.view, whole, props.document.as_ref(), lang);
    }
    let origin = props.document.as_ref().and_then(|document| document.origin.as_ref());
    html! {
        <header class="folio" lang={lang.tag()}>
            <span class="name">{ words.name }</span>
            if let Some(origin) = origin.filter(|origin| origin.is_told()) {
                { encoding(origin, words, props) }
            }
            <div class="ways">
                { menu("open", words.open, opening(words, props)) }
                // The index has nothing to inspect and nothing to export.
                if props.document.is_some() || props.home.is_none() {
                    { inspect(words, setting.view) }
                    { menu("export", words.export, exporting(words, props)) }
                }
                { menu("display", words.display, displaying(words, setting.view, props)) }
            </div>
        </header>
    }
}

/// The line above the page in a frame: what leads to the whole report, by its headline where that stands nowhere else, and the page's name.
fn framed(view: View, Way { href, target }: Way, document: Option<&Document>, lang: Lang) -> Html {
    let words = lang.words();
    let named = !matches!(view, View::Report | View::Inspect);
    let headline = document.and_then(|document| Some((document.report.headline.as_ref()?.text.as_str(), document.report.lang.tag())));
    let (title, tag) = if named { headline.unwrap_or((words.untitled, lang.tag())) } else { (words.alone, lang.tag()) };
    let link = html! { <a {href} {target} title={words.alone} lang={tag}>{ title }</a> };
    html! {
        <header class="folio" lang={lang.tag()}>
            if named { <h1 class="of">{ link }</h1> } else { <p class="of">{ link }</p> }
            <span class="name">{ words.name }</span>
        </header>
    }
}

fn opening(words: &Words, props: &FolioProps) -> Html {
    html! {
        <>
            { menu::file("file", words.file, ".txt,.htm,.html,.shtml,.json,text/plain,text/html,application/json", &props.onfile) }
            if props.can_paste {
                { menu::button("paste", words.paste, false, &props.onpaste) }
            }
            { menu::field("address", words.address, words.go, &props.onaddress) }
            if let Some(home) = &props.home {
                { menu::links("samples", words.reports, [(carry(home, props.display).into(), words.all_reports)], &Callback::noop()) }
            } else if props.samples {
                { menu::links("samples", words.samples, SAMPLES.map(|(href, title)| (href.into(), title(words))), &props.onsample) }
            }
            { remembered(words, props) }
        </>
    }
}

/// A word of the interface.
type Title = fn(&Words) -> &'static str;

/// The texts that come with the page: their places, and what they are called.
const SAMPLES: [(&str, Title); 3] = [
    ("?", |words| words.sample_default),
    ("?src=reports/typhoon.txt", |words| words.sample_typhoon),
    ("?src=reports/metro.txt", |words| words.sample_metro),
];

/// The texts opened before, if the reader wishes them to be remembered.
fn remembered(words: &Words, props: &FolioProps) -> Html {
    let Recent { on, texts } = &props.recent;
    html! {
        <li>
            <div class="choices recent" role="group" aria-label={words.recent}>
                <span aria-hidden="true">{ words.recent }</span>
                <label><input type="checkbox" id="remember" checked={*on} onchange={&props.onremember} />{ words.remember }</label>
                if !texts.is_empty() {
                    <ul role="list">
                        for text in texts {
                            <li key={text.key.clone()}>
                                <button type="button" name="recent" value={text.key.clone()} onclick={&props.onrecent}>
                                    <span class="title">{ &text.name }</span><span class="when">{ &text.when }</span>
                                </button>
                                <button
                                    type="button"
                                    name="forget"
                                    value={text.key.clone()}
                                    aria-label={words.forget(&text.name)}
                                    title={words.forget(&text.name)}
                                    onclick={&props.onrecent}
                                >
                                    { "×" }
                                </button>
                            </li>
                        }
                    </ul>
                    <button type="button" id="forget-all" name="forget" value="" onclick={&props.onrecent}>{ words.forget_all }</button>
                }
            </div>
        </li>
    }
}

/// To the lines of the source and back: one link, which keeps the focus.
fn inspect(words: &Words, view: View) -> Html {
    let (other, label) = match view {
        View::Inspect => (View::Report, words.to_report_view),
        View::Report | View::Timeline | View::Captions | View::Notice => (View::Inspect, words.inspect),
    };
    html! { <a id="inspect" class="turn" href={other.link("")}>{ label }</a> }
}

fn exporting(words: &Words, props: &FolioProps) -> Html {
    let none = props.document.is_none();
    // Who is to be found needs a name.
    let unnamed = props.document.as_ref().is_none_or(|document| document.report.headline.is_none());
    html! {
        <>
            { menu::button("save", words.save, none, &props.onexport) }
            { menu::button("save-jsonld", words.save_json_ld, none, &props.onexport) }
            { menu::button("save-markdown", words.save_markdown, none, &props.onexport) }
            { menu::button("save-page", words.save_page, none, &props.onexport) }
            { menu::button("cite", words.cite, unnamed, &props.onexport) }
            { menu::button("cite-gbt7714", words.cite_gbt7714, unnamed, &props.onexport) }
            { menu::button("embed-open", words.embed, none, &props.onembed) }
        </>
    }
}

/// The parts of a report that fill the page, those it has.
pub(super) fn parts(lang: Lang, report: &Document) -> Vec<(View, &'static str)> {
    let words = lang.words();
    let timed = if report.report.timeline.steps.is_empty() { words.calendar } else { lang.live().timeline };
    let parts = [
        (true, View::Report, words.story),
        (!report.report.timeline.steps.is_empty() || !report.calendar.is_empty(), View::Timeline, timed),
        (!report.report.captions.is_empty(), View::Captions, words.captions),
        (report.report.notice.is_some(), View::Notice, words.notice),
    ];
    parts.into_iter().filter(|(has, ..)| *has).map(|(_, view, title)| (view, title)).collect()
}

fn displaying(words: &Words, view: View, props: &FolioProps) -> Html {
    let Display { theme: now, .. } = props.display;
    let language =
        |lang: Lang| Choice { value: lang.tag(), label: lang.name(), lang: Some(lang.tag()), chosen: lang == props.display.lang() };
    let theme = |theme: Theme| Choice { value: theme.name(), label: words.theme(theme), lang: None, chosen: theme == now };
    let parts = props.document.as_ref().map(|document| parts(props.display.lang(), document)).unwrap_or_default();
    html! {
        <>
            if parts.len() > 1 {
                { menu::views(words.views, parts, view) }
            }
            { menu::choices("lang", words.language, Lang::ALL.map(language), &props.onchoose) }
            { menu::choices("theme", words.theme, Theme::ALL.map(theme), &props.onchoose) }
        </>
    }
}

/// A browser keeps what was chosen in a list, whatever the attributes say: each text has a list of its own.
fn encoding(origin: &Origin, words: &Words, props: &FolioProps) -> Html {
    html! {
        <label class="encoding" key={props.opened}>
            <span>{ words.encoding }</span>
            <select id="encoding" onchange={&props.onencoding}>
                for encoding in ENCODINGS {
                    <option value={encoding.name()} selected={encoding == origin.encoding}>
                        { words.found(encoding, origin) }
                    </option>
                }
            </select>
        </label>
    }
}
