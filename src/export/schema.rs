//! The output contract for programs: its JSON Schema, made from the types, and its TypeScript types, made from the schema.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::Value;

use crate::report::Report;

/// The [JSON Schema](https://json-schema.org/draft/2020-12) of what [`json`](super::json) and [`json_with_source`](super::json_with_source) write.
///
/// Every field is required but `source`, and more may come: nothing is closed.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Report>();
    RecursiveTransform(plain).transform(&mut schema);
    // What it is stands first.
    let object = schema.ensure_object();
    for (at, key) in ["$schema", "title", "description"].into_iter().enumerate() {
        if let Some(value) = object.shift_remove(key) {
            object.shift_insert(at, key.to_owned(), value);
        }
    }
    schema.to_value()
}

/// Takes out what is Rust's own: links in descriptions and the sizes of numbers.
fn plain(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = prose(text);
    }
    if schema.get("type").is_some_and(|kind| kind != "string") {
        schema.remove("format");
    }
}

/// A doc comment in the words of the JSON: a link to an item becomes the name it has there, a broken line a space.
///
/// [`Label::EndMark`](crate::report::Label::EndMark) becomes `end_mark`.
fn prose(comment: &str) -> String {
    let mut text = String::with_capacity(comment.len());
    let mut rest = comment;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((path, after)) = link.split_once("`]") else { break };
        text.push_str(before);
        text.push('`');
        text.push_str(&snake_case(path.rsplit("::").next().unwrap_or(path)));
        text.push('`');
        rest = after.strip_prefix('(').and_then(|target| target.split_once(')')).map_or(after, |(_, after)| after);
    }
    text.push_str(rest);
    text.replace("\n\n", "\0").replace('\n', " ").replace('\0', "\n\n")
}

fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 2);
    let mut small = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && small {
            snake.push('_');
        }
        small = c.is_ascii_lowercase();
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_speak_of_the_json() {
        for (comment, expected) in [
            ("The n-th is the n-th [`Label::EndMark`].", "The n-th is the n-th `end_mark`."),
            ("Where [`text`](Self::text) stands,\nnot [`CORRECTED`].", "Where `text` stands, not `corrected`."),
            ("One.\n\nTwo [`never ends", "One.\n\nTwo [`never ends"),
            ("`中新网` [1]", "`中新网` [1]"),
        ] {
            assert_eq!(prose(comment), expected);
        }
    }
}
