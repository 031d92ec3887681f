use yew::prelude::*;

use super::address::{View, with_parameter};

/// The page around a part of the report: which view it is, and whether it stands in a frame of another page. A context: what leads to another part
/// asks it for the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Setting {
    /// The view.
    pub view: View,
    /// In a frame, the query of the page's address.
    pub frame: Option<AttrValue>,
}

/// Where a link leads, and where it opens.
pub(super) struct Way {
    pub href: String,
    pub target: Option<&'static str>,
}

impl Setting {
    /// The way to a place in a view, or to its top. Out of a frame it leads into a tab of its own: a frame stays what the page around it shows.
    pub(super) fn way(&self, view: View, id: &str) -> Way {
        match &self.frame {
            _ if view == self.view => Way { href: format!("#{id}"), target: None },
            None => Way { href: view.link(id), target: None },
            Some(query) => Way { href: alone(query, view, id), target: Some("_blank") },
        }
    }

    /// Out of a frame: the way to the whole report.
    pub(super) fn whole(&self) -> Option<Way> {
        let query = self.frame.as_ref()?;
        Some(Way { href: alone(query, View::Report, ""), target: Some("_blank") })
    }
}

/// The address of a place in a view, beside which the rest of the query stays as it is.
fn alone(query: &str, view: View, id: &str) -> String {
    let query = with_parameter(query, "view", (view != View::default()).then(|| view.name()));
    let (mark, hash) = (if query.is_empty() { "?" } else { "" }, if id.is_empty() { "" } else { "#" });
    format!("{mark}{query}{hash}{id}")
}

/// The setting of the component that asks.
#[hook]
pub(super) fn use_setting() -> Setting {
    use_context::<Setting>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways() {
        let page = |view| Setting { view, frame: None };
        let frame = |view, query: &'static str| Setting { view, frame: Some(query.into()) };
        for (setting, view, id, href, target) in [
            (page(View::Report), View::Report, "s1", "#s1", None),
            (page(View::Timeline), View::Report, "s1", "?view=report#s1", None),
            (page(View::Report), View::Captions, "", "?view=captions", None),
            (frame(View::Report, ""), View::Report, "s1", "#s1", None),
            (frame(View::Timeline, "?view=timeline"), View::Report, "s1", "?#s1", Some("_blank")),
            (frame(View::Timeline, "?src=a.txt&view=timeline&lang=en"), View::Report, "", "?src=a.txt&lang=en", Some("_blank")),
            (frame(View::Captions, "?view=captions"), View::Timeline, "step-1", "?view=timeline#step-1", Some("_blank")),
        ] {
            let way = setting.way(view, id);
            assert_eq!((way.href.as_str(), way.target), (href, target));
        }
    }
}
