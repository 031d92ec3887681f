use yew::prelude::*;

use super::Document;
use super::address::View;
use super::setting::use_setting;
use super::words::Lang;
use crate::report::{Clause, Contact, ContactKind, Notice};
use crate::text::Span;

/// The values of a [`LegalNotice`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LegalNoticeProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether it is open.
    pub open: bool,
    /// It was opened or closed.
    pub ontoggle: Callback<Event>,
}

/// The legal notice, folded away until wanted; where it is what is wanted it isn't folded, and a report without one says so.
#[component]
pub(super) fn LegalNotice(props: &LegalNoticeProps) -> Html {
    let LegalNoticeProps { document, lang, open, ontoggle } = props;
    let alone = use_setting().view == View::Notice;
    let words = lang.words();
    let Some(notice) = &document.report.notice else {
        return html! { if alone { <p class="message" lang={lang.tag()}>{ words.no_notice }</p> } };
    };
    let tag = document.report.lang.tag();
    let title = html! {
        <>
            <span class="title">{ notice.title.as_deref().unwrap_or(words.notice) }</span>
            <span class="count" lang={lang.tag()}>{ words.clauses(notice.clauses.len()) }</span>
        </>
    };
    if alone {
        return html! {
            <section id="notice" class="notice" aria-labelledby="notice-title" lang={tag}>
                <h2 id="notice-title">{ title }</h2>
                { clauses(notice, &document.source) }
            </section>
        };
    }
    html! {
        <details id="notice" class="notice" open={*open} {ontoggle} lang={tag}>
            <summary>{ title }</summary>
            { clauses(notice, &document.source) }
        </details>
    }
}

/// The clauses, and the contacts that stand in none.
fn clauses(notice: &Notice, source: &str) -> Html {
    html! {
        <>
            // The numbers are the source's own, which no list style can give back; the role survives that.
            <ol role="list">
                for (index, clause) in notice.clauses.iter().enumerate() {
                    <li key={clause.span.start} id={format!("notice-{}", index + 1)} tabindex="-1">
                        if let Some(number) = &clause.number {
                            <span class="number">{ number }</span>
                        }
                        <span class="says">{ says(clause, notice, source) }</span>
                    </li>
                }
            </ol>
            { elsewhere(notice) }
        </>
    }
}

/// The text of a clause with its contacts as links.
fn says(clause: &Clause, notice: &Notice, source: &str) -> Html {
    let whole = clause.span.of(source);
    let Some(offset) = whole.rfind(clause.text.as_str()) else {
        return html! { { &clause.text } };
    };
    let text = Span::new(clause.span.start + offset, clause.span.start + offset + clause.text.len());
    let mut at = text.start;
    let mut pieces = Vec::new();
    for contact in notice.contacts.iter().filter(|contact| text.contains(contact.span)) {
        if contact.span.start < at {
            continue;
        }
        pieces.push(html! { { Span::new(at, contact.span.start).of(source).to_owned() } });
        pieces.push(link(contact));
        at = contact.span.end;
    }
    pieces.push(html! { { Span::new(at, text.end).of(source).to_owned() } });
    pieces.into_iter().collect()
}

/// Contacts that stand outside every clause, beside the title for one.
fn elsewhere(notice: &Notice) -> Html {
    let held = |contact: &&Contact| !notice.clauses.iter().any(|clause| clause.span.contains(contact.span));
    let contacts: Vec<_> = notice.contacts.iter().filter(held).collect();
    if contacts.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="contacts">
            for contact in contacts {
                <li key={contact.span.start}>{ link(contact) }</li>
            }
        </ul>
    }
}

fn link(contact: &Contact) -> Html {
    let value = &contact.value;
    let href = match contact.kind {
        ContactKind::Email => format!("mailto:{value}"),
        ContactKind::Phone => {
            let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            format!("tel:{digits}")
        }
        ContactKind::Fax | ContactKind::Address | ContactKind::Qq | ContactKind::Wechat => return html! { { value } },
    };
    html! { <a {href}>{ value }</a> }
}
