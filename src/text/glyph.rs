//! Characters as a typesetter sorts them: half and full width are one.

use std::ops::Range;

/// A Chinese character (the unified ideographs and 〇, 々).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

/// A set of Chinese characters, one bit each: quicker to ask than to compare with each of many.
pub(crate) struct HanSet([u64; 328]);

impl HanSet {
    const FIRST: u32 = 0x4E00;

    /// The characters of `chars`, all of them between U+4E00 and U+9FFF.
    pub(crate) const fn new(chars: &str) -> Self {
        let bytes = chars.as_bytes();
        let mut bits = [0; 328];
        let mut i = 0;
        while i + 2 < bytes.len() {
            let point = (bytes[i] as u32 & 15) << 12 | (bytes[i + 1] as u32 & 63) << 6 | bytes[i + 2] as u32 & 63;
            let at = (point - Self::FIRST) as usize;
            bits[at / 64] |= 1 << (at % 64);
            i += 3;
        }
        HanSet(bits)
    }

    /// Whether a character is in the set.
    pub(crate) fn has(&self, c: char) -> bool {
        self.has_point(u32::from(c))
    }

    /// Whether a code point is in the set.
    #[inline]
    pub(crate) fn has_point(&self, point: u32) -> bool {
        let at = point.wrapping_sub(Self::FIRST) as usize;
        self.0.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

/// A digit 0–9 or ０–９.
pub(crate) fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// The value of a digit, half or full width.
pub(crate) fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => u8::try_from(c as u32 - '０' as u32).ok(),
        _ => None,
    }
}

/// What ends a sentence.
pub(crate) fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '．' | '｡')
}

/// A colon of any width.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '︰' | '∶' | '﹕')
}

/// What opens a bracket or a quotation.
pub(crate) fn is_opening(c: char) -> bool {
    closing(c).is_some()
}

/// The bracket that closes what `c` opens.
pub(crate) fn closing(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        '［' => '］',
        '【' => '】',
        '〔' => '〕',
        '〖' => '〗',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '<' => '>',
        '“' => '”',
        '‘' => '’',
        _ => return None,
    })
}

/// What closes a bracket or a quotation.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '］' | '】' | '〕' | '〗' | '」' | '』' | '》' | '〉' | '”' | '’')
}

/// A slash of any width; Big5 has two that look alike.
pub(crate) fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／' | '∕' | '⁄')
}

/// What stands between the items of a list of names.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_slash(c) || matches!(c, '、' | '，' | ',' | '；' | ';' | '|' | '｜' | '丨' | '&' | '＆')
}

/// Characters that take no room: zero-width spaces, joiners, marks of direction, the byte order mark, the place of a lost object, controls.
pub(crate) fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFC}' | '\u{AD}')
}

/// The range without the white space at its ends.
pub(crate) fn trimmed(s: &str, range: Range<usize>) -> Range<usize> {
    let text = &s[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// What follows the first of `words` that `s` starts with.
pub(crate) fn strip_any<'a>(s: &'a str, words: &[&str]) -> Option<&'a str> {
    // The first Chinese character, three bytes, tells most words apart without a call.
    let near = |word: &&&str| match (word.as_bytes().first_chunk::<3>(), s.as_bytes().first_chunk::<3>()) {
        (Some(word), Some(s)) => word == s,
        _ => word.as_bytes().first() == s.as_bytes().first(),
    };
    words.iter().filter(near).find_map(|word| s.strip_prefix(word))
}

/// What stands before the first of `words` that `s` ends with.
pub(crate) fn strip_any_end<'a>(s: &'a str, words: &[&str]) -> Option<&'a str> {
    let near = |word: &&&str| word.as_bytes().last() == s.as_bytes().last();
    words.iter().filter(near).find_map(|word| s.strip_suffix(word))
}
