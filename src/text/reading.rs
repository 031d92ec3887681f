//! A row as a reader sees it: entities decoded, tags and invisible characters gone, and the way back to the source.

use super::row::tag;
use super::{Excerpt, Remains, Row, Span, is_invisible};

/// A row's text without what a page left in it. Offsets into [`text`](Self::text) are *local*; [`span`](Self::span) leads back.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    /// The line it stands on, from 0.
    line: usize,
    /// Where the row begins.
    start: usize,
    plain: &'a str,
    cleaned: Option<Box<Cleaned>>,
}

#[derive(Debug)]
struct Cleaned {
    text: String,
    /// For each byte of `text`, the source offset of the character it stands for; one more for the end.
    source: Vec<usize>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(source: &'a str, row: Row, remains: Remains) -> Self {
        let plain = row.span.of(source);
        let cleaned = if row.markup {
            Some(Box::new(Cleaned { text: String::new(), source: vec![row.span.end] }))
        } else if remains.none() {
            None
        } else {
            clean(plain, row.span)
        };
        Reading { line: row.line, start: row.span.start, plain, cleaned }
    }

    /// The line it stands on, from 0.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// Where the row ends in the source.
    pub(crate) fn end(&self) -> usize {
        self.start + self.plain.len()
    }

    /// What a reader sees.
    pub(crate) fn text(&self) -> &str {
        self.cleaned.as_ref().map_or(self.plain, |cleaned| &cleaned.text)
    }

    /// What a reader sees of the local range, as a piece of the text `source` where it is one.
    pub(crate) fn excerpt(&self, source: &Excerpt, start: usize, end: usize) -> Excerpt {
        match &self.cleaned {
            None => source.piece(Span::new(self.start + start, self.start + end)),
            Some(cleaned) => Excerpt::from(&cleaned.text[start..end]),
        }
    }

    /// Where the local range stands in the source. The ends of the row take along what is not seen there.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let from = if start == 0 { self.start } else { self.at(start) };
        let to = if end == self.text().len() { self.end() } else { self.at(end) };
        Span::new(from, to.max(from))
    }

    /// The local offset of a source offset: the first character that does not stand before it.
    pub(crate) fn local(&self, source: usize) -> usize {
        match &self.cleaned {
            None => source.saturating_sub(self.start).min(self.plain.len()),
            Some(cleaned) => cleaned.source.partition_point(|&known| known < source).min(cleaned.text.len()),
        }
    }

    /// Where the local range stands in the source, without what is not seen at the row's ends.
    fn at(&self, local: usize) -> usize {
        self.cleaned.as_ref().map_or(self.start + local, |cleaned| cleaned.source[local])
    }
}

/// `None` where nothing needs cleaning.
fn clean(row: &str, span: Span) -> Option<Box<Cleaned>> {
    if !row.contains(['&', '<']) && !row.contains(is_invisible) {
        return None;
    }
    let mut cleaned = Cleaned { text: String::with_capacity(row.len()), source: Vec::with_capacity(row.len() + 1) };
    let mut at = 0;
    while let Some(c) = row[at..].chars().next() {
        let (seen, len) = match c {
            '<' => tag(&row.as_bytes()[at..]).map_or((Some(c), 1), |tag| (None, tag.len)),
            '&' => entity(&row[at..]).unwrap_or((Some(c), 1)),
            _ => ((!is_invisible(c)).then_some(c), c.len_utf8()),
        };
        if let Some(seen) = seen {
            cleaned.text.push(seen);
            cleaned.source.resize(cleaned.text.len(), span.start + at);
        }
        at += len;
    }
    cleaned.source.push(span.end);
    // What the remains stood around may be white space again.
    let (len, kept) = (cleaned.text.len(), cleaned.text.trim_start().len());
    cleaned.text.drain(..len - kept);
    cleaned.source.drain(..len - kept);
    let end = cleaned.text.trim_end().len();
    cleaned.text.truncate(end);
    cleaned.source.truncate(end);
    cleaned.source.push(span.end);
    Some(Box::new(cleaned))
}

/// The entity that `s` starts with, and its length. Some stand for nothing that is seen.
fn entity(s: &str) -> Option<(Option<char>, usize)> {
    let (seen, len) = reference(&s[1..])?;
    // Escaped twice: `&amp;nbsp;`.
    if seen == Some('&')
        && let Some((seen, more)) = reference(&s[1 + len..])
        && s[..1 + len + more].ends_with(';')
    {
        return Some((seen, 1 + len + more));
    }
    Some((seen, 1 + len))
}

/// The character that what stands behind a `&` names, and its length.
fn reference(s: &str) -> Option<(Option<char>, usize)> {
    // What browsers make of the numbers 0x80–0x9F.
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    // Longer is no reference.
    const LONGEST: usize = 10;
    let len = s.bytes().enumerate().take(LONGEST).take_while(|&(at, b)| b.is_ascii_alphanumeric() || (at == 0 && b == b'#')).count();
    let (name, behind) = s.split_at(len);
    let ended = behind.starts_with(';');
    let seen = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        match char::from_u32(code.ok()?)? {
            c @ '\u{80}'..='\u{9F}' => WINDOWS[c as usize - 0x80],
            c => c,
        }
    } else {
        let &(known, seen) = NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        // Browsers forgive the missing semicolon of these; `&copy=1` is part of an address.
        let forgiven = matches!(known, "nbsp" | "quot" | "amp" | "lt" | "gt") && !behind.starts_with('=');
        if !ended && !forgiven {
            return None;
        }
        seen
    };
    let seen = if seen.is_control() && seen.is_whitespace() { ' ' } else { seen };
    Some(((!is_invisible(seen)).then_some(seen), len + usize::from(ended)))
}

/// The named entities that Chinese pages leave behind.
const NAMED: [(&str, char); 46] = [
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("quot", '"'),
    ("apos", '\''),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("middot", '·'),
    ("bull", '•'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("horbar", '―'),
    ("hellip", '…'),
    ("permil", '‰'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("sect", '§'),
    ("yen", '¥'),
    ("euro", '€'),
    ("rarr", '→'),
    ("larr", '←'),
    ("eacute", 'é'),
    ("shy", '\u{AD}'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rows;

    /// The reading of a one-row text, and where the piece `part` of it stands.
    #[track_caller]
    fn check(source: &str, seen: &str, part: &str, stands: &str) {
        let (remains, mut found) = (Remains::of(source), Vec::new());
        rows(source, Span::new(0, source.len()), 0, remains, &mut found);
        let reading = Reading::new(source, found[0], remains);
        assert_eq!(reading.text(), seen);
        let start = reading.text().find(part).unwrap();
        assert_eq!(reading.span(start, start + part.len()).of(source), stands);
    }

    #[test]
    fn remains_are_read_and_traced() {
        check(" 甲乙 ", "甲乙", "乙", "乙");
        check("&nbsp;&nbsp;甲&ldquo;乙&rdquo;丙", "甲“乙”丙", "“乙”", "&ldquo;乙&rdquo;");
        check("甲\u{200b}乙\u{feff}", "甲乙", "乙", "乙\u{feff}");
        check("甲<b>乙</b>丙&#12290;&#x3002;", "甲乙丙。。", "丙。", "丙&#12290;");
        check("甲&nbsp乙&NBSP;丙", "甲\u{a0}乙\u{a0}丙", "丙", "丙");
        check("&amp;ldquo;甲&amp;#8221;&amp;&amp;", "“甲”&&", "”", "&amp;#8221;");
        check("甲&#13;&#10;乙&#8203;&zwnj;丙&#x200b", "甲  乙丙", "丙", "丙&#x200b");
        check("&#147;甲&#148;&#133;", "“甲”…", "”…", "&#148;&#133;");
        check("甲\0乙\u{1}\u{80}丙\u{fffc}", "甲乙丙", "丙", "丙\u{fffc}");
        check("\u{feff}甲\u{feff}乙", "甲乙", "甲", "\u{feff}甲\u{feff}");
        check("<!--enpproperty <id>1</id>-->甲<!---->乙<![endif]><?xml version?>", "甲乙", "甲", "<!--enpproperty <id>1</id>-->甲<!---->");
        check("甲<!-- 乙", "甲<!-- 乙", "乙", "乙");
        check("a.html?x=1&copy=2&lt=3&sect1", "a.html?x=1&copy=2&lt=3&sect1", "copy", "copy");
        check("1&2 <3 &甲; &#xFFFFFFF;", "1&2 <3 &甲; &#xFFFFFFF;", "甲", "甲");
    }
}
