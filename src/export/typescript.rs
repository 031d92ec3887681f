//! TypeScript types of the output contract, written from its schema.
//!
//! Objects become interfaces, lists of names unions; `null` is said where it may stand. What a schema can say beyond that and ours doesn't is not known here.

use std::fmt::Write;

use serde_json::{Map, Value};

/// Declarations of all types of a report, `Report` first, with a module's `export`.
pub fn typescript() -> String {
    let schema = super::schema();
    let mut out = String::from("// Written by `wirecopy schema --typescript`.\n");
    declare(&mut out, "Report", &schema);
    for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
        declare(&mut out, name, schema);
    }
    out
}

fn declare(out: &mut String, name: &str, schema: &Value) {
    out.push('\n');
    comment(out, "", schema);
    // Writing to a string does not fail.
    let _ = match schema.get("properties").and_then(Value::as_object) {
        Some(properties) => writeln!(out, "export interface {name} {}", interface(schema, properties)),
        None => match schema.get("oneOf").and_then(Value::as_array) {
            Some(choices) => writeln!(out, "export type {name} ={};", union(choices)),
            None => writeln!(out, "export type {name} = {};", kind(schema)),
        },
    };
}

fn interface(schema: &Value, properties: &Map<String, Value>) -> String {
    let required = |name: &str| schema["required"].as_array().is_some_and(|required| required.iter().any(|known| known == name));
    let mut out = String::from("{\n");
    for (name, property) in properties {
        comment(&mut out, "  ", property);
        let mark = if required(name) { "" } else { "?" };
        let _ = writeln!(out, "  {name}{mark}: {};", kind(property));
    }
    out.push('}');
    out
}

/// Names with what each means.
fn union(choices: &[Value]) -> String {
    let mut out = String::new();
    for choice in choices {
        out.push('\n');
        comment(&mut out, "  ", choice);
        let _ = write!(out, "  | {}", choice["const"]);
    }
    out
}

fn kind(schema: &Value) -> String {
    if let Some(choices) = schema.get("enum").and_then(Value::as_array) {
        return choices.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return name.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        return choices.iter().map(kind).collect::<Vec<_>>().join(" | ");
    }
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).map(|name| primitive(name, schema)).collect::<Vec<_>>().join(" | "),
        Value::String(name) => primitive(name, schema),
        _ => "unknown".to_owned(),
    }
}

fn primitive(name: &str, schema: &Value) -> String {
    match name {
        "integer" | "number" => "number".to_owned(),
        "array" => {
            let item = kind(&schema["items"]);
            match (schema["minItems"].as_u64(), schema["maxItems"].as_u64()) {
                (Some(2), Some(2)) => format!("[start: {item}, end: {item}]"),
                _ => format!("{item}[]"),
            }
        }
        other => other.to_owned(),
    }
}

fn comment(out: &mut String, indent: &str, schema: &Value) {
    if let Some(text) = schema.get("description").and_then(Value::as_str) {
        let lines = text.replace("*/", "* /").replace('\n', &format!("\n{indent} * "));
        let end = if lines.contains('\n') { format!("\n{indent}") } else { String::new() };
        let start = if end.is_empty() { " ".to_owned() } else { format!("\n{indent} * ") };
        let _ = writeln!(out, "{indent}/**{start}{lines}{end} */");
    }
}
