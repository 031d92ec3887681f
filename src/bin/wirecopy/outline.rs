//! A report set for reading in a terminal: what each piece is stands in the margin, the response timeline below.
//!
//! Colours are always written; the stream takes them out where nobody would see them.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_linebreak::linebreaks;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wirecopy::report::{Block, Caption, Label, Note, Notice, Report, Status, Step, Timeline};
use wirecopy::response::state;

const PLAIN: Style = Style::new();
const QUIET: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();
const CLOCK: Style = AnsiColor::Red.on_default().bold();
const DONE: Style = AnsiColor::Green.on_default();
const REQUIRED: Style = AnsiColor::Yellow.on_default();

/// Columns of the margin, and between it and the text.
const MARGIN: usize = 11;
const GAP: usize = 2;
/// The text's least columns, however narrow the terminal, and its most: longer lines read badly.
const TEXT: (usize, usize) = (24, 90);

/// The report in lines of `width` columns.
pub(crate) fn outline(report: &Report, width: usize) -> String {
    let mut sheet = Sheet { out: String::new(), text: width.saturating_sub(MARGIN + GAP).clamp(TEXT.0, TEXT.1) };
    blocks(&mut sheet, report);
    timeline(&mut sheet, &report.timeline, report.times.len());
    doubts(&mut sheet, report);
    sheet.out
}

fn blocks(sheet: &mut Sheet, report: &Report) {
    let mut captions = (1..).zip(&report.captions);
    let mut notice = report.notice.as_ref();
    let mut at = 0;
    while let Some(block) = report.blocks.get(at) {
        let furniture = report.blocks[at..].iter().take_while(|next| next.label == Label::Furniture).count();
        at += furniture.max(1);
        match block.label {
            Label::Title => {
                let headline = report.headline.as_ref().filter(|headline| block.span.contains(headline.span));
                sheet.wrapped("title", headline.map_or(&block.text, |headline| &headline.text), STRONG);
            }
            Label::Dateline => dateline(sheet, block, report),
            Label::Byline => match &report.byline {
                Some(byline) if byline.span == block.span => {
                    sheet.wrapped("byline", &joined(byline.names.iter().map(|name| name.text.as_str()), "、"), PLAIN);
                }
                _ => sheet.cut("byline", &block.text, PLAIN),
            },
            Label::Caption => match captions.next() {
                Some((number, shown)) => caption(sheet, number, shown),
                None => sheet.wrapped("caption", &block.text, PLAIN),
            },
            Label::Heading => sheet.wrapped("heading", &block.text, STRONG),
            Label::Paragraph => sheet.cut("paragraph", &block.text, PLAIN),
            Label::NoticeTitle | Label::NoticeClause => {
                if let Some(notice) = notice.take() {
                    sheet.cut("notice", &folded(notice), QUIET);
                }
            }
            Label::Furniture => {
                let pieces = report.blocks[at - furniture..at].iter().map(|block| block.text.as_str());
                sheet.cut("furniture", &joined(pieces, " | "), QUIET);
            }
            Label::EndMark | Label::Editor => sheet.cut(&block.label.name().replace('_', " "), &block.text, QUIET),
        }
    }
}

fn dateline(sheet: &mut Sheet, block: &Block, report: &Report) {
    let Some(dateline) = report.dateline.as_ref().filter(|dateline| block.span.contains(dateline.span)) else {
        return sheet.cut("dateline", &block.text, PLAIN);
    };
    sheet.wrapped("dateline", &dateline.text, PLAIN);
    let reporters = joined(dateline.reporters.iter().map(|name| name.text.as_str()), "、");
    let parts = [
        ("agency", dateline.agency.as_deref()),
        ("place", dateline.place.as_deref()),
        ("date", dateline.resolved.as_deref().or(dateline.date.as_deref())),
        ("reporters", Some(reporters.as_str()).filter(|names| !names.is_empty())),
    ];
    let parts = parts.iter().filter_map(|(name, value)| value.map(|value| format!("{name} {value}"))).collect::<Vec<_>>();
    if !parts.is_empty() {
        sheet.wrapped("", &parts.join(", "), QUIET);
    }
}

fn caption(sheet: &mut Sheet, number: usize, caption: &Caption) {
    sheet.wrapped(&format!("caption {number}"), &caption.text, PLAIN);
    if let Some(credit) = &caption.credit {
        sheet.wrapped("", &format!("credit {credit}"), QUIET);
    }
}

/// A notice on one line.
fn folded(notice: &Notice) -> String {
    let title = notice.title.as_deref().unwrap_or("(no title)");
    let clauses = count(notice.clauses.len(), "clause");
    let contacts = notice.contacts.iter().map(|contact| contact.value.as_str());
    joined([title, clauses.as_str()].into_iter().chain(contacts), ", ")
}

fn timeline(sheet: &mut Sheet, timeline: &Timeline, times: usize) {
    if times == 0 {
        return;
    }
    sheet.blank();
    if timeline.steps.is_empty() {
        return sheet.wrapped("timeline", &format!("no deadlines among {}", count(times, "time")), QUIET);
    }
    let done = timeline.steps.iter().filter(|step| step.status == Status::Done).count();
    let steps = count(timeline.steps.len(), "step");
    let summary =
        format!("{steps} from {}: {done} done, {} required", count(timeline.triggers.len(), "start"), timeline.steps.len() - done);
    sheet.row("timeline", CLOCK, wrap(&summary, sheet.text), QUIET);
    for group in state::at(timeline, f64::INFINITY).groups {
        let start = match group.trigger.map(|trigger| &timeline.triggers[trigger]) {
            Some(trigger) => trigger.at.as_ref().map_or_else(|| trigger.text.to_string(), |at| format!("{} ({at})", trigger.text)),
            None => "the text does not say when the clock starts".to_owned(),
        };
        sheet.blank();
        sheet.wrapped("from", &start, if group.trigger.is_some() { STRONG } else { QUIET });
        for index in group.steps {
            step(sheet, &timeline.steps[index]);
        }
    }
}

fn step(sheet: &mut Sheet, step: &Step) {
    let (mark, word, style) = match step.status {
        Status::Done => ("●", "done", DONE),
        Status::Required => ("○", "required", REQUIRED),
    };
    let told = wrap(&format!("{} {mark} {word}", clean(&step.text)), sheet.text);
    sheet.row(&amount(step), CLOCK, told, style);
    sheet.wrapped("", &step.statement, PLAIN);
    let actor = step.actor.iter().map(|actor| format!("by {actor}"));
    let rest = actor.chain(step.quantities.iter().map(|quantity| quantity.text.to_string())).collect::<Vec<_>>();
    if !rest.is_empty() {
        sheet.wrapped("", &rest.join(" | "), QUIET);
    }
}

/// How long a step may take, in the unit a person would say.
fn amount(step: &Step) -> String {
    let (number, unit) = match (step.workdays, step.hours) {
        (Some(days), _) => (days, if days > 1.0 { "workdays" } else { "workday" }),
        (None, hours) if hours * 60.0 < 1.0 => (hours * 3600.0, "s"),
        (None, hours) if hours < 1.0 => (hours * 60.0, "min"),
        (None, hours) => (hours, "h"),
    };
    let number = format!("{number:.1}");
    format!("{} {unit}", number.strip_suffix(".0").unwrap_or(&number))
}

fn doubts(sheet: &mut Sheet, report: &Report) {
    if report.notes.is_empty() {
        return;
    }
    sheet.blank();
    for Note { message, span, .. } in &report.notes {
        let block = report.blocks.partition_point(|block| block.span.end <= span.start);
        let line = report.blocks.get(block).or(report.blocks.last()).map_or(1, |block| block.line + 1);
        let said = wrap(&clean(message), sheet.text);
        sheet.row(&format!("? line {line}"), REQUIRED, said, QUIET);
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>, between: &str) -> String {
    texts.collect::<Vec<_>>().join(between)
}

/// The lines so far.
struct Sheet {
    out: String,
    /// Columns of the text.
    text: usize,
}

impl Sheet {
    fn blank(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// A text on as many lines as it takes.
    fn wrapped(&mut self, margin: &str, text: &str, style: Style) {
        let lines = wrap(&clean(text), self.text);
        self.row(margin, QUIET, lines, style);
    }

    /// A text on one line, as far as it goes.
    fn cut(&mut self, margin: &str, text: &str, style: Style) {
        let line = cut(text, self.text);
        self.row(margin, QUIET, vec![line], style);
    }

    fn row(&mut self, margin: &str, margin_style: Style, lines: Vec<String>, style: Style) {
        let mut margin = Some(margin).filter(|margin| !margin.is_empty());
        for line in lines {
            let word = margin.take().unwrap_or_default();
            let space = " ".repeat(MARGIN.saturating_sub(word.width()));
            self.out.push_str(&space);
            self.styled(word, margin_style);
            self.out.push_str(&" ".repeat(GAP));
            self.styled(&line, style);
            self.out.push('\n');
        }
    }

    fn styled(&mut self, text: &str, style: Style) {
        if text.is_empty() || style == PLAIN {
            self.out.push_str(text);
        } else {
            // Writing to a string does not fail.
            let _ = write!(self.out, "{style}{text}{style:#}");
        }
    }
}

/// A text that moves no cursor and turns nothing round: white space is a space, another character that controls is U+FFFD.
fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(harmless).collect()
}

fn harmless(c: char) -> char {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns { char::REPLACEMENT_CHARACTER } else { c }
}

/// As much of a text as stands in `width` columns, with `…` where more follows.
fn cut(text: &str, width: usize) -> String {
    // A character of several bytes may take no column; no text needs so many.
    const MOST: usize = 16;
    let start = &text[..text.floor_char_boundary(width * MOST)];
    let more = start.len() < text.len();
    let text = clean(start);
    if !more && text.width() <= width {
        return text;
    }
    let mut line = String::new();
    let mut columns = 0;
    for c in text.chars() {
        columns += c.width().unwrap_or(0);
        if columns >= width {
            break;
        }
        line.push(c);
    }
    line.push('…');
    line
}

/// A text in lines of at most `width` columns, broken where Unicode's rules allow, else anywhere.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut columns = 0;
    let mut start = 0;
    for (end, _) in linebreaks(text) {
        let word = &text[start..end];
        start = end;
        if columns + word.trim_end().width() > width && columns > 0 {
            lines.push(std::mem::take(&mut line));
            columns = 0;
        }
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if columns + wide > width && c != ' ' {
                lines.push(std::mem::take(&mut line));
                columns = 0;
            }
            line.push(c);
            columns += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_a_reader_would() {
        for (text, width, expected) in [
            ("", 10, &[][..]),
            ("雨停了。", 10, &["雨停了。"]),
            // A stop begins no line, a bracket ends none.
            ("雨停了。渡口又开了。", 8, &["雨停了。", "渡口又开", "了。"]),
            ("雨停了，渡口开。", 6, &["雨停", "了，渡", "口开。"]),
            ("雨停了（渡口开）", 8, &["雨停了", "（渡口", "开）"]),
            ("wind and rain", 8, &["wind and", "rain"]),
            ("接报后10分钟内", 8, &["接报后10", "分钟内"]),
            ("abcdefghij", 4, &["abcd", "efgh", "ij"]),
            ("雨 停", 2, &["雨", "停"]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text} in {width}");
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        for (text, width, expected) in [
            ("雨停了。", 8, "雨停了。"),
            ("雨停了。", 7, "雨停了…"),
            ("雨停了。", 6, "雨停…"),
            ("a\tb\u{1b}[31m\nc", 20, "a b\u{fffd}[31m c"),
            ("", 5, ""),
        ] {
            assert_eq!(cut(text, width), expected, "{text} in {width}");
        }
        let long = "雨".repeat(100_000);
        assert_eq!(cut(&long, 10), "雨雨雨雨…");
        assert!(cut(&format!("a{}b", "\u{301}".repeat(1000)), 10).ends_with('…'));
    }

    #[test]
    fn amounts_in_a_persons_units() {
        let timeline = wirecopy::parse(
            "接到报警后，民警45秒内接警，半小时内赶到现场；民警1.5小时内将其抓获；专班72小时内查清来源；接到申请后，窗口3个工作日内办结。",
        )
        .timeline;
        let amounts: Vec<String> = timeline.steps.iter().map(amount).collect();
        assert_eq!(amounts, ["45 s", "30 min", "1.5 h", "72 h", "3 workdays"]);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for name in ["default", "metro", "typhoon"] {
            let report = wirecopy::parse(std::fs::read_to_string(format!("reports/{name}.txt")).unwrap());
            for width in [0, 40, 57, 80, 200] {
                let outline = anstream::adapter::strip_str(&outline(&report, width)).to_string();
                let most = width.clamp(MARGIN + GAP + TEXT.0, MARGIN + GAP + TEXT.1);
                for line in outline.lines() {
                    assert!(line.width() <= most, "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn nothing_in_a_text_controls_the_terminal() {
        let outline = outline(&wirecopy::parse("\u{1b}[31m雨停了\u{7}。\n\u{202e}接到报警后，\u{9b}2J民警10分钟内\u{1b}c赶到。"), 80);
        let outline = anstream::adapter::strip_str(&outline).to_string();
        assert!(outline.chars().all(|c| c == '\n' || harmless(c) == c), "{outline:?}");
        assert!(outline.contains("\u{fffd}2J民警10分钟内\u{fffd}c赶到"), "{outline}");
    }
}
