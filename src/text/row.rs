//! Lines, and the rows that markup left behind cuts them into.

use memchr::{memchr, memchr_iter, memchr2, memmem};

use super::markup::parts_lines;
use super::{Span, trimmed};

/// What a stretch of lines has besides plain characters and line feeds: found once, so that the rows of a clean one cost nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Remains {
    /// `&` or `<`: perhaps an entity or a tag.
    pub markup: bool,
    /// Characters that take no room.
    pub invisible: bool,
    /// U+2028, U+2029, a vertical tab or a form feed.
    separators: bool,
}

impl Remains {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut remains = Remains { markup: memchr2(b'&', b'<', bytes).is_some(), ..Remains::default() };
        // Many texts have no character with their first byte.
        let found = |c: &&str| memmem::find(bytes, c.as_bytes()).is_some();
        remains.invisible = memchr(0xEF, bytes).is_some() && ["\u{FEFF}", "\u{FFFC}"].iter().any(found);
        // Control characters: all bytes looked at, many at a time, since that is faster than stopping at the first; most texts have none but line feeds.
        let odd = |b: u8| (b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')) || b == 0x7F;
        // Below a space: the highest bit comes up where a space is taken away. Comparisons take as long again.
        let control = |b: u8| b.wrapping_sub(b' ') & !b & if b == b'\n' { 0 } else { 0x80 };
        if bytes.iter().fold(0, |found, &b| found | control(b)) != 0 || memchr(0x7F, bytes).is_some() {
            remains.separators = memchr2(0x0B, 0x0C, bytes).is_some();
            remains.invisible |= bytes.iter().any(|&b| odd(b) && !matches!(b, 0x0B | 0x0C));
        }
        for at in memchr_iter(0xC2, bytes) {
            remains.invisible |= matches!(bytes.get(at + 1), Some(0x80..=0x84 | 0x86..=0x9F | 0xAD));
        }
        // The general punctuation block: quotation marks are common, the rest is not.
        for at in memchr_iter(0xE2, bytes) {
            match (bytes.get(at + 1), bytes.get(at + 2)) {
                (Some(0x80), Some(0xA8 | 0xA9)) => remains.separators = true,
                (Some(0x80), Some(0x8B..=0x8F | 0xAA..=0xAE)) | (Some(0x81), Some(0xA0..=0xA9)) => remains.invisible = true,
                _ => {}
            }
        }
        remains
    }

    /// Whether every row is as it seems.
    pub(crate) fn none(self) -> bool {
        !self.markup && !self.invisible
    }
}

/// A stretch of a line that stands by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Row {
    /// The line, from 0.
    pub line: usize,
    /// Without the white space around it; never empty.
    pub span: Span,
    /// Whether it is a tag like `<br>`: it parts rows and says nothing.
    pub markup: bool,
}

/// The stretches of a text, each of some hundred lines and whole ones: what is read more than once is read again while the cache holds it.
pub(crate) fn stretches(text: &str) -> impl Iterator<Item = Span> + '_ {
    const LEAST: usize = 1 << 15;
    let mut start = 0;
    std::iter::from_fn(move || {
        let near = start + LEAST;
        let end = text.as_bytes().get(near..).and_then(|rest| memchr(b'\n', rest)).map_or(text.len(), |at| near + at + 1);
        let stretch = Span::new(start, end);
        start = end;
        (!stretch.is_empty()).then_some(stretch)
    })
}

/// Adds the rows of a stretch of `text` to `rows`: its lines (ended by LF, CR LF, CR, U+2028 or U+2029), cut where a block-level tag was left in and at
/// vertical tabs and form feeds. Blank ones are left out. `line` is the number of the first line; gives back that of the one behind the stretch.
pub(crate) fn rows(text: &str, stretch: Span, mut line: usize, remains: Remains, rows: &mut Vec<Row>) -> usize {
    let bytes = &text.as_bytes()[..stretch.end];
    let (mut start, mut at) = (stretch.start, stretch.start);
    while let Some(next) = next_end(&bytes[at..], remains) {
        at += next;
        let width = match bytes[at] {
            b'\n' => 1,
            b'\r' => 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
            _ if matches!(bytes[at..], [0xE2, 0x80, 0xA8 | 0xA9, ..]) => 3,
            // A word processor's line or page break within a line.
            0x0B | 0x0C => {
                cut(text, line, Span::new(start, at), remains, rows);
                at += 1;
                start = at;
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        cut(text, line, Span::new(start, at), remains, rows);
        at += width;
        start = at;
        line += 1;
    }
    cut(text, line, Span::new(start, bytes.len()), remains, rows);
    line
}

/// Where the next byte that may end a line stands.
fn next_end(bytes: &[u8], remains: Remains) -> Option<usize> {
    if remains.separators {
        bytes.iter().position(|b| matches!(b, b'\n' | b'\r' | 0x0B | 0x0C | 0xE2))
    } else {
        memchr2(b'\n', b'\r', bytes)
    }
}

/// Cuts one line at its block-level tags.
fn cut(text: &str, line: usize, span: Span, remains: Remains, rows: &mut Vec<Row>) {
    let mut start = span.start;
    if remains.markup && memchr(b'<', span.of(text).as_bytes()).is_some() {
        let mut at = span.start;
        while at < span.end {
            match tag(&text.as_bytes()[at..span.end]) {
                Some(tag) if tag.block => {
                    push(text, line, Span::new(start, at), false, rows);
                    at += tag.len;
                    push(text, line, Span::new(at - tag.len, at), true, rows);
                    start = at;
                }
                Some(tag) => at += tag.len,
                None => at += 1,
            }
        }
    }
    push(text, line, Span::new(start, span.end), false, rows);
}

fn push(text: &str, line: usize, span: Span, markup: bool, rows: &mut Vec<Row>) {
    let kept = trimmed(text, span.start..span.end);
    if !kept.is_empty() {
        rows.push(Row { line, span: Span::new(kept.start, kept.end), markup });
    }
}

/// A tag or a comment left in the text.
pub(super) struct Tag {
    /// Its length in bytes.
    pub len: usize,
    /// Whether a browser would start a new line at it.
    pub block: bool,
}

/// The tag or the comment that `bytes` start with. None holds another's beginning, so that a text full of them costs no more than another.
pub(super) fn tag(bytes: &[u8]) -> Option<Tag> {
    const LONGEST: usize = 2048;
    if let Some(comment) = bytes.strip_prefix(b"<!--") {
        let reach = memmem::find(comment, b"<!--").unwrap_or(comment.len());
        let len = memmem::find(&comment[..reach], b"-->")?;
        return Some(Tag { len: len + b"<!---->".len(), block: false });
    }
    // `<?xml …?>`, `<!doctype …>`, `<![endif]>`: what a page says to programs.
    let name = [&b"</"[..], b"<?", b"<![", b"<!", b"<"].into_iter().find_map(|opening| bytes.strip_prefix(opening))?;
    let letters = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    if !name.first()?.is_ascii_alphabetic() || !matches!(name.get(letters)?, b' ' | b'>' | b'/' | b'\t' | b']') {
        return None;
    }
    let len = 2 + memchr2(b'<', b'>', &bytes[1..bytes.len().min(LONGEST)])?;
    (bytes[len - 1] == b'>').then(|| Tag { len, block: parts_lines(&name[..letters]) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let mut found = Vec::new();
        rows(text, Span::new(0, text.len()), 0, Remains::of(text), &mut found);
        let found: Vec<_> = found.iter().map(|row| (row.line, row.span.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_end_in_every_way() {
        check("", &[]);
        check("\n \u{3000}\r\n\r", &[]);
        check("甲\r\n乙\r丙\u{2028}丁\u{2029}戊\n", &[(0, "甲"), (1, "乙"), (2, "丙"), (3, "丁"), (4, "戊")]);
        check("甲\u{b}乙\u{c}\r\n丙\u{85}", &[(0, "甲"), (0, "乙"), (1, "丙")]);
        check("\u{3000}\u{3000}甲\u{a0}\n\n\t乙 ", &[(0, "甲"), (2, "乙")]);
    }

    #[test]
    fn stretches_are_whole_lines() {
        let text = "渡口又开了。\r\n\n".repeat(6000);
        let found: Vec<Span> = stretches(&text).collect();
        assert!(found.len() > 2 && found.iter().all(|stretch| stretch.of(&text).ends_with('\n')));
        let (mut line, mut parts, mut whole) = (0, Vec::new(), Vec::new());
        for &stretch in &found {
            line = rows(&text, stretch, line, Remains::default(), &mut parts);
        }
        rows(&text, Span::new(0, text.len()), 0, Remains::default(), &mut whole);
        assert_eq!(parts, whole);
    }

    #[test]
    fn block_tags_part_rows() {
        check(
            "<p>甲</p><p class=\"a\">乙<br/>丙</P>",
            &[(0, "<p>"), (0, "甲"), (0, "</p>"), (0, "<p class=\"a\">"), (0, "乙"), (0, "<br/>"), (0, "丙"), (0, "</P>")],
        );
        check("1<2,甲<b>乙</b>", &[(0, "1<2,甲<b>乙</b>")]);
        check("<p 甲", &[(0, "<p 甲")]);
        check("<p 甲<BR>乙", &[(0, "<p 甲"), (0, "<BR>"), (0, "乙")]);
        check("甲<!-- <p> -->乙<!-- 丙<p>丁", &[(0, "甲<!-- <p> -->乙<!-- 丙"), (0, "<p>"), (0, "丁")]);
        check("<figcaption>甲</FigCaption>", &[(0, "<figcaption>"), (0, "甲"), (0, "</FigCaption>")]);
    }
}
