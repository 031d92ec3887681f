// Written by `wirecopy schema --typescript`.

/** A wire copy, read. */
export interface Report {
  /** The script it is written in. */
  lang: Script;
  /** The headline, where the text has one. */
  headline: Headline | null;
  /** The dateline: who sent the report, from where, on which day. */
  dateline: Dateline | null;
  /** Who wrote it, as a byline says. */
  byline: Byline | null;
  /** Every piece of the text in order; with the white space between them they are the text. */
  blocks: Block[];
  /** The photo captions: the n-th is the n-th block labelled `caption`. */
  captions: Caption[];
  /** The people an editor line names. */
  editors: string[];
  /** Where their names stand. */
  editor_spans: Span[];
  /** The legal notice. */
  notice: Notice | null;
  /** Every time expression, in order. */
  times: Time[];
  /** The response timeline. */
  timeline: Timeline;
  /** What the parser doubts. */
  notes: Note[];
  /** The labels a reader has set, as they were followed: in order and apart. */
  corrections: Correction[];
  /** The text that spans count in, where it was exported with the report. */
  source?: string;
}

/** The script of a text, as a BCP 47 tag. */
export type Script =
  /** 简体. */
  | "zh-Hans"
  /** 繁體. */
  | "zh-Hant";

/** The headline 标题. */
export interface Headline {
  /** Without prefix and site suffix. */
  text: string;
  /** Where it stands. */
  span: Span;
}

/** `[start, end)`: byte offsets into the decoded text in UTF-8, a byte order mark not counted. */
export type Span = [start: number, end: number];

/** The dateline 电头. */
export interface Dateline {
  /** From the agency to 电, 讯 or their like: `中新网海州12月21日电`. */
  text: string;
  /** The agency or outlet: `中新网`, `本报`. */
  agency: string | null;
  /** The place: `海州`. */
  place: string | null;
  /** The date as written: `12月21日`. */
  date: string | null;
  /** The date as ISO 8601, its year read from the text: never from today. */
  resolved: string | null;
  /** The reporters in the brackets behind it. */
  reporters: string[];
  /** Where their names stand. */
  reporter_spans: Span[];
  /** Where `text` stands. */
  span: Span;
}

/** The byline 署名. */
export interface Byline {
  /** The writers. */
  names: string[];
  /** Where their names stand. */
  name_spans: Span[];
  /** Where the line stands. */
  span: Span;
}

/** A labelled piece of the text. */
export interface Block {
  /** What it is. */
  label: Label;
  /** The line it stands on, from 0. */
  line: number;
  /** Its text. */
  text: string;
  /** Where it stands. */
  span: Span;
  /** The name of the rule that decided; `corrected` where a reader did. */
  reason: string;
}

/** What a piece of the text is. */
export type Label =
  /** The headline 标题. */
  | "title"
  /** Agency, place and date 电头, with the reporters in brackets behind them. */
  | "dateline"
  /** The writers 署名. */
  | "byline"
  /** A photo caption 图说 with its credit. */
  | "caption"
  /** A subhead 小标题. */
  | "heading"
  /** Body text. */
  | "paragraph"
  /** (完). */
  | "end_mark"
  /** The editor line 责任编辑. */
  | "editor"
  /** The title of the legal notice. */
  | "notice_title"
  /** A clause of the legal notice 条款. */
  | "notice_clause"
  /** What the page left behind: 分享到, 返回搜狐, 原标题:, 字号. */
  | "furniture";

/** A photo caption 图说. */
export interface Caption {
  /** What the photo shows, without the credit. */
  text: string;
  /** Who made or gave the photo, as written: `海州警方供图`, `李桐 摄`. */
  credit: string | null;
  /** The line it stands on, from 0. */
  line: number;
  /** Where caption and credit stand. */
  span: Span;
  /** Where the credit stands. */
  credit_span: Span | null;
}

/** The legal notice 版权及免责声明. */
export interface Notice {
  /** Its title, without the colon; a notice may have none. */
  title: string | null;
  /** Its clauses: the n-th is the n-th block labelled `notice_clause`. */
  clauses: Clause[];
  /** The ways to reach the publisher that it names. */
  contacts: Contact[];
}

/** One clause 条款. */
export interface Clause {
  /** The number as written, without its brackets and stops: `1`, `一`, `①`. */
  number: string | null;
  /** The clause without its number. */
  text: string;
  /** Where number and text stand. */
  span: Span;
}

/** A way to reach the publisher. */
export interface Contact {
  /** What it is. */
  kind: ContactKind;
  /** As written. */
  value: string;
  /** Where it stands. */
  span: Span;
}

/** The kinds of contacts. */
export type ContactKind =
  /** An e-mail address. */
  | "email"
  /** A telephone number. */
  | "phone"
  /** A fax number. */
  | "fax"
  /** A postal address. */
  | "address"
  /** A QQ number. */
  | "qq"
  /** A `WeChat` account. */
  | "wechat";

/** A time expression. */
export interface Time {
  /** As written. */
  text: string;
  /** Its TIMEX3 type. */
  type: TimeKind;
  /** What it does in the report. */
  role: Role;
  /** ISO 8601, as far as the text tells: `2021-11-25/2021-11-27`, `PT48H`, `XXXX-12-21`. */
  value: string | null;
  /** Where it stands. */
  span: Span;
  /** The name of the rule that decided its role. */
  reason: string;
}

/** The types of TIMEX3. */
export type TimeKind =
  /** A day or a longer stretch of the calendar. */
  | "DATE"
  /** A time of day, with or without its day. */
  | "TIME"
  /** An amount of time. */
  | "DURATION"
  /** Something that recurs. */
  | "SET";

/** What a time expression does in its report. */
export type Role =
  /** An act bounded by N after a trigger: on the timeline. */
  | "deadline"
  /** A time in which something was achieved, without 内: on the timeline. */
  | "elapsed"
  /** How long a paper or code holds: 48小时核酸检测证明. */
  | "validity"
  /** N back from now: 14天内有旅居史, 过去24小时. */
  | "look_back"
  /** N in which things are counted or happen by themselves: 6小时内降雨. */
  | "window"
  /** N filled by an activity or a state: 连续坚持14天. */
  | "duration"
  /** Per day, per week, round the clock: 每天工作12小时以上. */
  | "rate"
  /** Laid down in a law, a decision or a notice: 刊发后30日内. */
  | "legal_term"
  /** A price band: 3小时内2元. */
  | "tariff"
  /** Part of a label: 24小时热线, “11·25”. */
  | "name"
  /** A forecast of one's own doing. */
  | "plan"
  /** An amount of time that is none of these. */
  | "other"
  /** A point of the calendar. */
  | "point"
  /** From one point to another. */
  | "range"
  /** Counted from another point: 暂停营业22天后. */
  | "relative";

/** The response timeline: triggers and the steps bounded by them. */
export interface Timeline {
  /** The events the clocks start at, in the order of the text. */
  triggers: Trigger[];
  /** The steps, in the order of the text. */
  steps: Step[];
}

/** The event a clock starts at: 接到…报告. */
export interface Trigger {
  /** As written. */
  text: string;
  /** Where it stands. */
  span: Span;
  /** When it happened, as ISO 8601, if the text says so. */
  at: string | null;
}

/** One entry of the response timeline: something done, or to be done, within N of a trigger. */
export interface Step {
  /** The time expression: `半小时内`. */
  text: string;
  /** N in hours; a range counts to its upper end. */
  hours: number;
  /** N as an ISO 8601 duration: `PT30M`. */
  within: string;
  /** N in working days, where it is counted in them. */
  workdays: number | null;
  /** `deadline` or `elapsed`. */
  role: "deadline" | "elapsed";
  /** Whether the text reports it done or requires it. */
  status: Status;
  /** The trigger, as an index into `triggers`. */
  trigger: number | null;
  /** The clause that says what is done. */
  statement: string;
  /** Where the statement stands. */
  statement_span: Span;
  /** Who does it, where the clause says so. */
  actor: string | null;
  /** The amounts of people and things in the statement. */
  quantities: Quantity[];
  /** Where the time expression stands. */
  span: Span;
}

/** Whether a step is reported or demanded. */
export type Status =
  /** The text reports it done. */
  | "done"
  /** The text requires, promises or orders it. */
  | "required";

/** An amount of people or things: `600余名警力`. */
export interface Quantity {
  /** As written. */
  text: string;
  /** The number: 600. */
  number: number;
  /** How the number is meant. */
  bound: Bound;
  /** The measure word: 名. */
  measure: string;
  /** What is counted: 警力. */
  noun: string;
  /** Where it stands. */
  span: Span;
}

/** How a number is meant. */
export type Bound =
  /** As it stands. */
  | "exact"
  /** 约, 近, 左右. */
  | "about"
  /** 余, 多, 至少, 以上. */
  | "at_least"
  /** 不到, 至多, 以内. */
  | "at_most";

/** Something the parser doubts. */
export interface Note {
  /** In words. */
  message: string;
  /** What it is about. */
  span: Span;
  /** Where a label is in doubt, the one that is nearly as likely. */
  alternative: Alternative | null;
}

/** A label that a block might have had. */
export interface Alternative {
  /** The label. */
  label: Label;
  /** The name of the rule that speaks for it most. */
  reason: string;
}

/** A label that a reader has set for a stretch of the text. */
export interface Correction {
  /** The stretch; it may cut a line or hold several. */
  span: Span;
  /** What it is. */
  label: Label;
}
