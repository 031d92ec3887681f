//! The documents keep their word: what they link to is there, the commands and files they name exist, and the guide explains every
//! message the page can give.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A document: its folder, what it links to, the places that can be linked to in it, the words it sets as code.
struct Document {
    folder: PathBuf,
    links: Vec<String>,
    places: HashSet<String>,
    code: Vec<String>,
}

impl Document {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let mut document = Self { folder: path.parent().unwrap().to_owned(), links: Vec::new(), places: HashSet::new(), code: Vec::new() };
        let mut heading: Option<String> = None;
        let mut fenced = false;
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => document.links.push(dest_url.into_string()),
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => document.add_place(&heading.take().unwrap_or_default()),
                Event::Start(Tag::CodeBlock(_)) => fenced = true,
                Event::End(TagEnd::CodeBlock) => fenced = false,
                Event::Html(html) | Event::InlineHtml(html) => {
                    document.links.extend(["href", "src", "srcset"].iter().flat_map(|name| values(&html, name)));
                    document.places.extend(values(&html, "id"));
                }
                Event::Text(words) | Event::Code(words) if heading.is_some() => heading.as_mut().unwrap().push_str(&words),
                Event::Code(words) => document.code.push(words.into_string()),
                Event::Text(lines) if fenced => document.code.extend(lines.lines().map(str::to_owned)),
                _ => {}
            }
        }
        document
    }

    /// A heading's anchor as the sites make it that show Markdown: small letters, spaces as hyphens, no punctuation; the second of a
    /// name with `-1` behind it.
    fn add_place(&mut self, heading: &str) {
        let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let anchor: String = kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect();
        let again = (1..).map(|number| format!("{anchor}-{number}"));
        let free = std::iter::once(anchor.clone()).chain(again).find(|name| !self.places.contains(name));
        self.places.extend(free);
    }
}

/// The values an attribute has in a piece of HTML.
fn values(html: &str, name: &str) -> Vec<String> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Every Markdown file of the project by its path, which has no `.` in it but the last.
fn documents() -> HashMap<PathBuf, Document> {
    fn walk(folder: &Path, found: &mut HashMap<PathBuf, Document>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let (path, name) = (entry.path(), entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                if !["target", "dist", "node_modules", ".git"].iter().any(|left_out| name == *left_out) {
                    walk(&path, found);
                }
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.insert(path.clone(), Document::read(&path));
            }
        }
    }
    let mut found = HashMap::new();
    walk(&root(), &mut found);
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => assert!(plain.pop(), "{} leads out of everything", path.display()),
            std::path::Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

#[test]
fn links_lead_somewhere() {
    let documents = documents();
    assert!(documents.contains_key(&root().join("README.md")));
    let mut broken = Vec::new();
    for (path, document) in &documents {
        for link in document.links.iter().filter(|link| !["http://", "https://", "mailto:"].iter().any(|scheme| link.starts_with(scheme))) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { plain(&document.folder.join(file)) };
            let there = target.starts_with(root()) && target.exists();
            if !there || (!place.is_empty() && !documents.get(&target).is_some_and(|document| document.places.contains(place))) {
                broken.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "these links lead nowhere:\n{}", broken.join("\n"));
}

#[test]
fn commands_and_files_exist() {
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    let rooms =
        ["src", "tests", "scripts", "styles", "schema", "examples", "benches", "reports", "fuzz", "mutants", "npm", ".github", ".ci"];
    let mut unknown = Vec::new();
    for (path, document) in documents() {
        for code in &document.code {
            let mut words = code.split_whitespace();
            if words.next() == Some("make")
                && let Some(target) = words.next().filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
                && !makefile.contains(&format!("\n{target}:"))
            {
                unknown.push(format!("{}: make {target}", path.display()));
            }
        }
        // What a reader is told to look at, and not what an example makes up.
        let rooted = path.parent() == Some(&root()) && !path.ends_with("CHANGELOG.md");
        for code in document.code.iter().filter(|code| rooted && !code.contains([' ', '*', '{', '<', '…']) && !code.contains("NAME")) {
            let (room, rest) = code.split_once('/').unwrap_or((code, ""));
            if rooms.contains(&room) && !rest.is_empty() && room != "reports" && !root().join(code.trim_end_matches('/')).exists() {
                unknown.push(format!("{}: {code}", path.display()));
            }
        }
    }
    assert!(unknown.is_empty(), "the documents name what is not there:\n{}", unknown.join("\n"));
}

/// What the page says when nothing went wrong, or where the place itself explains it.
const NO_TROUBLE: [&str; 16] = [
    "cited",
    "found_at",
    "inspect_intro",
    "keys_part",
    "labelled",
    "link_copied",
    "markup_copied",
    "no_captions",
    "no_notice",
    "no_times",
    "others_follow",
    "private",
    "redone",
    "restored",
    "undone",
    "describes",
];

/// The messages of a language in the page's table of words, by their names: whatever ends as a sentence does.
fn messages(language: &str) -> Vec<(String, String)> {
    let words = fs::read_to_string(root().join(format!("src/view/words/{language}.rs"))).unwrap();
    let entries = words.lines().filter_map(|line| line.trim().strip_suffix("\",")?.split_once(": \""));
    let sentences = entries.filter(|(_, said)| said.ends_with(['.', '。']));
    sentences.map(|(name, said)| (name.to_owned(), said.replace("\\\"", "\"").replace("{}", "…"))).collect()
}

/// What the page says before its program runs, in Chinese only.
fn first_messages() -> Vec<(String, String)> {
    let scripts = ["before.js", "boot.js"].map(|script| (script, fs::read_to_string(root().join(script)).unwrap()));
    let said = scripts.iter().flat_map(|(script, text)| text.split('"').skip(1).step_by(2).map(move |said| (*script, said)));
    said.filter(|(_, said)| said.contains('。')).map(|(script, said)| (script.to_owned(), said.to_owned())).collect()
}

#[test]
fn every_message_is_explained() {
    for (language, guide) in [("en", "docs/troubleshooting.md"), ("hans", "docs/zh-CN/troubleshooting.md")] {
        let explained = fs::read_to_string(root().join(guide)).unwrap();
        let mut messages = messages(language);
        assert!(messages.len() > 40, "{language} has {} messages", messages.len());
        let first = first_messages();
        assert!(first.len() >= 4, "{first:?}");
        messages.extend(first);
        let told = messages.iter().filter(|(name, _)| !NO_TROUBLE.contains(&name.as_str()));
        // As far as it has no link in it.
        let missing = told.filter(|(_, said)| !explained.contains(said.split('<').next().unwrap_or_default()));
        let missing: Vec<_> = missing.map(|(name, said)| format!("{name}: {said}")).collect();
        assert!(missing.is_empty(), "{guide} does not say what to do where the page says\n{}", missing.join("\n"));
    }
}
