//! Markdown: the report as `CommonMark`, in which every character of the text stands for itself.

use super::written;
use crate::report::{Label, Notice, Report, Status};

/// The report as a Markdown document with a line feed at its end. What the page around a report left behind is not in it.
///
/// ```
/// let report = wirecopy::parse("渡口又开了\n中新网海州7月24日电 雨停之后，*海州渡口*恢复通行，首班渡轮上午九时离岸。(完)");
/// assert_eq!(
///     wirecopy::export::markdown(&report),
///     "# 渡口又开了\n\n中新网海州7月24日电\n\n雨停之后，\\*海州渡口\\*恢复通行，首班渡轮上午九时离岸。\n"
/// );
/// ```
pub fn markdown(report: &Report) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(headline) = &report.headline {
        parts.push(format!("# {}", heading(&headline.text)));
    }
    parts.extend(origin(report));
    let mut captions = report.captions.iter().enumerate();
    for block in &report.blocks {
        match block.label {
            Label::Heading => parts.push(format!("## {}", heading(&block.text))),
            Label::Paragraph => parts.push(line(&block.text)),
            Label::Caption => {
                if let Some((at, caption)) = captions.next() {
                    let credit = caption.credit.as_ref().map_or_else(String::new, |credit| format!("（{}）", inner(credit)));
                    let figure = written(report, "图", "圖");
                    parts.push(format!("> **{figure} {}** {}{credit}", at + 1, inner(&caption.text)));
                }
            }
            _ => {}
        }
    }
    parts.extend(timeline(report));
    parts.extend(report.notice.iter().flat_map(|notice| clauses(report, notice)));
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

/// Dateline, writers, reporters and editors in a line.
fn origin(report: &Report) -> Option<String> {
    let people = |role: &str, names: &mut dyn Iterator<Item = &str>| {
        let names: Vec<String> = names.map(inner).collect();
        (!names.is_empty()).then(|| format!("{role} {}", names.join("、")))
    };
    let dateline = report.dateline.as_ref();
    let parts = [
        dateline.map(|dateline| inner(&dateline.text)),
        people("作者", &mut report.byline.iter().flat_map(|byline| &byline.names).map(|name| name.text.as_str())),
        people(
            written(report, "记者", "記者"),
            &mut dateline.iter().flat_map(|dateline| &dateline.reporters).map(|name| name.text.as_str()),
        ),
        people(written(report, "责任编辑", "責任編輯"), &mut report.editors.0.iter().map(|name| name.text.as_str())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| at_start(parts.join(" · ")))
}

/// The steps of the timeline, each trigger's as a list.
fn timeline(report: &Report) -> Vec<String> {
    let steps = &report.timeline.steps;
    if steps.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![format!("## {}", written(report, "响应时限", "應變時限"))];
    let mut triggers: Vec<Option<usize>> = Vec::new();
    for step in steps {
        if !triggers.contains(&step.trigger) {
            triggers.push(step.trigger);
        }
    }
    for trigger in triggers {
        if let Some(event) = trigger.and_then(|trigger| report.timeline.triggers.get(trigger)) {
            parts.push(format!("{}{}", written(report, "起点：", "起點："), inner(&event.text)));
        }
        let items = steps.iter().filter(|step| step.trigger == trigger).map(|step| {
            let status = match step.status {
                Status::Done => "已完成",
                Status::Required => "要求完成",
            };
            format!("- **{}** {}（{status}）", inner(&step.text), inner(&step.statement))
        });
        parts.push(items.collect::<Vec<_>>().join("\n"));
    }
    parts
}

/// The notice: clauses numbered 1, 2, 3 are an ordered list, others keep the source's numbers as text.
fn clauses(report: &Report, notice: &Notice) -> Vec<String> {
    let title = notice.title.as_deref().unwrap_or(written(report, "版权及免责声明", "版權及免責聲明"));
    let mut parts = vec![format!("## {}", heading(title))];
    let ordered = (1..).zip(&notice.clauses).all(|(number, clause): (usize, _)| clause.number.as_deref() == Some(&*number.to_string()));
    let items = notice.clauses.iter().map(|clause| match &clause.number {
        Some(number) if ordered => format!("{number}. {}", line(&clause.text)),
        Some(number) => format!("- {} {}", line(number), inner(&clause.text)),
        None => format!("- {}", line(&clause.text)),
    });
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        parts.push(items.join("\n"));
    }
    parts
}

/// A text inside a line: nothing in it is Markdown. A line holds no line ends, but a report may be anyone's.
fn inner(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.trim().chars() {
        // Emphasis, code, links, elements, entities, tables; and what dialects know: strike-through, formulas, superscripts, attributes.
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '^' | '{') {
            escaped.push('\\');
        }
        escaped.push(if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
    }
    escaped
}

/// A text that begins a line.
fn line(text: &str) -> String {
    at_start(inner(text))
}

/// An escaped line, whose beginning is no mark of a block either.
fn at_start(mut line: String) -> String {
    if line.starts_with(['#', '+', '-', '=', ':']) {
        line.insert(0, '\\');
    } else {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 && line[digits..].starts_with(['.', ')']) {
            line.insert(digits, '\\');
        }
    }
    line
}

/// A heading: the last signs of it would close it, or in some dialects, where no backslash helps, be its attributes.
fn heading(text: &str) -> String {
    let mut escaped = inner(text);
    let open = escaped.trim_end_matches('#').len();
    if open < escaped.len() {
        escaped.insert(open, '\\');
    } else if escaped.ends_with('}') {
        escaped.pop();
        escaped.push_str("&#125;");
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

    use super::*;
    use crate::report::{Block, Caption, Clause, Headline};
    use crate::text::Span;

    /// What a reader of the rendered document sees: a line for each block, with its kind before it. Anything but the few elements that a
    /// report has is a failure.
    fn seen(markdown: &str) -> Vec<String> {
        // What dialects add is against us; smart punctuation alone is left out, since it means to change the text.
        let mut options = Options::all();
        options.remove(Options::ENABLE_SMART_PUNCTUATION);
        let mut lines: Vec<String> = Vec::new();
        let mut open = String::new();
        let mut kind = "";
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::Heading { level, id: None, classes, attrs }) if classes.is_empty() && attrs.is_empty() => {
                    kind = if level == HeadingLevel::H1 { "#" } else { "##" };
                }
                Event::Start(Tag::BlockQuote(None)) => kind = ">",
                Event::Start(Tag::Item) => kind = "-",
                Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Strong) | Event::End(TagEnd::Strong | TagEnd::List(_)) => {}
                Event::Text(text) => open.push_str(&text),
                Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_)) => {
                    if !open.is_empty() {
                        lines.push(format!("{kind}{}", std::mem::take(&mut open)));
                    }
                    kind = "";
                }
                other => panic!("{other:?} in {markdown}"),
            }
        }
        lines
    }

    /// A report of one text in every place.
    fn everywhere(text: &str) -> Report {
        let span = Span::default();
        let block = |label| Block { label, line: 0, text: text.into(), span, reason: "test" };
        let clause = |number: Option<&str>| Clause { number: number.map(Into::into), text: text.into(), span };
        Report {
            headline: Some(Headline { text: text.into(), span }),
            blocks: [Label::Heading, Label::Paragraph, Label::Caption, Label::Furniture].map(block).into(),
            captions: vec![Caption { text: text.into(), credit: Some(text.into()), line: 0, span, credit_span: None }],
            notice: Some(Notice {
                title: Some(text.into()),
                clauses: vec![clause(Some("一")), clause(Some(text)), clause(None)],
                contacts: Vec::new(),
            }),
            ..Report::default()
        }
    }

    /// The text is seen as it is wherever it stands; white space around it and NUL, which no Markdown can hold, set apart.
    fn hold(text: &str) {
        let markdown = markdown(&everywhere(text));
        let text = text.trim().replace(['\n', '\r', '\t'], " ").replace('\0', "\u{FFFD}");
        // A renderer may drop blanks at the ends of what it shows.
        let trimmed = |line: &String| line.trim().to_owned();
        let expected = [
            format!("#{text}"),
            format!("##{text}"),
            text.clone(),
            format!(">图 1 {text}（{text}）"),
            format!("##{text}"),
            format!("-一 {text}"),
            format!("-{text} {text}"),
            format!("-{text}"),
        ];
        assert_eq!(seen(&markdown).iter().map(trimmed).collect::<Vec<_>>(), expected.iter().map(trimmed).collect::<Vec<_>>(), "{markdown}");
    }

    #[test]
    fn hostile_texts_are_texts() {
        for text in [
            "<script>alert(1)</script>",
            "<!-- --> &amp; &#60; &copy;",
            "[x](javascript:alert(1)) ![x](y) [^1]: [[wiki]] <https://a.example>",
            "# a #",
            "a ##",
            "a #b# ###",
            "#",
            "- [ ] a",
            "+ a",
            "---",
            "===",
            "***",
            "1. a",
            "1) a",
            "2021. a",
            "> [!NOTE] a",
            "a | b",
            "| a | b |\n|---|---|",
            "`a` ``b`` ~~~ ```",
            "~~a~~ ~b~ **c** _d_ __e__ ^f^ $g$ $$h$$ ||i||",
            "a {#id .class}",
            ": a",
            "a\\",
            "\\# \\\\* a\\b",
            "*",
            "：全角，不动。（一）“引号”",
            "    code",
            "a  \nb",
            "{{% x %}} --- +++",
        ] {
            hold(text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_text(text in "[!-/:-@\\[-`{-~a1 雨，\\n]{1,24}") {
            prop_assume!(!text.trim().is_empty());
            hold(&text);
        }

        #[test]
        fn no_text_adds_an_element(text in "\\PC{0,200}") {
            seen(&markdown(&crate::parse(&text)));
        }
    }

    #[test]
    fn a_report() {
        let report = crate::parse(
            "雨停之後：海州渡口恢復通行\n首班渡輪離岸。 海州海事局供圖\n中新網海州7月24日電 (李遠)接到通知後，值守員10分鐘內就位，一小時內開出首班渡輪。(完)\n\
             責任編輯：盧明\n大江網版權及免責聲明：\n1. 凡本網注明來源的作品，版權均屬於大江網。\n2. 未經授權不得轉載。\n分享到：",
        );
        assert_eq!(
            markdown(&report),
            "# 雨停之後：海州渡口恢復通行\n\n\
             中新網海州7月24日電 · 記者 李遠 · 責任編輯 盧明\n\n\
             > **圖 1** 首班渡輪離岸。（海州海事局供圖）\n\n\
             接到通知後，值守員10分鐘內就位，一小時內開出首班渡輪。\n\n\
             ## 應變時限\n\n\
             起點：接到通知後\n\n\
             - **10分鐘內** 值守員10分鐘內就位（已完成）\n\
             - **一小時內** 開出首班渡輪（已完成）\n\n\
             ## 大江網版權及免責聲明\n\n\
             1. 凡本網注明來源的作品，版權均屬於大江網。\n\
             2. 未經授權不得轉載。\n"
        );
    }
}
