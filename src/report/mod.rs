//! What a wire copy says, as plain values with public fields.
//!
//! Every fact carries the [`Span`] it was read from: `[start, end)` byte offsets into the decoded UTF-8 text.
//! Serialised with serde, a [`Report`] is the output contract: unknown is `null`, none is an empty list,
//! fields may be added and are never renamed.

#[cfg(feature = "schema")]
mod schema;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::text::decode::Decoded;
use crate::text::{Excerpt, Span};

/// A wire copy, read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = schema::source))]
pub struct Report {
    /// The script it is written in.
    pub lang: Script,
    /// The headline, where the text has one.
    pub headline: Option<Headline>,
    /// The dateline: who sent the report, from where, on which day.
    pub dateline: Option<Dateline>,
    /// Who wrote it, as a byline says.
    pub byline: Option<Byline>,
    /// Every piece of the text in order; with the white space between them they are the text.
    pub blocks: Vec<Block>,
    /// The photo captions: the n-th is the n-th block labelled [`Label::Caption`].
    pub captions: Vec<Caption>,
    /// The people an editor line names.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Editors"))]
    #[serde(flatten)]
    pub editors: Editors,
    /// The legal notice.
    pub notice: Option<Notice>,
    /// Every time expression, in order.
    pub times: Vec<Time>,
    /// The response timeline.
    pub timeline: Timeline,
    /// What the parser doubts.
    pub notes: Vec<Note>,
    /// The labels a reader has set, as they were followed: in order and apart.
    pub corrections: Vec<Correction>,
}

/// A label that a reader has set for a stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// The stretch; it may cut a line or hold several.
    pub span: Span,
    /// What it is.
    pub label: Label,
}

/// The script of a text, as a BCP 47 tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Script {
    /// 简体.
    #[default]
    #[serde(rename = "zh-Hans")]
    Hans,
    /// 繁體.
    #[serde(rename = "zh-Hant")]
    Hant,
}

impl Script {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Script::Hans => "zh-Hans",
            Script::Hant => "zh-Hant",
        }
    }
}

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// The headline 标题.
    Title,
    /// Agency, place and date 电头, with the reporters in brackets behind them.
    Dateline,
    /// The writers 署名.
    Byline,
    /// A photo caption 图说 with its credit.
    Caption,
    /// A subhead 小标题.
    Heading,
    /// Body text.
    Paragraph,
    /// (完).
    EndMark,
    /// The editor line 责任编辑.
    Editor,
    /// The title of the legal notice.
    NoticeTitle,
    /// A clause of the legal notice 条款.
    NoticeClause,
    /// What the page left behind: 分享到, 返回搜狐, 原标题:, 字号.
    Furniture,
}

impl Label {
    /// Every label, in the order of their declaration.
    pub const ALL: [Label; 11] = [
        Label::Title,
        Label::Dateline,
        Label::Byline,
        Label::Caption,
        Label::Heading,
        Label::Paragraph,
        Label::EndMark,
        Label::Editor,
        Label::NoticeTitle,
        Label::NoticeClause,
        Label::Furniture,
    ];

    /// The label of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Label::ALL.into_iter().find(|label| label.name() == name)
    }

    /// Its name in the output contract.
    pub fn name(self) -> &'static str {
        match self {
            Label::Title => "title",
            Label::Dateline => "dateline",
            Label::Byline => "byline",
            Label::Caption => "caption",
            Label::Heading => "heading",
            Label::Paragraph => "paragraph",
            Label::EndMark => "end_mark",
            Label::Editor => "editor",
            Label::NoticeTitle => "notice_title",
            Label::NoticeClause => "notice_clause",
            Label::Furniture => "furniture",
        }
    }
}

/// A labelled piece of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// What it is.
    pub label: Label,
    /// The line it stands on, from 0.
    pub line: usize,
    /// Its text.
    pub text: Excerpt,
    /// Where it stands.
    pub span: Span,
    /// The name of the rule that decided; [`CORRECTED`] where a reader did.
    pub reason: &'static str,
}

/// The reason of a block whose label a reader has set.
pub const CORRECTED: &str = "corrected";

/// The headline 标题.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Headline {
    /// Without prefix and site suffix.
    pub text: Excerpt,
    /// Where it stands.
    pub span: Span,
}

/// A person's name and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name.
    pub text: Excerpt,
    /// Where it stands.
    pub span: Span,
}

/// The dateline 电头.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = schema::reporters))]
pub struct Dateline {
    /// From the agency to 电, 讯 or their like: `中新网海州12月21日电`.
    pub text: Excerpt,
    /// The agency or outlet: `中新网`, `本报`.
    pub agency: Option<Excerpt>,
    /// The place: `海州`.
    pub place: Option<Excerpt>,
    /// The date as written: `12月21日`.
    pub date: Option<Excerpt>,
    /// The date as ISO 8601, its year read from the text: never from today.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema::DAY)))]
    pub resolved: Option<String>,
    /// The reporters in the brackets behind it.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub reporters: Vec<Name>,
    /// Where [`text`](Self::text) stands.
    pub span: Span,
}

impl Dateline {
    /// The day as `YYYY-MM-DD`, where the text tells the year too.
    pub fn day(&self) -> Option<&str> {
        self.resolved.as_deref().filter(|day| is_day(day))
    }
}

/// Whether a value is a whole day: `YYYY-MM-DD`.
pub(crate) fn is_day(value: &str) -> bool {
    value.len() == 10 && value.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

impl Serialize for Dateline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("agency", &self.agency)?;
        map.serialize_entry("place", &self.place)?;
        map.serialize_entry("date", &self.date)?;
        map.serialize_entry("resolved", &self.resolved)?;
        names(&mut map, "reporters", "reporter_spans", &self.reporters)?;
        map.serialize_entry("span", &self.span)?;
        map.end()
    }
}

/// The byline 署名.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = schema::names))]
pub struct Byline {
    /// The writers.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub names: Vec<Name>,
    /// Where the line stands.
    pub span: Span,
}

impl Serialize for Byline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        names(&mut map, "names", "name_spans", &self.names)?;
        map.serialize_entry("span", &self.span)?;
        map.end()
    }
}

/// The people named by the editor lines 责任编辑.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editors(pub Vec<Name>);

impl Serialize for Editors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        names(&mut map, "editors", "editor_spans", &self.0)?;
        map.end()
    }
}

/// Names are strings in the contract; their spans stand in a list beside them.
fn names<M: SerializeMap>(map: &mut M, key: &str, span_key: &str, names: &[Name]) -> Result<(), M::Error> {
    map.serialize_entry(key, &names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>())?;
    map.serialize_entry(span_key, &names.iter().map(|name| name.span).collect::<Vec<_>>())
}

/// A photo caption 图说.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Caption {
    /// What the photo shows, without the credit.
    pub text: Excerpt,
    /// Who made or gave the photo, as written: `海州警方供图`, `李桐 摄`.
    pub credit: Option<Excerpt>,
    /// The line it stands on, from 0.
    pub line: usize,
    /// Where caption and credit stand.
    pub span: Span,
    /// Where the credit stands.
    pub credit_span: Option<Span>,
}

/// The legal notice 版权及免责声明.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Notice {
    /// Its title, without the colon; a notice may have none.
    pub title: Option<Excerpt>,
    /// Its clauses: the n-th is the n-th block labelled [`Label::NoticeClause`].
    pub clauses: Vec<Clause>,
    /// The ways to reach the publisher that it names.
    pub contacts: Vec<Contact>,
}

/// One clause 条款.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clause {
    /// The number as written, without its brackets and stops: `1`, `一`, `①`.
    pub number: Option<Excerpt>,
    /// The clause without its number.
    pub text: Excerpt,
    /// Where number and text stand.
    pub span: Span,
}

/// A way to reach the publisher.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// As written.
    pub value: Excerpt,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A fax number.
    Fax,
    /// A postal address.
    Address,
    /// A QQ number.
    Qq,
    /// A `WeChat` account.
    Wechat,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time {
    /// As written.
    pub text: Excerpt,
    /// Its TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimeKind,
    /// What it does in the report.
    pub role: Role,
    /// ISO 8601, as far as the text tells: `2021-11-25/2021-11-27`, `PT48H`, `XXXX-12-21`.
    pub value: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// The name of the rule that decided its role.
    pub reason: &'static str,
}

/// The types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TimeKind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A time of day, with or without its day.
    Time,
    /// An amount of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// What a time expression does in its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An act bounded by N after a trigger: on the timeline.
    Deadline,
    /// A time in which something was achieved, without 内: on the timeline.
    Elapsed,
    /// How long a paper or code holds: 48小时核酸检测证明.
    Validity,
    /// N back from now: 14天内有旅居史, 过去24小时.
    LookBack,
    /// N in which things are counted or happen by themselves: 6小时内降雨.
    Window,
    /// N filled by an activity or a state: 连续坚持14天.
    Duration,
    /// Per day, per week, round the clock: 每天工作12小时以上.
    Rate,
    /// Laid down in a law, a decision or a notice: 刊发后30日内.
    LegalTerm,
    /// A price band: 3小时内2元.
    Tariff,
    /// Part of a label: 24小时热线, “11·25”.
    Name,
    /// A forecast of one's own doing.
    Plan,
    /// An amount of time that is none of these.
    Other,
    /// A point of the calendar.
    Point,
    /// From one point to another.
    Range,
    /// Counted from another point: 暂停营业22天后.
    Relative,
}

/// The response timeline: triggers and the steps bounded by them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timeline {
    /// The events the clocks start at, in the order of the text.
    pub triggers: Vec<Trigger>,
    /// The steps, in the order of the text.
    pub steps: Vec<Step>,
}

/// The event a clock starts at: 接到…报告.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trigger {
    /// As written.
    pub text: Excerpt,
    /// Where it stands.
    pub span: Span,
    /// When it happened, as ISO 8601, if the text says so.
    pub at: Option<String>,
}

/// One entry of the response timeline: something done, or to be done, within N of a trigger.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// The time expression: `半小时内`.
    pub text: Excerpt,
    /// N in hours; a range counts to its upper end.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours: f64,
    /// N as an ISO 8601 duration: `PT30M`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema::DURATION)))]
    pub within: String,
    /// N in working days, where it is counted in them.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub workdays: Option<f64>,
    /// [`Role::Deadline`] or [`Role::Elapsed`].
    #[cfg_attr(feature = "schema", schemars(extend("enum" = [Role::Deadline, Role::Elapsed])))]
    pub role: Role,
    /// Whether the text reports it done or requires it.
    pub status: Status,
    /// The trigger, as an index into [`Timeline::triggers`].
    pub trigger: Option<usize>,
    /// The clause that says what is done.
    pub statement: Excerpt,
    /// Where the statement stands.
    pub statement_span: Span,
    /// Who does it, where the clause says so.
    pub actor: Option<Excerpt>,
    /// The amounts of people and things in the statement.
    pub quantities: Vec<Quantity>,
    /// Where the time expression stands.
    pub span: Span,
}

/// Whether a step is reported or demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The text reports it done.
    Done,
    /// The text requires, promises or orders it.
    Required,
}

/// An amount of people or things: `600余名警力`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity {
    /// As written.
    pub text: Excerpt,
    /// The number: 600.
    pub number: f64,
    /// How the number is meant.
    pub bound: Bound,
    /// The measure word: 名.
    pub measure: &'static str,
    /// What is counted: 警力.
    pub noun: Excerpt,
    /// Where it stands.
    pub span: Span,
}

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// As it stands.
    Exact,
    /// 约, 近, 左右.
    About,
    /// 余, 多, 至少, 以上.
    AtLeast,
    /// 不到, 至多, 以内.
    AtMost,
}

/// Something the parser doubts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// In words.
    pub message: String,
    /// What it is about.
    pub span: Span,
    /// Where a label is in doubt, the one that is nearly as likely.
    pub alternative: Option<Alternative>,
}

/// A label that a block might have had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alternative {
    /// The label.
    pub label: Label,
    /// The name of the rule that speaks for it most.
    pub reason: &'static str,
}

impl Note {
    /// The note on a text whose bytes were not text throughout.
    pub fn on_decoding(decoded: &Decoded) -> Option<Self> {
        let message = decoded.complaint()?;
        let at = decoded.text.find(char::REPLACEMENT_CHARACTER)?;
        let span = Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
        Some(Note { message, span, alternative: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_of_no_text_is_the_default() {
        assert_eq!(crate::parse(""), Report::default());
    }

    #[test]
    fn days() {
        for (value, is) in [("2021-12-21", true), ("XXXX-12-21", false), ("2021-12", false), ("2021-12-21T08:00", false)] {
            assert_eq!(is_day(value), is, "{value}");
        }
    }
}
