//! A report in other programs' forms.

mod citation;
mod embed;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_ld;
mod markdown;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "json")]
pub mod standalone;
#[cfg(feature = "schema")]
mod typescript;

pub use citation::{Style, citation};
pub use embed::Frame;
#[cfg(feature = "json")]
pub use json::{NoReport, Saved, json, json_with_source, saved, write_json};
#[cfg(feature = "json")]
pub use json_ld::json_ld;
pub use markdown::markdown;
#[cfg(feature = "schema")]
pub use schema::schema;
#[cfg(feature = "schema")]
pub use typescript::typescript;

use crate::report::{Dateline, Report, Script};

/// The forms a report is saved in.
#[cfg(feature = "json")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The output contract with the text, which can be opened again.
    Json,
    /// A schema.org `NewsArticle`.
    JsonLd,
    /// Markdown.
    Markdown,
}

#[cfg(feature = "json")]
impl Form {
    /// Every form.
    pub const ALL: [Form; 3] = [Form::Json, Form::JsonLd, Form::Markdown];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Form::Json => "json",
            Form::JsonLd => "jsonld",
            Form::Markdown => "md",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Json => "application/json",
            Form::JsonLd => "application/ld+json",
            Form::Markdown => "text/markdown;charset=utf-8",
        }
    }

    /// The report in this form; `source` is the text it was read from.
    ///
    /// # Errors
    ///
    /// None that a report can cause.
    pub fn write(self, report: &Report, source: &str) -> serde_json::Result<String> {
        match self {
            Form::Json => json_with_source(report, source),
            Form::JsonLd => json_ld(report),
            Form::Markdown => Ok(markdown(report)),
        }
    }
}

/// A name for a file that holds the report: the headline's letters and digits, at most 40, with `-` for what stands between them, and the
/// extension behind a dot. Nothing in it means anything to a file system.
///
/// ```
/// let report = wirecopy::parse("渡口又开了：../复航/第一天\n中新网海州7月24日电 雨停之后，海州渡口24日恢复通行，首班渡轮上午九时离岸。");
/// assert_eq!(wirecopy::export::file_name(&report, "md"), "渡口又开了-复航-第一天.md");
/// ```
pub fn file_name(report: &Report, extension: &str) -> String {
    const LONGEST: usize = 40;
    let headline = report.headline.as_ref().map_or("", |headline| &headline.text);
    let mut name = String::new();
    let mut parted = false;
    for c in headline.chars().filter(|c| !crate::text::is_invisible(*c)) {
        if !c.is_alphanumeric() {
            parted = !name.is_empty();
            continue;
        }
        if parted {
            name.push('-');
            parted = false;
        }
        name.push(c);
        if name.chars().count() >= LONGEST {
            break;
        }
    }
    if name.is_empty() {
        name.push_str("report");
    }
    name.push('.');
    name.push_str(extension);
    name
}

/// Who wrote it: those the byline names, then the reporters of the dateline; each once, in order.
fn authors(report: &Report) -> Vec<&str> {
    let writers = report.byline.iter().flat_map(|byline| &byline.names);
    let reporters = report.dateline.iter().flat_map(|dateline| &dateline.reporters);
    let mut names: Vec<&str> = Vec::new();
    for name in writers.chain(reporters) {
        if !names.contains(&name.text.as_str()) {
            names.push(&name.text);
        }
    }
    names
}

/// The outlets of a dateline by name. 本报 and its like name none: whose paper it is, the text doesn't say.
fn agencies(dateline: &Dateline) -> impl Iterator<Item = &str> {
    dateline.agency.iter().flat_map(|agency| agency.split_whitespace()).filter(|name| !name.starts_with('本'))
}

/// `simplified` or `traditional`, as the report is written.
fn written(report: &Report, simplified: &'static str, traditional: &'static str) -> &'static str {
    match report.lang {
        Script::Hans => simplified,
        Script::Hant => traditional,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Headline;
    use crate::text::Span;

    #[test]
    fn file_names_hold_letters_and_digits() {
        for (headline, expected) in [
            ("暴雨夜，海州渡口全员撤离", "暴雨夜-海州渡口全员撤离.json"),
            ("“大考”下的24小时", "大考-下的24小时.json"),
            ("../../etc/passwd", "etc-passwd.json"),
            ("C:\\a\0b|c?*\u{202e}txt.exe", "C-ab-c-txt-exe.json"),
            ("  -- ", "report.json"),
            ("", "report.json"),
        ] {
            let headline = Headline { text: headline.into(), span: Span::default() };
            let report = Report { headline: Some(headline), ..Report::default() };
            assert_eq!(file_name(&report, "json"), expected);
        }
        assert_eq!(file_name(&Report::default(), "md"), "report.md");
        let long = Report { headline: Some(Headline { text: "雨".repeat(99).into(), span: Span::default() }), ..Report::default() };
        assert_eq!(file_name(&long, "md"), format!("{}.md", "雨".repeat(40)));
    }
}
