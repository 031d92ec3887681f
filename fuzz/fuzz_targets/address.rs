//! Any address, photo list and exported report, as strangers may write them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirecopy::export;
use wirecopy::view::address::{Fragment, View, with_parameter, within};
use wirecopy::view::photo_list::PhotoList;

fuzz_target!(|text: &str| {
    match Fragment::read(text) {
        Some(Fragment::Within(hours)) => {
            assert!(hours.is_finite() && hours >= 0.0, "{hours}");
            // Rounded to the second once, it stays.
            let Some(Fragment::Within(again)) = Fragment::read(&within(hours)) else { panic!("{hours} h can't be read again") };
            assert_eq!(within(again), within(hours));
        }
        Some(Fragment::Element(_)) | None => {}
    }
    if let Some((view, place)) = View::of_link(text) {
        assert_eq!(View::of_link(&view.link(place)), Some((view, place)));
    }
    with_parameter(text, "view", Some("captions"));
    with_parameter(text, "src", None);
    PhotoList::read(text);
    if let Ok(saved) = export::saved(text)
        && let Some(source) = saved.source
    {
        wirecopy::parse_with(&source, &saved.corrections);
    }
});
