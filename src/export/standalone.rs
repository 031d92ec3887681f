//! The report and the page that shows it as one HTML file, which needs no server and asks for nothing.
//!
//! | in the file | what it is |
//! |---|---|
//! | `<style>`, `<script id="before">`, `<script id="page">` | the page's own files, allowed by their checksums alone |
//! | `<script id="program">` | its WebAssembly: gzip, base64 |
//! | `<div id="app">` | the report, to be read before and without all that |
//! | `<script id="kept">` | the text and the reader's corrections, as JSON |
//!
//! From these parts a further file can be made.

use std::fmt;

use serde::Serialize;

use crate::report::Correction;

/// What the script does when it is there: unpacks the program and starts it.
const START: &str = r#"
document.addEventListener("takeover", () => { document.documentElement.dataset.alive = "whole"; });
try {
  const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (byte) => byte.charCodeAt(0));
  const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await __wbg_init({ module_or_path: await new Response(program).arrayBuffer() });
} catch (error) {
  console.error(error);
  lifeless("全文照常可读，但菜单与时限没有启动：这个浏览器太旧。请换一个新的浏览器打开。");
}
"#;

/// The script of the file, from that which binds the program to the browser.
pub fn script(binding: &str) -> String {
    format!("{binding}{START}")
}

/// The parts of the page, the same in every file.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// What runs before the first paint.
    pub before: String,
    /// The styles.
    pub style: String,
    /// What [`script`] gives.
    pub script: String,
    /// The WebAssembly, gzip in base64.
    pub program: String,
    /// The checksums of `before`, `script` and `style` as a policy names them (`sha256-…`), with spaces between.
    pub seals: String,
}

/// What is this file's own.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The language of the interface, as a BCP 47 tag.
    pub lang: String,
    /// The window's title.
    pub title: String,
    /// What is said where scripts are off.
    pub no_script: String,
    /// The report as HTML.
    pub still: String,
    /// What [`kept`] gives.
    pub kept: String,
}

/// Why no file can be made: this part would break out of its element, or there are not three checksums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit(pub &'static str);

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "the page's {} can't stand in one file", self.0)
    }
}

impl std::error::Error for Unfit {}

/// The text and the corrections of a report as JSON that can stand in a `<script>`: it holds no `<`.
///
/// # Errors
///
/// None that a report can cause.
pub fn kept(source: &str, corrections: &[Correction]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Kept<'a> {
        source: &'a str,
        corrections: &'a [Correction],
    }
    let json = serde_json::to_string(&Kept { source, corrections })?;
    Ok(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// The file.
///
/// # Errors
///
/// Where a part of the page would end the element it stands in.
pub fn standalone(parts: &Parts, content: &Content) -> Result<String, Unfit> {
    let Parts { before, style, script, program, seals } = parts;
    for (part, text, ends) in
        [("script", before, ["</script", "<!--"]), ("script", script, ["</script", "<!--"]), ("style", style, ["</style", "<!--"])]
    {
        if ends.iter().any(|end| text.as_bytes().windows(end.len()).any(|piece| piece.eq_ignore_ascii_case(end.as_bytes()))) {
            return Err(Unfit(part));
        }
    }
    if program.bytes().any(|byte| !byte.is_ascii_alphanumeric() && !b"+/=".contains(&byte)) {
        return Err(Unfit("program"));
    }
    let sealed: Vec<&str> = seals.split(' ').filter(|seal| seal.starts_with("sha256-") && !seal.contains(['\'', '"', ';'])).collect();
    let [seal_before, seal_script, seal_style] = sealed[..] else { return Err(Unfit("checksums")) };
    let Content { lang, title, no_script, still, kept } = content;
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    Ok(format!(
        r##"<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{seal_before}' '{seal_script}' 'wasm-unsafe-eval'; style-src '{seal_style}'; connect-src https: http:; img-src blob: data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types wirecopy-html">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#171410" media="(prefers-color-scheme: dark)">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<script id="before">{before}</script>
<noscript><p class="message doubt">{no_script}</p></noscript>
<div id="app">{still}</div>
<script type="application/json" id="kept">{kept}</script>
<script type="text/plain" id="program">{program}</script>
<script type="module" id="page" data-seals="{seals}">{script}</script>
</body>
</html>
"##
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Label;
    use crate::text::Span;

    fn parts() -> Parts {
        Parts {
            before: "a()".into(),
            style: "b{}".into(),
            script: script("c()"),
            program: "AAA=".into(),
            seals: "sha256-a sha256-c sha256-b".into(),
        }
    }

    #[test]
    fn a_file() {
        let content = Content { lang: "zh-Hans".into(), title: "<雨> & 晴".into(), still: "<main></main>".into(), ..Content::default() };
        let file = standalone(&parts(), &content).unwrap();
        for part in [
            "script-src 'sha256-a' 'sha256-c' 'wasm-unsafe-eval'; style-src 'sha256-b';",
            "<title>&lt;雨> &amp; 晴</title>",
            "<style>b{}</style>",
            "<script id=\"before\">a()</script>",
            "<div id=\"app\"><main></main></div>",
            "<script type=\"text/plain\" id=\"program\">AAA=</script>",
            "data-seals=\"sha256-a sha256-c sha256-b\">c()\ndocument.addEventListener(",
        ] {
            assert!(file.contains(part), "{part} is not in {file}");
        }
    }

    #[test]
    fn what_would_break_out_is_refused() {
        for (parts, part) in [
            (Parts { script: "'</SCRIPT>'".into(), ..parts() }, "script"),
            (Parts { before: "'<!--'".into(), ..parts() }, "script"),
            (Parts { style: "</style>".into(), ..parts() }, "style"),
            (Parts { program: "<".into(), ..parts() }, "program"),
            (Parts { seals: "sha256-a sha256-b".into(), ..parts() }, "checksums"),
            (Parts { seals: "sha256-a' sha256-b sha256-c".into(), ..parts() }, "checksums"),
        ] {
            assert_eq!(standalone(&parts, &Content::default()).unwrap_err(), Unfit(part));
        }
    }

    #[test]
    fn a_script_element_holds_the_text() {
        let source = "</script><!-- 雨\u{2028}停\r\n了\0";
        let corrections = [Correction { span: Span::new(0, 9), label: Label::Title }];
        let json = kept(source, &corrections).unwrap();
        assert!(!json.contains(['<', '\u{2028}', '\r', '\0']), "{json}");
        let saved = crate::export::saved(&json).unwrap();
        assert_eq!((saved.source.as_deref(), saved.corrections), (Some(source), corrections.to_vec()));
    }
}
