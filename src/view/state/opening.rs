//! A text on its way to the page.

/// What is known of it so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The file's name or the address.
    pub name: String,
    /// How many bytes have come.
    pub got: u64,
    /// How many there are, where that is known.
    pub of: Option<u64>,
}

/// What happens on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It takes long enough to be told, and has come so far.
    Coming(Coming),
    /// It is not waited for any more.
    Over,
}

pub(super) fn reduce(coming: &mut Option<Coming>, action: Action) {
    *coming = match action {
        Action::Coming(so_far) => Some(so_far),
        Action::Over => None,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts() {
        let so_far = |got| Coming { name: "a.txt".into(), got, of: Some(9) };
        let mut coming = None;
        reduce(&mut coming, Action::Coming(so_far(1)));
        reduce(&mut coming, Action::Coming(so_far(5)));
        assert_eq!(coming, Some(so_far(5)));
        reduce(&mut coming, Action::Over);
        assert_eq!(coming, None);
    }
}
