//! Hostile texts through the parser and every export: each stays a text.

#[path = "fixtures/hostile.rs"]
mod hostile;

use pulldown_cmark::{Event, Parser, Tag};
use wirecopy::export::Form;
use wirecopy::text::decode;

#[test]
fn hostile_texts_are_texts_in_every_export() {
    let texts = hostile::texts();
    assert!(texts.len() >= 200, "{} texts", texts.len());
    for text in texts {
        let name = text.name;
        let decoded = decode::read(&text.bytes, None);
        let report = wirecopy::parse(&decoded.text);
        for form in Form::ALL {
            let written = form.write(&report, &decoded.text).expect("a report can be written");
            match form {
                Form::Markdown => {
                    for event in Parser::new(&written) {
                        let told = match &event {
                            Event::Html(html) | Event::InlineHtml(html) => Some(html.to_string()),
                            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
                            _ => None,
                        };
                        assert_eq!(told, None, "{name}: Markdown takes it for more than text");
                    }
                }
                Form::Json | Form::JsonLd => {
                    serde_json::from_str::<serde_json::Value>(&written).unwrap_or_else(|error| panic!("{name}: {error}"));
                }
            }
            // What ends a script or begins a comment could not stand in a page.
            if form == Form::JsonLd {
                assert!(!written.contains("</") && !written.contains("<!"), "{name}: the script it stands in would end");
            }
        }
    }
}
