//! How the reader would have the report in another page.

use yew::AttrValue;

use super::display::Theme;
use crate::view::address::{View, with_parameter, within};
use crate::view::words::Lang;

/// A frame of the page, as the dialog has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    /// The address of the page without any of the choices below, and without a fragment.
    pub address: AttrValue,
    /// What it shows.
    pub view: View,
    /// In which light; as the host's reader has it unless chosen.
    pub theme: Theme,
    /// In which language; in that of the host's reader unless chosen.
    pub lang: Option<Lang>,
    /// N as it was when the dialog opened, in hours.
    pub hours: f64,
    /// Whether the timeline begins there.
    pub here: bool,
    /// Whether the markup was copied as it is now; if not, whether the browser refused to.
    pub copied: Option<bool>,
}

/// What happens to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The dialog opens, on the page of this address.
    Open(AttrValue),
    /// Something is chosen.
    Choose(Choice),
    /// The markup was copied, or could not be.
    Copied(bool),
    /// The dialog closes.
    Close,
}

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// What the frame shows.
    View(View),
    /// Its light.
    Theme(Theme),
    /// Its language.
    Lang(Option<Lang>),
    /// Whether its timeline begins at N.
    Here(bool),
}

impl Choice {
    /// Reads a choice from the id and the value of its control.
    pub fn read(name: &str, value: &str) -> Option<Self> {
        match name {
            "embed-view" => Some(Choice::View(View::of_name(value))),
            "embed-theme" => Theme::ALL.into_iter().find(|theme| theme.name() == value).map(Choice::Theme),
            "embed-lang" => Some(Choice::Lang(Lang::of_tag(value))),
            _ => None,
        }
    }
}

/// How high (in CSS pixels) a view is taken to be before it has told its height.
pub fn height(view: View) -> u32 {
    match view {
        View::Timeline => 760,
        View::Captions => 640,
        View::Notice => 480,
        View::Report | View::Inspect => 900,
    }
}

impl Embedding {
    /// The frame's query and fragment; relative to the page they are its address.
    pub fn query(&self) -> String {
        let query = self.address.split_once('?').map_or("", |(_, query)| query);
        let chosen = [
            ("view", (self.view != View::default()).then(|| self.view.name())),
            ("lang", self.lang.map(Lang::tag)),
            ("theme", (self.theme != Theme::default()).then(|| self.theme.name())),
        ];
        let query = chosen.into_iter().fold(query.to_owned(), |query, (name, value)| with_parameter(&query, name, value));
        let fragment = if self.here && self.has_timeline() { within(self.hours) } else { String::new() };
        format!("{query}{fragment}")
    }

    /// The whole address.
    pub fn whole(&self) -> String {
        let page = self.address.split('?').next().unwrap_or_default();
        format!("{page}{}", self.query())
    }

    /// Whether what it shows has a timeline.
    pub fn has_timeline(&self) -> bool {
        matches!(self.view, View::Report | View::Timeline)
    }
}

/// The dialog after an action; `view` and `hours` are what the page shows.
pub(super) fn reduce(dialog: &mut Option<Embedding>, action: Action, view: View, hours: f64) {
    match (action, dialog) {
        (Action::Open(address), dialog) => {
            let view = if matches!(view, View::Report | View::Inspect) { View::Timeline } else { view };
            *dialog = Some(Embedding { address, view, theme: Theme::default(), lang: None, hours, here: false, copied: None });
        }
        (Action::Close, dialog) => *dialog = None,
        (Action::Copied(copied), Some(dialog)) => dialog.copied = Some(copied),
        (Action::Choose(choice), Some(dialog)) => {
            dialog.copied = None;
            match choice {
                Choice::View(view) => dialog.view = view,
                Choice::Theme(theme) => dialog.theme = theme,
                Choice::Lang(lang) => dialog.lang = lang,
                Choice::Here(here) => dialog.here = here,
            }
        }
        (Action::Copied(_) | Action::Choose(_), None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(address: &'static str, actions: &[Action]) -> Option<Embedding> {
        let mut dialog = None;
        for action in [Action::Open(address.into())].iter().chain(actions) {
            reduce(&mut dialog, action.clone(), View::Report, 3.0);
        }
        dialog
    }

    #[test]
    fn addresses() {
        let choose = |choices: &[Choice]| {
            let actions: Vec<Action> = choices.iter().map(|choice| Action::Choose(*choice)).collect();
            after("https://a.example/p/?src=b.txt", &actions).unwrap()
        };
        for (choices, address) in [
            (&[][..], "https://a.example/p/?src=b.txt&view=timeline"),
            (&[Choice::View(View::Report)], "https://a.example/p/?src=b.txt"),
            (&[Choice::Here(true)], "https://a.example/p/?src=b.txt&view=timeline#within=PT3H"),
            (&[Choice::Here(true), Choice::View(View::Notice)], "https://a.example/p/?src=b.txt&view=notice"),
            (
                &[Choice::Lang(Some(Lang::En)), Choice::Theme(Theme::Dark)],
                "https://a.example/p/?src=b.txt&view=timeline&lang=en&theme=dark",
            ),
            (&[Choice::Lang(Some(Lang::En)), Choice::Lang(None)], "https://a.example/p/?src=b.txt&view=timeline"),
        ] {
            assert_eq!(choose(choices).whole(), address);
        }
        assert_eq!(after("https://a.example/", &[]).unwrap().whole(), "https://a.example/?view=timeline");
    }

    #[test]
    fn another_choice_is_not_copied_yet() {
        let copied = after("a", &[Action::Copied(true)]).unwrap();
        assert_eq!(copied.copied, Some(true));
        let chosen = after("a", &[Action::Copied(true), Action::Choose(Choice::Here(true))]).unwrap();
        assert_eq!(chosen.copied, None);
        assert_eq!(after("a", &[Action::Close, Action::Copied(true)]), None);
    }

    #[test]
    fn controls_by_name() {
        for (name, value, choice) in [
            ("embed-view", "notice", Some(Choice::View(View::Notice))),
            ("embed-lang", "zh-Hant", Some(Choice::Lang(Some(Lang::Hant)))),
            ("embed-lang", "", Some(Choice::Lang(None))),
            ("embed-theme", "dark", Some(Choice::Theme(Theme::Dark))),
            ("encoding", "utf-8", None),
        ] {
            assert_eq!(Choice::read(name, value), choice, "{name}={value}");
        }
    }
}
