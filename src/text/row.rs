//! Lines, and the rows that markup left behind cuts them into.

use super::Span;

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

/// The rows of a text: its lines (ended by LF, CR LF, CR, U+2028 or U+2029), cut where a block-level tag was left in. Blank ones are left out.
pub(crate) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let bytes = text.as_bytes();
    let (mut line, mut start, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let width = match bytes[at] {
            b'\n' => 1,
            b'\r' => 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
            0xE2 if bytes[at..].starts_with(b"\xE2\x80\xA8") || bytes[at..].starts_with(b"\xE2\x80\xA9") => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        cut(text, line, Span::new(start, at), &mut rows);
        at += width;
        start = at;
        line += 1;
    }
    cut(text, line, Span::new(start, at), &mut rows);
    rows
}

/// Cuts one line at its block-level tags.
fn cut(text: &str, line: usize, span: Span, rows: &mut Vec<Row>) {
    let mut start = span.start;
    if span.of(text).as_bytes().contains(&b'<') {
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
    let row = span.of(text);
    let tail = row.trim_start();
    let start = span.start + row.len() - tail.len();
    let len = tail.trim_end().len();
    if len > 0 {
        rows.push(Row { line, span: Span::new(start, start + len), markup });
    }
}

/// A tag left in the text.
pub(super) struct Tag {
    /// Its length in bytes.
    pub len: usize,
    /// Whether a browser would start a new line at it.
    pub block: bool,
}

/// The tag that `bytes` start with. A tag is shorter than `LONGEST`, so that a text full of `<` costs no more than another.
pub(super) fn tag(bytes: &[u8]) -> Option<Tag> {
    const LONGEST: usize = 512;
    const BLOCKS: [&[u8]; 18] = [
        b"br", b"p", b"div", b"li", b"ul", b"ol", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"hr", b"td", b"tr", b"table", b"section",
        b"article",
    ];
    let name = bytes.strip_prefix(b"</").or_else(|| bytes.strip_prefix(b"<"))?;
    let letters = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    if !name.first()?.is_ascii_alphabetic() || !matches!(name.get(letters)?, b' ' | b'>' | b'/' | b'\t') {
        return None;
    }
    let len = bytes.iter().take(LONGEST).position(|&b| b == b'>')? + 1;
    Some(Tag { len, block: BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(&name[..letters])) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let found: Vec<_> = rows(text).iter().map(|row| (row.line, row.span.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_end_in_every_way() {
        check("", &[]);
        check("\n \u{3000}\r\n\r", &[]);
        check("甲\r\n乙\r丙\u{2028}丁\u{2029}戊\n", &[(0, "甲"), (1, "乙"), (2, "丙"), (3, "丁"), (4, "戊")]);
        check("\u{3000}\u{3000}甲\u{a0}\n\n\t乙 ", &[(0, "甲"), (2, "乙")]);
    }

    #[test]
    fn block_tags_part_rows() {
        check(
            "<p>甲</p><p class=\"a\">乙<br/>丙</P>",
            &[(0, "<p>"), (0, "甲"), (0, "</p>"), (0, "<p class=\"a\">"), (0, "乙"), (0, "<br/>"), (0, "丙"), (0, "</P>")],
        );
        check("1<2,甲<b>乙</b>", &[(0, "1<2,甲<b>乙</b>")]);
        check("<p 甲", &[(0, "<p 甲")]);
    }
}
