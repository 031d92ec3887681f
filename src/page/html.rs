//! Pages to text by the browser's own parser, which here runs no script and loads nothing.

use std::borrow::Cow;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

use crate::text::markup::{self, Part, Tree};

/// The text of a page: its [`lines`](markup::lines).
pub(super) fn to_text(page: &str) -> String {
    // The one mark a decoder leaves is no text of the page.
    let page = page.strip_prefix('\u{FEFF}').unwrap_or(page);
    match parse(&markup::unscripted(page)) {
        Ok(page) => markup::lines(&page),
        // The tags that stay are remains, which any text may have.
        Err(_) => page.to_owned(),
    }
}

fn parse(page: &str) -> Result<Dom, JsValue> {
    let trusted = POLICY.with(|policy| policy.as_ref().map(|policy| policy.create_html(page)));
    let page = trusted.unwrap_or_else(|| Ok(page.into()))?;
    Ok(Dom(Parser::new()?.parse(&page, "text/html")?))
}

struct Dom(Document);

impl Tree for Dom {
    type Node = Node;

    fn root(&self) -> Node {
        self.0.clone().into()
    }

    fn part<'a>(&'a self, node: &'a Node) -> Part<'a> {
        match node.node_type() {
            Node::TEXT_NODE => Part::Text(Cow::Owned(node.node_value().unwrap_or_default())),
            Node::ELEMENT_NODE => {
                let element: &Element = node.unchecked_ref();
                let name = element.local_name();
                let alt = if name == "img" { element.get_attribute("alt") } else { None };
                Part::Element { hidden: element.has_attribute("hidden"), alt: alt.map(Cow::Owned), name: Cow::Owned(name) }
            }
            _ => Part::Other,
        }
    }

    fn first(&self, node: &Node) -> Option<Node> {
        node.first_child()
    }

    fn next(&self, node: &Node) -> Option<Node> {
        node.next_sibling()
    }

    fn parent(&self, node: &Node) -> Option<Node> {
        node.parent_node()
    }
}

thread_local! {
    /// The one policy under which markup becomes a document; `index.html` allows no other. A browser without Trusted Types needs none.
    static POLICY: Option<Policy> = TRUSTED_TYPES.with(|types| types.as_ref()?.create_policy("wirecopy-html", &rules()?).ok());
}

/// Markup goes to the parser as it is: `String` gives back what it gets.
fn rules() -> Option<Object> {
    let rules = Object::new();
    STRING.with(|string| Reflect::set(&rules, &"createHTML".into(), string)).ok()?;
    Some(rules)
}

#[wasm_bindgen]
extern "C" {
    type TrustedTypes;
    #[wasm_bindgen(thread_local_v2, js_name = trustedTypes)]
    static TRUSTED_TYPES: Option<TrustedTypes>;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &TrustedTypes, name: &str, rules: &Object) -> Result<Policy, JsValue>;

    type Policy;
    #[wasm_bindgen(method, catch, js_name = createHTML)]
    fn create_html(this: &Policy, html: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = DOMParser)]
    type Parser;
    #[wasm_bindgen(catch, constructor, js_class = DOMParser)]
    fn new() -> Result<Parser, JsValue>;
    #[wasm_bindgen(method, catch, js_name = parseFromString)]
    fn parse(this: &Parser, html: &JsValue, kind: &str) -> Result<Document, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_name = String)]
    static STRING: JsValue;
}
