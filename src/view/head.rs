use yew::prelude::*;

use super::PartProps;
use super::address::View;
use super::setting::{Setting, Way, use_setting};
use super::words::Words;
use crate::report::{Dateline, Name};

/// The head of a report: headline, then dateline, byline and editors as metadata, and the way to its captions.
#[component]
pub(super) fn Head(props: &PartProps) -> Html {
    let words = props.lang.words();
    let setting = use_setting();
    let report = &props.document.report;
    let reporters = report.dateline.as_ref().map_or(&[][..], |dateline| &dateline.reporters);
    let authors = report.byline.as_ref().map_or(&[][..], |byline| &byline.names);
    html! {
        <header class="head" lang={report.lang.tag()}>
            if let Some(headline) = &report.headline {
                <h1>{ set(&headline.text) }</h1>
            } else {
                <h1 class="untitled" lang={props.lang.tag()}>{ words.untitled }</h1>
            }
            <div class="meta">
                if let Some(dateline) = &report.dateline {
                    <p class="dateline">{ origin(dateline) }</p>
                }
                { people("byline", words.authors, authors, props) }
                { people("reporters", words.reporters, reporters, props) }
                { people("editors", words.editors, &report.editors.0, props) }
                { other_view(props, &setting, words) }
            </div>
        </header>
    }
}

/// Quotations so short (in characters, with their marks) are not broken between two lines of a headline. Ten fit on the
/// narrowest page.
const WHOLE: usize = 10;

/// A headline, what it quotes kept whole.
fn set(headline: &str) -> Html {
    let piece = |(text, whole): (&str, bool)| {
        if whole {
            html! { <span class="whole">{ text.to_owned() }</span> }
        } else {
            html! { { text.to_owned() } }
        }
    };
    quotations(headline).into_iter().map(piece).collect()
}

/// A text cut at its short quotations and titles, which are marked.
fn quotations(text: &str) -> Vec<(&str, bool)> {
    const MARKS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉')];
    let mut pieces = Vec::new();
    // What stands before `from` is cut; what stands before `at` is looked at.
    let (mut from, mut at) = (0, 0);
    while let Some(mark) = text[at..].chars().next() {
        let start = at;
        at += mark.len_utf8();
        let Some((_, closing)) = MARKS.iter().find(|(opening, _)| *opening == mark) else { continue };
        let Some((length, (offset, _))) = text[start..].char_indices().enumerate().take(WHOLE).find(|(_, (_, c))| c == closing) else {
            continue;
        };
        if length > 0 {
            at = start + offset + closing.len_utf8();
            pieces.extend((from < start).then_some((&text[from..start], false)));
            pieces.push((&text[start..at], true));
            from = at;
        }
    }
    pieces.extend((from < text.len()).then_some((&text[from..], false)));
    pieces
}

/// Agency, place and date; a dateline that could not be taken apart stands as it is.
fn origin(dateline: &Dateline) -> Html {
    let Dateline { text, agency, place, date, resolved, .. } = dateline;
    if agency.is_none() && place.is_none() && date.is_none() {
        return html! { <span>{ text }</span> };
    }
    html! {
        <>
            if let Some(agency) = agency { <span class="agency">{ agency }</span> }
            if let Some(place) = place { <span class="place">{ place }</span> }
            if let Some(date) = date { <time class="date" datetime={resolved.clone()}>{ date }</time> }
        </>
    }
}

/// From the story to the captions, if there are any, and from a part back to the story: one link, which keeps the focus.
fn other_view(props: &PartProps, setting: &Setting, words: &Words) -> Html {
    let captions = props.document.report.captions.len();
    let (other, label) = match setting.view {
        View::Report if captions == 0 => return Html::default(),
        View::Report => (View::Captions, words.captions_count(captions)),
        View::Timeline | View::Captions | View::Notice | View::Inspect => (View::Report, words.to_report.to_owned()),
    };
    let Way { href, target } = setting.way(other, "");
    html! { <p class="views"><a {href} {target} lang={props.lang.tag()}>{ label }</a></p> }
}

fn people(class: &'static str, role: &'static str, names: &[Name], props: &PartProps) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <p class={class}>
            <span class="role" lang={props.lang.tag()}>{ role }</span>
            for name in names {
                <span class="name" key={name.span.start}>{ &name.text }</span>
            }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_headline_keeps_whole() {
        for (headline, pieces) in [
            ("雨停了", "雨停了"),
            ("“大考”下的“平战一体化”防线", "[“大考”]下的[“平战一体化”]防线"),
            ("他说“水退之前，谁也不能走”", "他说“水退之前，谁也不能走”"),
            ("“他说‘不走’，大家都不走”", "“他说[‘不走’]，大家都不走”"),
            ("半个“引号", "半个“引号"),
            ("《渡口》", "[《渡口》]"),
            ("", ""),
        ] {
            let drawn = |(text, whole): (&str, bool)| if whole { format!("[{text}]") } else { text.to_owned() };
            assert_eq!(quotations(headline).into_iter().map(drawn).collect::<String>(), pieces);
        }
    }
}
