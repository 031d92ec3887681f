//! Characters as a typesetter sorts them: half and full width are one.

use std::ops::Range;

use memchr::memchr_iter;

/// A Chinese character (the unified ideographs and 〇, 々).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

/// A set of Chinese characters, one bit each: quicker to ask than to compare with each of many. The three bytes of a character in
/// UTF-8 choose the row, the word in it, and the bit.
pub(crate) struct HanSet([[u64; 64]; 6]);

/// The first bytes of the block of unified ideographs. No character goes on with such a byte.
const FIRST_LEAD: u8 = 0xE4;
const LAST_LEAD: u8 = 0xE9;

impl HanSet {
    /// The characters of `chars`, all of them between U+4E00 and U+9FFF.
    pub(crate) const fn new(chars: &str) -> Self {
        let bytes = chars.as_bytes();
        let mut bits = [[0; 64]; 6];
        let mut i = 0;
        while i + 2 < bytes.len() {
            bits[(bytes[i] - FIRST_LEAD) as usize][(bytes[i + 1] & 63) as usize] |= 1 << (bytes[i + 2] & 63);
            i += 3;
        }
        HanSet(bits)
    }

    /// Whether a character is in the set.
    pub(crate) fn has(&self, c: char) -> bool {
        // The four, six and six bits that its bytes hold.
        let point = u32::from(c) as usize;
        let row = self.0.get((point >> 12).wrapping_sub(usize::from(FIRST_LEAD & 15)));
        row.is_some_and(|row| row[point >> 6 & 63] >> (point & 63) & 1 == 1)
    }

    /// Whether a character, as UTF-8 has it, is in the set.
    #[inline]
    pub(crate) fn holds(&self, [a, b, c]: [u8; 3]) -> bool {
        let row = self.0.get(usize::from(a.wrapping_sub(FIRST_LEAD)));
        row.is_some_and(|row| row[usize::from(b & 63)] >> (c & 63) & 1 == 1)
    }

    /// Whether one of the set's characters stands at `at`.
    #[inline]
    pub(crate) fn stands(&self, bytes: &[u8], at: usize) -> bool {
        bytes.get(at..).and_then(|rest| rest.first_chunk()).is_some_and(|&c| self.holds(c))
    }
}

/// The characters that some words begin with, known by their last two bytes alone: quicker than a [`HanSet`] and a sixth of its size, for where a few others
/// do no harm, since the words are compared next.
pub(crate) struct Firsts([u64; 64]);

impl Firsts {
    /// The characters of `chars`, all of them of three bytes.
    pub(crate) const fn new(chars: &str) -> Self {
        Firsts([0; 64]).and(chars)
    }

    /// The characters that `words` begin with, all of them of three bytes.
    pub(crate) const fn of(words: &[&str]) -> Self {
        let mut firsts = Firsts([0; 64]);
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            firsts.0[(word[1] & 63) as usize] |= 1 << (word[2] & 63);
            i += 1;
        }
        firsts
    }

    /// These and those of `chars`.
    pub(crate) const fn and(mut self, chars: &str) -> Self {
        let bytes = chars.as_bytes();
        let mut i = 0;
        while i + 2 < bytes.len() {
            self.0[(bytes[i + 1] & 63) as usize] |= 1 << (bytes[i + 2] & 63);
            i += 3;
        }
        self
    }

    /// Whether a character may be one of them.
    pub(crate) fn may(&self, c: char) -> bool {
        let point = u32::from(c);
        self.0[(point >> 6 & 63) as usize] >> (point & 63) & 1 == 1
    }

    /// Whether a character may be one of them, as UTF-8 has it.
    #[inline]
    pub(crate) fn begins(&self, [_, b, c]: [u8; 3]) -> bool {
        self.0[usize::from(b & 63)] >> (c & 63) & 1 == 1
    }

    /// Where characters of three bytes stand in a text that may be one of them, in order.
    pub(crate) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let mut rest = text.as_bytes();
        std::iter::from_fn(move || {
            loop {
                rest = self.past_others(rest);
                match rest {
                    [0xE0..=0xFF, _, _, behind @ ..] => {
                        rest = behind;
                        return Some(text.len() - behind.len() - 3);
                    }
                    [_, behind @ ..] => rest = behind,
                    [] => return None,
                }
            }
        })
    }

    /// What is left of a text behind a run of characters of three bytes that are none of them.
    #[inline]
    pub(crate) fn past_others<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        let others = text.as_chunks().0.iter().take_while(|&&c| c[0] >= 0xE0 && !self.begins(c)).count();
        &text[others * 3..]
    }
}

/// Whether a word begins with a character of three bytes. The last of them tells most apart.
#[inline]
pub(crate) fn begins_with(word: &str, c: [u8; 3]) -> bool {
    matches!(*word.as_bytes(), [x, y, z, ..] if z == c[2] && y == c[1] && x == c[0])
}

/// Whether a word ends with a character of three bytes.
#[inline]
pub(crate) fn ends_with(word: &str, c: [u8; 3]) -> bool {
    matches!(*word.as_bytes(), [.., x, y, z] if z == c[2] && y == c[1] && x == c[0])
}

/// Whether a byte begins a character of the block of unified ideographs (or one just before it).
#[inline]
pub(crate) fn is_han_lead(byte: u8) -> bool {
    matches!(byte, FIRST_LEAD..=LAST_LEAD)
}

/// The characters of a text that are no ideographs, and where they stand: digits, letters, punctuation, spaces, few among many.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while bytes.get(at).is_some_and(|&byte| is_han_lead(byte)) {
            at += 3;
        }
        let here = at;
        let c = text.get(at..)?.chars().next()?;
        at += c.len_utf8();
        Some((here, c))
    })
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

/// Whether an ideograph stands in a text: quicker than to ask for a character of any width.
pub(crate) fn has_ideograph(text: &str, c: char) -> bool {
    let mut buffer = [0; 4];
    let c = c.encode_utf8(&mut buffer).as_bytes();
    // Its last byte is its rarest.
    c.last().is_some_and(|&last| memchr_iter(last, text.as_bytes()).any(|at| text.as_bytes()[..=at].ends_with(c)))
}

/// Whether a text begins and ends with an ideograph, as most do: then there is nothing to trim.
#[inline]
pub(crate) fn framed_by_ideographs(text: &[u8]) -> bool {
    matches!(text, [first, .., lead, _, _] if is_han_lead(*first) && is_han_lead(*lead))
}

/// The range without the white space at its ends.
pub(crate) fn trimmed(s: &str, range: Range<usize>) -> Range<usize> {
    let bytes = &s.as_bytes()[range.clone()];
    if framed_by_ideographs(bytes) {
        return range;
    }
    // An ideograph or a visible ASCII character stands at most ends: that takes one look.
    let solid = |byte: Option<&u8>| byte.is_some_and(|&byte| is_han_lead(byte) || byte.is_ascii_graphic());
    let start = if solid(bytes.first()) { range.start } else { range.end - s[range.clone()].trim_start().len() };
    let closed = bytes.last().is_some_and(u8::is_ascii_graphic)
        || matches!(bytes, [.., lead, _, _] if is_han_lead(*lead))
        || bytes.ends_with("。".as_bytes());
    start..if closed { range.end } else { start + s[start..range.end].trim_end().len() }
}

/// How many characters a text has.
pub(crate) fn count(text: &str) -> usize {
    // The bytes that begin one: of a short text as many at once as a register holds.
    let short = || text.bytes().fold(0, |count: u8, byte| count + u8::from(!matches!(byte, 0x80..=0xBF)));
    if u8::try_from(text.len()).is_ok() { usize::from(short()) } else { text.chars().count() }
}

/// Whether a text has more than `most` characters.
pub(crate) fn exceeds(text: &str, most: usize) -> bool {
    // A character has one byte at least and four at most.
    text.len() > most && (text.len() > most * 4 || count(text) > most)
}

/// What follows the first of `words` that `s` starts with.
pub(crate) fn strip_any<'a>(s: &'a str, words: &[&str]) -> Option<&'a str> {
    // The first Chinese character, three bytes, tells most words apart without a call.
    let Some(first) = s.as_bytes().first_chunk::<3>() else { return words.iter().find_map(|word| s.strip_prefix(word)) };
    let near = |word: &str| begins_with(word, *first) || word.len() < 3 && word.as_bytes().first() == first.first();
    words.iter().find_map(|word| s.strip_prefix(near(word).then_some(*word)?))
}

/// What stands before the first of `words` that `s` ends with.
pub(crate) fn strip_any_end<'a>(s: &'a str, words: &[&str]) -> Option<&'a str> {
    let Some(last) = s.as_bytes().last_chunk::<3>() else { return words.iter().find_map(|word| s.strip_suffix(word)) };
    let near = |word: &str| ends_with(word, *last) || word.len() < 3 && word.as_bytes().last() == last.last();
    words.iter().find_map(|word| s.strip_suffix(near(word).then_some(*word)?))
}
