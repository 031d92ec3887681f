//! Encodings of Chinese texts: their names, and which one bytes are in.
//!
//! | bytes | guess |
//! |---|---|
//! | UTF-8, with a few broken characters or cut at the end | `utf-8` |
//! | UTF-16 without a byte order mark, by where punctuation and line ends have their zero and 0x30 bytes | `utf-16le`, `utf-16be` |
//! | pairs that are frequent characters and punctuation in the mainland's standard | `gb18030` |
//! | pairs that are frequent characters and punctuation in Taiwan's and Hong Kong's | `big5` |
//! | anything else | `utf-8` |
//!
//! Needs no decoder: both legacy standards put their frequent characters in one stretch of the table, so counting pairs is enough.

use std::fmt;
use std::str::FromStr;

/// The encodings Chinese texts come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB 18030 with the older GBK and GB 2312 it contains.
    Gb18030,
    /// Big5 with the Hong Kong supplement.
    Big5,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Encoding; 5] = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030, Encoding::Big5];

    /// Its name, which a browser's decoder knows too: `utf-8`, `gb18030`.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
            Encoding::Big5 => "big5",
        }
    }

    /// Its byte order mark; empty where it has none.
    pub fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => b"\xEF\xBB\xBF",
            Encoding::Utf16Le => b"\xFF\xFE",
            Encoding::Utf16Be => b"\xFE\xFF",
            Encoding::Gb18030 => b"\x84\x31\x95\x33",
            Encoding::Big5 => b"",
        }
    }

    /// The encoding whose byte order mark `bytes` start with.
    pub fn marked(bytes: &[u8]) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| !encoding.mark().is_empty() && bytes.starts_with(encoding.mark()))
    }

    /// The encoding `bytes` are most likely in. Total; looks at the bytes alone, not at a mark.
    pub fn guess(bytes: &[u8]) -> Encoding {
        let utf8 = Utf8::of(bytes);
        if utf8.broken == 0 && !utf8.controls {
            return Encoding::Utf8;
        }
        if let Some(encoding) = utf16(bytes) {
            return encoding;
        }
        // Legacy bytes look like a character of three or four bytes by accident only.
        if utf8.broken == 0 || utf8.wide > 4 * utf8.broken {
            return Encoding::Utf8;
        }
        let (gb18030, big5) = (gb18030(bytes), big5(bytes));
        let (encoding, best) = if big5.score() > gb18030.score() { (Encoding::Big5, big5) } else { (Encoding::Gb18030, gb18030) };
        if best.fits() { encoding } else { Encoding::Utf8 }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A label that names no encoding of Chinese texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownEncoding;

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("known are utf-8, utf-16le, utf-16be, gb18030 (also gbk, gb2312) and big5")
    }
}

impl std::error::Error for UnknownEncoding {}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    /// The encoding a label stands for, in any case and with or without hyphens: `GB2312`, `utf8`, `big5-hkscs`.
    fn from_str(label: &str) -> Result<Self, UnknownEncoding> {
        // No label is longer; what stands in a page may be.
        let mut plain: String = label.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).take(32).collect();
        plain.make_ascii_lowercase();
        Ok(match plain.as_str() {
            "utf8" | "unicode11utf8" | "ascii" | "usascii" => Encoding::Utf8,
            "utf16" | "utf16le" | "ucs2" | "unicode" => Encoding::Utf16Le,
            "utf16be" => Encoding::Utf16Be,
            "gb18030" | "gb" | "gbk" | "xgbk" | "gb2312" | "gb231280" | "csgb2312" | "euccn" | "cp936" | "ms936" | "windows936" => {
                Encoding::Gb18030
            }
            "big5" | "big5hkscs" | "big5eten" | "cnbig5" | "csbig5" | "xxbig5" | "cp950" | "ms950" | "windows950" => Encoding::Big5,
            _ => return Err(UnknownEncoding),
        })
    }
}

/// Bytes seen as UTF-8.
struct Utf8 {
    /// Characters of three or four bytes.
    wide: usize,
    /// Places that are no UTF-8. A character cut at the end is none.
    broken: usize,
    /// Whether there are control characters no text has.
    controls: bool,
}

impl Utf8 {
    fn of(bytes: &[u8]) -> Utf8 {
        let mut seen = Utf8 { wide: 0, broken: 0, controls: false };
        let mut rest = bytes.len();
        for chunk in bytes.utf8_chunks() {
            let valid = chunk.valid();
            seen.wide += valid.bytes().filter(|&b| b >= 0xE0).count();
            seen.controls |= valid.bytes().any(|b| b < 0x20 && !matches!(b, b'\t' | b'\n' | 0x0B | 0x0C | b'\r' | 0x1B));
            rest -= valid.len() + chunk.invalid().len();
            let cut = rest == 0 && std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
            seen.broken += usize::from(!(chunk.invalid().is_empty() || cut && seen.wide > 0));
        }
        seen
    }
}

/// The byte order that makes nearly every unit one of Chinese writing.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    const SAMPLE: usize = 1 << 16;
    const FEW: usize = 5;
    let writing = |unit: u16| matches!(unit, 0x09..=0x0D | 0x20..=0x7E | 0xA0 | 0xB7 | 0x2010..=0x2027 | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E);
    let (mut units, mut little, mut big) = (0, 0, 0);
    for pair in bytes[..bytes.len().min(SAMPLE)].chunks_exact(2) {
        // Two letters of ASCII would be a Chinese character either way.
        if pair.iter().all(|b| matches!(b, 0x09..=0x0D | 0x20..=0x7E)) {
            continue;
        }
        units += 1;
        little += usize::from(writing(u16::from_le_bytes([pair[0], pair[1]])));
        big += usize::from(writing(u16::from_be_bytes([pair[0], pair[1]])));
    }
    let (encoding, best, other) = if big > little { (Encoding::Utf16Be, big, little) } else { (Encoding::Utf16Le, little, big) };
    let enough = units >= FEW || bytes.contains(&0);
    (enough && best > other && best * 10 >= units * 9).then_some(encoding)
}

/// Bytes seen as characters of a legacy encoding.
#[derive(Default)]
struct Pairs {
    /// Frequent characters and punctuation.
    frequent: usize,
    /// Characters outside ASCII.
    all: usize,
    /// Places that are no character.
    broken: usize,
}

impl Pairs {
    /// How well the encoding explains the bytes.
    fn score(&self) -> usize {
        self.frequent.saturating_sub(4 * self.broken)
    }

    /// Whether the bytes are likely text in it at all.
    fn fits(&self) -> bool {
        8 * self.score() >= self.all.max(1)
    }
}

/// Frequent: punctuation and full-width forms (rows 1–3), the first level of characters (rows 16–55).
fn gb18030(bytes: &[u8]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut at = 0;
    while at < bytes.len() {
        at += match bytes[at..] {
            // A lead alone: cut at the end.
            [(..=0x7F), ..] | [0x81..=0xFE] => 1,
            [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..] => {
                pairs.all += 1;
                4
            }
            [lead @ 0x81..=0xFE, trail @ (0x40..=0x7E | 0x80..=0xFE), ..] => {
                pairs.all += 1;
                pairs.frequent += usize::from(trail > 0xA0 && matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7));
                2
            }
            _ => {
                pairs.broken += 1;
                1
            }
        };
    }
    pairs
}

/// Frequent: punctuation and full-width forms (0xA140–0xA373), the first level of characters (0xA440–0xC67E).
fn big5(bytes: &[u8]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut at = 0;
    while at < bytes.len() {
        at += match bytes[at..] {
            [(..=0x7F), ..] | [0x81..=0xFE] => 1,
            [lead @ 0x87..=0xFE, trail @ (0x40..=0x7E | 0xA1..=0xFE), ..] => {
                pairs.all += 1;
                let pair = u16::from_be_bytes([lead, trail]);
                pairs.frequent += usize::from(matches!(pair, 0xA140..=0xA373 | 0xA440..=0xC67E));
                2
            }
            _ => {
                pairs.broken += 1;
                1
            }
        };
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for encoding in Encoding::ALL {
            assert_eq!(encoding.name().parse(), Ok(encoding));
        }
        for (label, encoding) in [
            ("UTF8", Encoding::Utf8),
            (" Utf-8 ", Encoding::Utf8),
            ("GBK", Encoding::Gb18030),
            ("gb_2312-80", Encoding::Gb18030),
            ("Big5-HKSCS", Encoding::Big5),
            ("UTF-16", Encoding::Utf16Le),
        ] {
            assert_eq!(label.parse(), Ok(encoding), "{label}");
        }
        for label in ["", "latin1", "shift_jis", "国标"] {
            assert_eq!(label.parse::<Encoding>(), Err(UnknownEncoding), "{label}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_utf8() {
        for bytes in [&b""[..], b"\xFF", b"\xE4\xB8", b"caf\xE9 au lait", &[0; 40], &[0xFF; 40], b"\x00\x01\x02"] {
            assert_eq!(Encoding::guess(bytes), Encoding::Utf8, "{bytes:?}");
        }
    }
}
