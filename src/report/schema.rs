//! What a schema must be told of the types whose JSON is written by hand.

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Map, Value};

use crate::text::{Excerpt, Span};

/// A day, as far as it is known: `2021-12-21`, `XXXX-12-21`.
pub(super) const DAY: &str = r"^(\d{4,}|XXXX)-(\d\d|XX)-\d\d$";

/// An ISO 8601 duration; any part of it may have a fraction.
pub(super) const DURATION: &str = r"^P(?=.)(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?$";

impl JsonSchema for Span {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "`[start, end)`: byte offsets into the decoded text in UTF-8, a byte order mark not counted.",
            "type": "array",
            "items": { "type": "integer", "minimum": 0 },
            "minItems": 2,
            "maxItems": 2,
        })
    }
}

impl JsonSchema for Excerpt {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// The fields of [`super::Editors`] as they stand in a report.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is asked for")]
pub(super) struct Editors {
    /// The people an editor line names.
    editors: Vec<String>,
    /// Where their names stand.
    editor_spans: Vec<Span>,
}

/// The spans of a dateline's reporters stand in a list beside them.
pub(super) fn reporters(dateline: &mut Schema) {
    beside(dateline, "reporters", "reporter_spans");
}

/// The spans of a byline's names stand in a list beside them.
pub(super) fn names(byline: &mut Schema) {
    beside(byline, "names", "name_spans");
}

fn beside(schema: &mut Schema, names: &str, spans: &str) {
    let list = json_schema!({ "description": "Where their names stand.", "type": "array", "items": { "$ref": "#/$defs/Span" } });
    let properties = properties(schema);
    let at = properties.keys().position(|name| name == names).map_or(properties.len(), |at| at + 1);
    properties.shift_insert(at, spans.to_owned(), list.to_value());
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(at, spans.into());
    }
}

/// A report may be exported with its text.
pub(super) fn source(report: &mut Schema) {
    let source = json_schema!({ "description": "The text that spans count in, where it was exported with the report.", "type": "string" });
    properties(report).insert("source".to_owned(), source.to_value());
}

fn properties(schema: &mut Schema) -> &mut Map<String, Value> {
    schema.get_mut("properties").and_then(Value::as_object_mut).expect("a struct's schema has properties")
}
