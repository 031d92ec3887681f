//! The table of contents.

use std::rc::Rc;

use yew::prelude::*;

use super::words::Lang;
use crate::report::Script;

/// The table of contents of headings written in a script, which knows in which section the reader is: from 1; 0 before the first. A report with
/// fewer than two headings has none.
pub(crate) fn contents(headings: &[AttrValue], script: Script, lang: Lang, section: usize) -> Html {
    if headings.len() < 2 {
        return Html::default();
    }
    table(headings, lang, html! { <ol lang={script.tag()}>{ entries(headings, 0, section) }</ol> })
}

fn table(headings: &[AttrValue], lang: Lang, entries: Html) -> Html {
    let class = if headings.len() < LONG { "contents" } else { "contents long" };
    html! { <nav {class} aria-label={lang.live().contents} lang={lang.tag()}>{ entries }</nav> }
}

fn entries(headings: &[AttrValue], before: usize, section: usize) -> Html {
    let entry = |(number, heading): (usize, &AttrValue)| {
        html! {
            <li key={number}>
                <a href={format!("#sec{number}")} aria-current={(number == section).then_some("location")}>{ heading }</a>
            </li>
        }
    };
    (before + 1..).zip(headings).map(entry).collect()
}

/// From so many headings on the table is long: it scrolls for itself, and of its parts only those in sight are laid out.
const LONG: usize = 100;

/// So many headings make a part of a long table.
const PART: usize = 50;

/// The table of contents of a report of any length.
pub(super) fn any_contents(headings: &Rc<[AttrValue]>, script: Script, lang: Lang, section: usize) -> Html {
    if headings.len() < LONG {
        return contents(headings, script, lang, section);
    }
    let part = |first: usize| {
        let here = (first + 1..=first + PART).contains(&section);
        let section = if here { section } else { 0 };
        html! { <Part key={first} headings={Headings(Rc::clone(headings))} {first} {script} {section} /> }
    };
    table(headings, lang, (0..headings.len()).step_by(PART).map(part).collect())
}

/// The headings of one report; others are those of another.
#[derive(Clone)]
struct Headings(Rc<[AttrValue]>);

impl PartialEq for Headings {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    headings: Headings,
    first: usize,
    script: Script,
    section: usize,
}

/// Some headings of a long table.
#[component]
fn Part(props: &PartProps) -> Html {
    let PartProps { headings, first, script, section } = props;
    let end = (first + PART).min(headings.0.len());
    html! {
        <ol lang={script.tag()} start={(first + 1).to_string()}>{ entries(&headings.0[*first..end], *first, *section) }</ol>
    }
}
