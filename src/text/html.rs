//! Pages to text, on machines without a browser.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};

use super::markup::{self, Kind, Part, kind};

/// The text of a page, parsed as browsers do: its [`lines`](markup::lines). Total and linear.
///
/// ```
/// let page = "<html><body><h1>一场大雨</h1><p>雨停了。<p hidden>旧稿<p>&ldquo;走吧。&rdquo;";
/// assert_eq!(wirecopy::text::html::to_text(page), "一场大雨\n雨停了。\n“走吧。”\n");
/// ```
pub fn to_text(page: &str) -> String {
    parse(page, TreeBuilderOpts::default())
}

fn parse(page: &str, options: TreeBuilderOpts) -> String {
    const PIECE: usize = 1 << 13;
    const MANY: usize = 512;
    let parser = Tokenizer::new(Shallow::new(TreeBuilder::new(Tree::new(), options)), TokenizerOpts::default());
    let input = BufferQueue::default();
    // It stops at scripts and at declared encodings; neither matters here.
    let feed = |piece: &str| {
        input.push_back(StrTendril::from(piece));
        while !matches!(parser.feed(&input), TokenizerResult::Done) {}
    };
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, more) = rest.split_at(rest.floor_char_boundary(PIECE));
        let tokens = parser.sink.tokens.get();
        feed(piece);
        // Attributes without end, each compared with those before: the tag ends here. A quoted value or a comment takes no harm.
        if parser.sink.tokens.get() == tokens
            && piece.bytes().filter(|b| matches!(b, b' ' | b'\t' | b'\n' | b'/' | b'"' | b'\'')).count() > MANY
        {
            feed(">");
        }
        rest = more;
    }
    parser.end();
    let tree = &parser.sink.builder.sink;
    markup::lines(&Nodes(&tree.nodes.borrow()))
}

/// Keeps the tree shallow on its way to the builder, which looks through all open elements again and again.
struct Shallow {
    builder: TreeBuilder<Handle, Tree>,
    /// How many elements were left out and are not closed yet.
    left_out: Cell<usize>,
    /// How many tokens came.
    tokens: Cell<usize>,
}

impl Shallow {
    /// Deeper than any page people wrote.
    const DEEPEST: usize = 256;

    fn new(builder: TreeBuilder<Handle, Tree>) -> Self {
        Shallow { builder, left_out: Cell::new(0), tokens: Cell::new(0) }
    }

    /// The tag to build instead of `tag`.
    fn instead(&self, mut tag: Tag) -> Option<Tag> {
        // Formatting is reopened in every paragraph that follows, however much of it; it says nothing about the text.
        if matches!(
            &*tag.name,
            "a" | "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u"
        ) {
            tag.name = local_name!("span");
        }
        // What changes how the page is cut into tokens, and what holds nothing, is never left out.
        if matches!(
            &*tag.name,
            "html"
                | "head"
                | "body"
                | "title"
                | "script"
                | "style"
                | "noscript"
                | "textarea"
                | "iframe"
                | "noembed"
                | "noframes"
                | "xmp"
                | "plaintext"
                | "br"
                | "hr"
                | "img"
                | "input"
                | "wbr"
        ) {
            return Some(tag);
        }
        let out = self.left_out.get();
        let left_out = match tag.kind {
            TagKind::StartTag => self.builder.sink.depth.get() > Self::DEEPEST,
            TagKind::EndTag => out > 0,
        };
        if !left_out {
            return Some(tag);
        }
        self.left_out.set(if tag.kind == TagKind::StartTag { out + 1 } else { out - 1 });
        (kind(&tag.name) != Kind::Inline).then(|| Tag {
            kind: TagKind::StartTag,
            name: local_name!("br"),
            self_closing: false,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        })
    }
}

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        self.tokens.set(self.tokens.get() + usize::from(!matches!(token, Token::ParseError(_))));
        let token = match token {
            Token::TagToken(tag) => match self.instead(tag) {
                Some(tag) => Token::TagToken(tag),
                None => return TokenSinkResult::Continue,
            },
            Token::CommentToken(_) | Token::ParseError(_) => return TokenSinkResult::Continue,
            other => other,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// An element or a text in the tree.
#[derive(Clone)]
struct Handle {
    node: usize,
    name: QualName,
}

/// The page as a tree: as much of it as its text needs.
struct Tree {
    nodes: RefCell<Vec<Node>>,
    /// How deep the last insertion was.
    depth: Cell<usize>,
}

#[derive(Default)]
struct Node {
    content: Content,
    depth: usize,
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

#[derive(Default)]
enum Content {
    #[default]
    Nothing,
    Text(StrTendril),
    Element {
        name: LocalName,
        hidden: bool,
        alt: Option<StrTendril>,
    },
}

impl Tree {
    const ROOT: usize = 0;

    fn new() -> Self {
        Tree { nodes: RefCell::new(vec![Node::default()]), depth: Cell::new(0) }
    }

    fn add(&self, content: Content) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { content, ..Node::default() });
        nodes.len() - 1
    }

    fn insert(&self, parent: usize, before: Option<usize>, child: NodeOrText<Handle>) {
        let node = match child {
            NodeOrText::AppendNode(handle) => handle.node,
            NodeOrText::AppendText(text) => self.add(Content::Text(text)),
        };
        self.detach(node);
        let mut nodes = self.nodes.borrow_mut();
        let previous = match before {
            Some(before) => nodes[before].previous.replace(node),
            None => nodes[parent].last.replace(node),
        };
        match previous {
            Some(previous) => nodes[previous].next = Some(node),
            None => nodes[parent].first = Some(node),
        }
        let depth = nodes[parent].depth + 1;
        self.depth.set(depth);
        let node = &mut nodes[node];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, before, depth);
    }

    fn detach(&self, node: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes[node].parent.take() else { return };
        let (previous, next) = (nodes[node].previous.take(), nodes[node].next.take());
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
    }
}

/// The tree when it is whole.
struct Nodes<'a>(&'a [Node]);

impl markup::Tree for Nodes<'_> {
    type Node = usize;

    fn root(&self) -> usize {
        Tree::ROOT
    }

    fn part<'a>(&'a self, &node: &'a usize) -> Part<'a> {
        match &self.0[node].content {
            Content::Nothing => Part::Other,
            Content::Text(text) => Part::Text(Cow::Borrowed(text)),
            Content::Element { name, hidden, alt } => {
                Part::Element { name: Cow::Borrowed(name), hidden: *hidden, alt: alt.as_deref().map(Cow::Borrowed) }
            }
        }
    }

    fn first(&self, &node: &usize) -> Option<usize> {
        self.0[node].first
    }

    fn next(&self, &node: &usize) -> Option<usize> {
        self.0[node].next
    }

    fn parent(&self, &node: &usize) -> Option<usize> {
        self.0[node].parent
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { node: Tree::ROOT, name: QualName::new(None, ns!(), local_name!("")) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let hidden = attributes.iter().any(|attribute| attribute.name.local == local_name!("hidden"));
        let alt = if name.local == local_name!("img") {
            attributes.into_iter().find(|attribute| attribute.name.local == local_name!("alt")).map(|attribute| attribute.value)
        } else {
            None
        };
        Handle { node: self.add(Content::Element { name: name.local.clone(), hidden, alt }), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle { node: self.add(Content::Nothing), name: self.get_document().name }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.node, None, child);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.node].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(sibling.node), child);
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[element.node].parent;
        match parent {
            Some(parent) => self.insert(parent, Some(element.node), child),
            None => self.insert(previous.node, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    // The walk doesn't enter templates, so that what is in one may stand within it.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.node == other.node
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.node);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        loop {
            let Some(first) = self.nodes.borrow()[node.node].first else { return };
            let name = self.get_document().name;
            self.insert(parent.node, None, NodeOrText::AppendNode(Handle { node: first, name }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SOME: usize = 20_000;

    #[track_caller]
    fn check(page: &str, text: &str) {
        assert_eq!(to_text(page), text, "{page}");
    }

    #[test]
    fn blocks_are_lines_and_the_rest_runs_on() {
        check("", "");
        check("甲<p>乙<div>丙<span>丁</span>戊</div>己", "甲\n乙\n丙丁戊\n己\n");
        check("<p>甲<b>乙<i>丙</b>丁</i></p>戊", "甲乙丙丁\n戊\n");
        check("甲<br>乙<BR/>丙<hr>丁<wbr>戊", "甲\n乙\n丙\n丁戊\n");
        check("<ul><li>甲<li>乙</ul><dl><dt>丙<dd>丁</dl>", "甲\n乙\n丙\n丁\n");
        check("<table><caption>甲</caption><tr><th>乙<td>丙<tr><td><p>丁</p></td><td>戊</td></table>", "甲\n乙\t丙\n丁\n戊\n");
        check("<table>甲<tr><td>乙</table>", "甲\n乙\n");
        check("<figure><img src=a.jpg alt=' 甲 '><figcaption>乙 摄</figcaption></figure>丙<img alt=''>丁", "甲\n乙 摄\n丙丁\n");
        check("<article><h2>甲</h2><section>乙</section></article>", "甲\n乙\n");
    }

    #[test]
    fn layout_is_no_text() {
        check("<p>\n  \u{3000}\u{3000}甲乙，\n  丙丁\r\n</p>\n\n<p> wire\n  copy\t 戊 </p>", "甲乙，丙丁\nwire copy 戊\n");
        check("<p>&nbsp;&nbsp;甲&nbsp;乙&nbsp;</p><p>&nbsp;</p>", "甲\u{a0}乙\n");
        check("<pre>甲\n  乙\n\n丙</pre>丁\n戊", "甲\n乙\n丙\n丁戊\n");
        check("<p>甲 \n 乙 丙</p>", "甲 乙 丙\n");
    }

    #[test]
    fn entities_are_decoded() {
        check("<p>&ldquo;甲&#12290;&rdquo;&nbsp乙&lt;p&gt;&amp;&hellip;", "“甲。”\u{a0}乙<p>&…\n");
    }

    #[test]
    fn what_is_not_read_is_no_text() {
        check("<script>var a='<p>甲</p>';</script><style>p{}</style><noscript>乙</noscript><template><p>丙</template>丁", "丁\n");
        check("<div hidden>甲<p>乙</div>丙<b hidden>丁</b>戊<p hidden=hidden>己<p>庚", "丙戊\n庚\n");
        check("<select><option>甲</select><textarea>乙</textarea><button>丙</button><svg><title>丁</title></svg>戊", "戊\n");
        check("<nav><a href=/>首页</a></nav><iframe>甲</iframe><ruby>漢<rp>(<rt>ㄏㄢˋ<rp>)</ruby>字", "漢字\n");
        check("<!-- <p>甲 -->乙<!-- 丙", "乙\n");
        check("<p>甲</p></body></html>乙", "甲\n乙\n");
    }

    /// As the page does it, whose parser runs no scripts.
    #[test]
    fn noscript_is_not_read_with_scripts_or_without() {
        for (page, text) in [
            ("<head><noscript><p>甲</p></noscript><title>乙</title></head><p>丙", "乙\n丙\n"),
            ("<p>甲<NoScript><img alt=乙></NOSCRIPT>丙<noscript>", "甲丙\n"),
            ("<table><tr><td>甲<noscript><td>乙</noscript><td>丙</table>", "甲\t丙\n"),
            ("<noscript>甲", ""),
            ("甲</noscript>乙<", "甲乙<\n"),
        ] {
            check(page, text);
            let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
            assert_eq!(parse(&markup::unscripted(page), options), text, "{page}");
        }
    }

    #[test]
    fn the_title_stands_in_for_a_headline() {
        check("<title>甲_新闻</title><p>乙", "甲_新闻\n乙\n");
        check("<title>\n 甲 \n</title><h1></h1><p>甲<p>乙", "甲\n乙\n");
        check("<title>甲_新闻</title><h1>甲</h1><p>乙", "甲\n乙\n");
        check("<title>甲", "甲\n");
    }

    #[test]
    fn hostile_pages_cost_no_more_than_others() {
        const MANY: usize = 100_000;
        let deep = format!("{}甲{}乙", "<div>".repeat(MANY), "</div>".repeat(MANY));
        check(&deep, "甲\n乙\n");
        let deep = to_text(&format!("{}甲{}乙<p>丙</p>丁", "<div><p>戊".repeat(MANY), "</div>".repeat(MANY)));
        assert_eq!(deep.lines().count(), MANY + 3);
        for (piece, line) in [
            ("<b>", "甲\n"),
            ("<font color=1><p>", "甲\n"),
            ("<a href=1><table><td>", "甲\n"),
            ("<table><tr><td><span><div>", "甲\n"),
            ("</p>", "甲\n"),
            ("<section></div><ul>", "甲\n"),
            ("<rt>", ""),
            ("<form><object>", ""),
            ("<pre>", "甲\n"),
            ("<ruby><rb>", "甲\n"),
            ("<li><dd>", "甲\n"),
            ("<body a=1><html b=2>", "甲\n"),
            ("<!--x-->", "甲\n"),
            ("&", "&"),
            ("<", "<"),
        ] {
            let text = to_text(&format!("{}甲", piece.repeat(SOME)));
            assert!(if line.ends_with('\n') || line.is_empty() { text == line } else { text.len() == SOME + 4 }, "{piece}: {}", text.len());
        }
    }

    #[test]
    fn attributes_without_end() {
        let attributes = (0..SOME).fold(String::new(), |all, n| all + &format!("a{n} "));
        assert!(to_text(&format!("<p>甲<p {attributes}>乙")).ends_with("乙\n"));
        let long = "x y ".repeat(SOME);
        check(&format!("<p>甲<p title=\"{long}\">乙<!-- {long} -->丙<img src=data:{}>丁", "x".repeat(SOME)), "甲\n乙丙丁\n");
    }

    /// Any page: from elements that matter to the parser and any characters.
    fn pages() -> impl Strategy<Value = String> {
        let name = proptest::sample::select(
            &[
                "p",
                "div",
                "b",
                "a",
                "table",
                "tr",
                "td",
                "li",
                "ul",
                "h1",
                "br",
                "img alt=乙",
                "pre",
                "title",
                "script",
                "svg",
                "math",
                "mi",
                "template",
                "select",
                "option",
                "form",
                "frameset",
                "body",
                "head",
                "html",
                "span hidden",
                "plaintext",
                "noscript",
                "caption",
            ][..],
        );
        let part = prop_oneof![
            4 => (name.clone(), any::<bool>()).prop_map(|(name, end)| format!("<{}{name}>", if end { "/" } else { "" })),
            2 => Just("甲 \n".to_owned()),
            1 => "(?s).{0,8}",
            1 => Just("<!--".to_owned()),
        ];
        proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn total_and_tidy(page in pages()) {
            for line in to_text(&page).split_terminator('\n') {
                prop_assert!(!line.is_empty() && line.trim() == line, "{line:?}");
            }
        }
    }
}
