//! In which language and in which light the page shows itself.

use crate::view::words::Lang;

/// Language and light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// The language the browser asks for.
    pub found: Lang,
    /// The language that the address or the reader chose instead.
    pub lang: Option<Lang>,
    /// The light that the address or the reader chose.
    pub theme: Theme,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// The dark scheme.
    Dark,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Auto];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What a reader or the address can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The language of the interface.
    Lang(Lang),
    /// The light.
    Theme(Theme),
}

impl Choice {
    /// Reads a choice from its name and value, which are those of the address: `lang=en`, `theme=dark`.
    pub fn read(name: &str, value: &str) -> Option<Self> {
        match name {
            "lang" => Lang::of_tag(value).map(Choice::Lang),
            "theme" => Theme::ALL.into_iter().find(|theme| theme.name() == value).map(Choice::Theme),
            _ => None,
        }
    }
}

impl Display {
    /// The language the page speaks.
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or(self.found)
    }

    /// Its choices as they stand in the address, name and value; what was not chosen has no value.
    pub fn address(&self) -> [(&'static str, Option<&'static str>); 2] {
        [("lang", self.lang.map(Lang::tag)), ("theme", (self.theme != Theme::Auto).then(|| self.theme.name()))]
    }

    pub(super) fn reduce(&mut self, choice: Choice) {
        match choice {
            Choice::Lang(lang) => self.lang = Some(lang),
            Choice::Theme(theme) => self.theme = theme,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_by_name() {
        for (name, value, choice) in [
            ("lang", "zh-TW", Some(Choice::Lang(Lang::Hant))),
            ("lang", "fr", None),
            ("theme", "dark", Some(Choice::Theme(Theme::Dark))),
            ("theme", "auto", Some(Choice::Theme(Theme::Auto))),
            ("theme", "sepia", None),
            ("src", "dark", None),
        ] {
            assert_eq!(Choice::read(name, value), choice, "{name}={value}");
        }
    }

    #[test]
    fn what_was_chosen_comes_back_from_the_address() {
        for lang in [None, Some(Lang::Hans), Some(Lang::Hant), Some(Lang::En)] {
            for theme in Theme::ALL {
                let display = Display { lang, theme, ..Display::default() };
                let mut again = Display::default();
                for (name, value) in display.address() {
                    if let Some(choice) = value.and_then(|value| Choice::read(name, value)) {
                        again.reduce(choice);
                    }
                }
                assert_eq!(again, display);
            }
        }
    }

    #[test]
    fn the_readers_language_wins_over_the_browsers() {
        let mut display = Display { found: Lang::En, ..Display::default() };
        assert_eq!(display.lang(), Lang::En);
        display.reduce(Choice::Lang(Lang::Hant));
        assert_eq!(display.lang(), Lang::Hant);
    }
}
