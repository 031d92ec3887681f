//! What an amount of time does in its report: the rules of a careful subeditor, tried in order, each with its name.
//!
//! A rule looks at what the amount modifies, the verb of its clause, who acts, and the place in the report. It sees the words of
//! [`words`](super::words) in the sentence around, never more than a fixed stretch of text, so that reading stays linear.

mod after;
mod bare;
mod condition;
mod evidence;
pub(super) mod label;
pub(super) mod law;
mod limit;
mod measure;
mod outlook;
mod paper;
pub(super) mod price;
mod used;
pub(super) mod weigh;
mod within;

use memchr::memchr2_iter;

use super::amount::{Amount, Unit};
use super::script::{clause_start, eat, eat_any, eat_any_back, eat_back, ends_clause, gap, next, past_ideographs, prev, three};
use super::words::{self as w, Class, Token};
use crate::report::{Label, Role};
use crate::text::{Span, begins_with, ends_with, is_han_lead};

/// How far around an amount a rule looks, in bytes.
const REACH: usize = 360;

/// A role and the rule that gave it.
pub(crate) type Verdict = (Role, &'static str);

/// Whatever does something with a result.
pub(crate) const ACT: Class = w::ARRIVE | w::RESULT | w::FINISH | w::REPLY;

/// An amount of time in its sentence.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) amount: &'a Amount,
    pub(crate) span: Span,
    /// The clause it stands in.
    pub(crate) clause: Span,
    /// Its sentence, as far as rules look, and no further than the amounts beside it.
    pub(crate) sentence: Span,
    /// Up to the semicolon, the sentence's end or the next amount.
    pub(crate) chain: usize,
    /// Where the amount before it ends.
    pub(crate) floor: usize,
    pub(crate) tokens: &'a [Token],
    /// 每天, 每日 stand before it in its clause.
    pub(crate) daily: bool,
    /// They stand before it in its sentence.
    pub(crate) often: bool,
    pub(crate) label: Label,
    /// The block it stands in.
    pub(crate) block: Span,
    /// Whether the amount before it in its block has a place on the timeline.
    pub(crate) follows_step: Option<bool>,
    pub(crate) around: Around,
}

/// Every meaning that stands in a part of the sentence, and how the clause goes on, so that a rule asks with one look.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    before: Class,
    governed: Class,
    after: Class,
    along: Class,
    sentence: Class,
    earlier: Class,
    closes: bool,
    /// The (folded) character before the amount, as UTF-8 has it, and where it stands.
    left: Option<([u8; 3], usize)>,
    /// The one behind the amount, and where it ends.
    right: Option<([u8; 3], usize)>,
    /// Where they are no characters of three bytes: the last byte of the one before, the first of the one behind.
    signs: [Option<u8>; 2],
}

/// The part of `text` around `span` that rules may see: within the block, the sentence, and their reach.
pub(crate) fn window(text: &str, span: Span, block: Span) -> Span {
    let bytes = text.as_bytes();
    let low = text.floor_char_boundary(block.start.max(span.start.saturating_sub(REACH)));
    let high = text.ceil_char_boundary(block.end.min(span.end + REACH));
    // Ideographs end nothing: their three bytes are passed over at once.
    let mut start = span.start.max(low);
    while start > low {
        if let [.., lead, _, _] = bytes[low..start]
            && is_han_lead(lead)
        {
            start -= 3;
            continue;
        }
        if let Some(mark) = sentence_mark(bytes, start - 1) {
            start += mark - 1;
            break;
        }
        start -= 1;
    }
    let mut rest = &bytes[span.end.min(high)..high];
    loop {
        match rest {
            [lead, _, _, behind @ ..] if is_han_lead(*lead) => rest = behind,
            [_, behind @ ..] if sentence_mark(rest, 0).is_none() => rest = behind,
            _ => break,
        }
    }
    Span::new(start.min(span.start), (high - rest.len()).max(span.end))
}

/// The length of the mark at `at` that ends a sentence. No mark's first byte stands within another character.
#[inline]
fn sentence_mark(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at] {
        b'!' | b'?' | b'\n' | b'\r' => Some(1),
        0xE3 if bytes[at..].starts_with("。".as_bytes()) => Some(3),
        0xEF if bytes[at..].starts_with("！".as_bytes()) || bytes[at..].starts_with("？".as_bytes()) => Some(3),
        _ => None,
    }
}

/// The sentence before an amount's own in its block, as far as rules look.
pub(crate) fn before(c: &Context) -> (usize, usize) {
    const REACH: usize = 180;
    let start = c.text.floor_char_boundary(c.sentence.start.saturating_sub(REACH).max(c.block.start));
    (start.min(c.sentence.start), c.sentence.start)
}

/// The clause around `span` within `sentence`. Brackets and colons part clauses, as commas do; 、 does not.
pub(crate) fn clause(text: &str, span: Span, sentence: Span) -> Span {
    let start = clause_start(text, span.start, sentence.start);
    let mut end = span.end;
    while end < sentence.end {
        match next(text, end) {
            Some((c, after)) if !ends_clause(c) => end = past_ideographs(text, after, sentence.end),
            _ => break,
        }
    }
    Span::new(start, end)
}

/// The end of the chain of clauses that may say what is done: the semicolon, the sentence's end, or the next amount.
pub(crate) fn chain_end(text: &str, from: usize, sentence: Span, next_amount: usize) -> usize {
    let stop = sentence.end.min(next_amount.max(from));
    let bytes = text.as_bytes();
    let semicolon = |at: &usize| bytes[*at] == b';' || bytes[*at..].starts_with("；".as_bytes());
    memchr2_iter(b';', 0xEF, &bytes[from..stop]).map(|at| from + at).find(semicolon).unwrap_or(stop)
}

impl Context<'_> {
    pub(crate) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(move |token| token.start >= start && token.end <= end)
    }

    /// The first word of a class between two places.
    pub(crate) fn find(&self, start: usize, end: usize, class: Class) -> Option<&Token> {
        self.sentence(class).then(|| self.within(start, end).find(|token| token.class & class != 0)).flatten()
    }

    pub(crate) fn has(&self, start: usize, end: usize, class: Class) -> bool {
        self.find(start, end, class).is_some()
    }

    /// Gathers what stands around.
    pub(crate) fn gathered(mut self) -> Self {
        let (start, end) = (self.span.start, self.span.end);
        let clause_end = self.clause.end.min(self.chain.max(end));
        for token in self.tokens {
            let within = |from: usize, to: usize| if token.start >= from && token.end <= to { token.class } else { 0 };
            self.around.sentence |= token.class;
            self.around.earlier |= within(self.sentence.start, self.clause.start);
            self.around.governed |= within(self.clause.start, start);
            self.around.before |= within(self.clause.start.max(self.floor), start);
            self.around.after |= within(end, clause_end);
            self.around.along |= within(end, self.chain);
        }
        let behind = gap(self.text, end);
        let right = next(self.text, behind);
        self.around.right = right.and_then(|(c, after)| Some((three(c)?, after)));
        let behind = super::script::eat_any(self.text, behind, &["的时间", "时间", "的工夫", "工夫"]).map_or(behind, |(_, end)| end);
        let left = prev(self.text, start);
        self.around.left = left.and_then(|(c, at)| Some((three(c)?, at)));
        self.around.signs = [
            left.and_then(|(c, _)| c.encode_utf8(&mut [0; 4]).as_bytes().last().copied()),
            right.and_then(|(c, _)| c.encode_utf8(&mut [0; 4]).as_bytes().first().copied()),
        ];
        self.around.closes =
            matches!(next(self.text, behind), None | Some(('。' | ',' | ';' | '!' | '?' | '\n' | ')' | ':' | '”' | '」', _)));
        self
    }

    /// In the clause, before the amount.
    pub(crate) fn before(&self, class: Class) -> bool {
        self.around.before & class != 0
    }

    /// In the clause before the amount, also before the amounts that stand before it.
    pub(crate) fn governed(&self, class: Class) -> bool {
        self.around.governed & class != 0
    }

    /// In the clause, behind the amount.
    pub(crate) fn after(&self, class: Class) -> bool {
        self.around.after & class != 0
    }

    /// Behind the amount, up to the chain's end.
    pub(crate) fn along(&self, class: Class) -> bool {
        self.around.along & class != 0
    }

    /// Anywhere in the sentence.
    pub(crate) fn sentence(&self, class: Class) -> bool {
        self.around.sentence & class != 0
    }

    /// The clauses before the amount's own.
    pub(crate) fn earlier(&self, class: Class) -> bool {
        self.around.earlier & class != 0
    }

    /// A word of a class that begins within `chars` characters behind the amount, in its clause.
    pub(crate) fn next_to(&self, class: Class, chars: usize) -> Option<&Token> {
        let limit = self.span.end + chars * 3;
        self.find(self.span.end, self.clause.end, class).filter(|token| token.start <= limit)
    }

    /// A word of a class that ends right before the amount, or before a few light words.
    pub(crate) fn right_before(&self, class: Class, chars: usize) -> Option<&Token> {
        if !self.sentence(class) {
            return None;
        }
        let limit = self.span.start.saturating_sub(chars * 3).max(self.floor).max(self.clause.start + 1);
        self.tokens.iter().rev().find(|token| token.end <= self.span.start && token.end >= limit && token.class & class != 0)
    }

    /// Whether the text reads one of `words` right behind the amount.
    pub(crate) fn reads(&self, words: &[&'static str]) -> bool {
        let Some((first, at)) = self.around.right else {
            let near = words.iter().any(|word| word.as_bytes().first().copied() == self.around.signs[1]);
            return near && eat_any(self.text, gap(self.text, self.span.end), words).is_some();
        };
        words.iter().any(|word| begins_with(word, first) && eat(self.text, at, &word[3..]).is_some())
    }

    /// Whether one of `words` stands right before the amount.
    pub(crate) fn reads_before(&self, words: &[&'static str]) -> bool {
        let Some((last, at)) = self.around.left else {
            let near = words.iter().any(|word| word.as_bytes().last().copied() == self.around.signs[0]);
            return near && eat_any_back(self.text, self.span.start, words).is_some();
        };
        words.iter().any(|word| ends_with(word, last) && eat_back(self.text, at, &word[..word.len() - 3]).is_some())
    }

    /// The part of the clause before the amount.
    pub(crate) fn lead_in(&self) -> Span {
        Span::new(self.clause.start, self.span.start)
    }

    /// What it says.
    pub(crate) fn leading(&self) -> &str {
        self.lead_in().of(self.text)
    }

    /// Whether it is 24小时 and nothing more.
    pub(crate) fn all_day(&self) -> bool {
        self.amount.unit() == Unit::Hour && (self.hours() - 24.0).abs() < 1e-9
    }

    /// Whether the amount itself begins with one of `words`.
    pub(crate) fn amount_reads(&self, words: &[&'static str]) -> bool {
        eat_any(self.text, self.span.start, words).is_some()
    }

    /// Whether the clause ends with the amount, or with 时间 behind it.
    pub(crate) fn closes(&self) -> bool {
        self.around.closes
    }

    /// Whether the amount opens its clause, but for 在 and quotes.
    pub(crate) fn opens(&self) -> bool {
        self.span.start <= self.clause.start + 6
    }

    /// The clause before the amount's own, in its sentence, with the mark behind it.
    pub(crate) fn previous(&self) -> Option<(char, Span)> {
        let (mark, end) = prev(self.text, self.clause.start).filter(|_| self.clause.start > self.sentence.start)?;
        Some((mark, Span::new(clause_start(self.text, end, self.sentence.start), end)))
    }

    /// Where what is done is said: the rest of the clause, or the chain where the clause ends with the amount.
    pub(crate) fn predicate(&self) -> (usize, usize) {
        if self.closes() { (self.span.end, self.chain) } else { (self.span.end, self.clause.end.min(self.chain.max(self.span.end))) }
    }

    /// The end of the first `count` clauses with something in them between two places.
    pub(crate) fn clauses(&self, start: usize, end: usize, count: usize) -> usize {
        (0..count).fold(start, |at, _| clause_behind(self.text, at, end))
    }

    /// Whether the amount says N以上.
    pub(crate) fn beyond(&self) -> bool {
        super::script::eat_back(self.text, self.span.end, "以上").is_some()
    }

    /// Whether another amount stands right behind: 30分钟以上未满60分钟.
    pub(crate) fn yields_to_amount(&self) -> bool {
        self.chain < self.clause.end && self.chain <= self.span.end + 6
    }

    /// Whether the clause that ends at `end` stands right before this one, in the same sentence.
    pub(crate) fn follows(&self, end: usize) -> bool {
        end >= self.sentence.start
            && self.clause.start > end
            && self.clause.start <= end + 6
            && self.text[end..self.clause.start].trim().chars().count() == 1
    }

    fn hours(&self) -> f64 {
        self.amount.hours()
    }
}

/// The rules, in the order they are asked.
const RULES: &[fn(&Context) -> Option<Verdict>] = &[
    notice,
    label::name,
    label::rate,
    label::round_the_clock,
    paper::validity,
    condition::condition,
    law::suit,
    law::penalty,
    measure::late,
    price::tariff,
    outlook::look_back,
    outlook::coming,
    outlook::weather,
    outlook::weather_after,
    measure::distance,
    measure::difference,
    condition::apart,
    limit::handling,
    limit::won,
    limit::ordered_limit,
    after::before_point,
    after::after_point,
    within::within,
    used::used,
    bare::by_its_words,
    bare::ended_by,
];

/// Whether a rule of this name only says that nothing speaks for any role.
pub(crate) fn silent(rule: &str) -> bool {
    matches!(rule, "stretch" | "within-no-act" | "at-most" | "short-stretch")
}

/// The role of an amount.
pub(crate) fn role(c: &Context) -> Verdict {
    RULES.iter().find_map(|rule| rule(c)).unwrap_or_else(|| bare::plain(c))
}

/// A notice is not the story.
fn notice(c: &Context) -> Option<Verdict> {
    matches!(c.label, Label::NoticeTitle | Label::NoticeClause).then_some((Role::LegalTerm, "in-notice"))
}

impl Context<'_> {
    /// Whether no act follows in the clause.
    fn closes_or_noun(&self) -> bool {
        self.closes() || !self.after(ACT)
    }
}

/// The end of the first clause with something in it.
fn clause_behind(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    let mut seen = 0;
    while at < end {
        let Some((c, after)) = next(text, at) else { break };
        if ends_clause(c) {
            if seen > 2 {
                return at;
            }
        } else {
            seen += 1;
        }
        at = past_ideographs(text, after, end);
        seen += (at - after) / 3;
    }
    end
}
