//! Bytes to text. Which encoding they are in is decided here, for every decoder alike; the decoder itself is the browser's in the page and a
//! library's elsewhere.

use super::{Encoding, Excerpt, markup};

/// A text and the encoding it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: Excerpt,
    /// What it was decoded from.
    pub encoding: Encoding,
    /// Whether nothing vouches for the encoding: neither the caller nor a byte order mark nor a page's `<meta>`, and the bytes are not UTF-8
    /// throughout, which nothing else is by accident.
    pub guessed: bool,
    /// In how many places the bytes were no character of it and became U+FFFD.
    pub malformed: usize,
}

impl Decoded {
    /// Whether the bytes were a text at all, as far as can be told: a picture or a word processor's own file is none.
    pub fn is_text(&self) -> bool {
        !(self.guessed && self.encoding == Encoding::Utf8 && self.malformed > 0 && self.text.contains('\0'))
    }

    /// What is to be said of bytes that were no text, in a sentence; nothing where there are none.
    pub fn complaint(&self) -> Option<String> {
        let places = if self.malformed == 1 { "place" } else { "places" };
        (self.malformed > 0).then(|| format!("the bytes are no {} in {} {places} and became U+FFFD", self.encoding, self.malformed))
    }
}

/// Decodes a text or a page. Total.
///
/// The encoding is the one given; else that of the byte order mark; else the one a page declares, unless the bytes belie it; else
/// [guessed](Encoding::guess).
///
/// ```
/// use wirecopy::text::{Encoding, decode::decode};
///
/// let found = decode(b"\xD3\xEA\xCD\xA3\xC1\xCB\xA1\xA3", None);
/// assert_eq!((found.text.as_str(), found.encoding, found.guessed), ("雨停了。", Encoding::Gb18030, true));
/// ```
#[cfg(feature = "decode")]
pub fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    decode_with(bytes, encoding, library)
}

/// The text of a file: its bytes decoded as [`decode`] does, and a saved page reduced to its [`lines`](markup::lines). Total.
///
/// ```
/// let found = wirecopy::text::decode::read("<html><p>雨停了。<p>渡口又开了。".as_bytes(), None);
/// assert_eq!(found.text, "雨停了。\n渡口又开了。\n");
/// ```
#[cfg(feature = "decode")]
pub fn read(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    let mut decoded = decode(bytes, encoding);
    if markup::is_page(&decoded.text) {
        decoded.text = super::html::to_text(&decoded.text).into();
    }
    decoded
}

/// Decodes as [`decode`] does, with a decoder of the caller's for all that is not UTF-8.
///
/// The decoder gets bytes without their byte order mark and gives back the text, U+FFFD where they were no character, and the number of those places.
pub fn decode_with(bytes: &[u8], encoding: Option<Encoding>, decoder: impl Fn(&[u8], Encoding) -> (String, usize)) -> Decoded {
    let decode_as = |encoding: Encoding, guessed| {
        let bytes = bytes.strip_prefix(encoding.mark()).unwrap_or(bytes);
        let (text, malformed) = if encoding == Encoding::Utf8 { utf8(bytes) } else { decoder(bytes, encoding) };
        Decoded { text: text.into(), encoding, guessed, malformed }
    };
    if let Some(encoding) = encoding.or_else(|| Encoding::marked(bytes)) {
        return decode_as(encoding, false);
    }
    let guess = Encoding::guess(bytes);
    let proven = guess == Encoding::Utf8 && std::str::from_utf8(bytes).is_ok();
    match markup::declared_encoding(bytes) {
        // A page saved anew in UTF-8 often keeps its old declaration.
        Some(declared) if !proven => {
            let found = decode_as(declared, false);
            if declared == guess || found.malformed == 0 { found } else { decode_as(guess, true) }
        }
        _ => decode_as(guess, !proven),
    }
}

fn utf8(bytes: &[u8]) -> (String, usize) {
    let mut text = String::with_capacity(bytes.len());
    let mut malformed = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            malformed += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text, malformed)
}

#[cfg(feature = "decode")]
fn library(mut bytes: &[u8], encoding: Encoding) -> (String, usize) {
    use encoding_rs::DecoderResult;

    let library = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Big5 => encoding_rs::BIG5,
    };
    let mut decoder = library.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let mut malformed = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => break (text, malformed),
            DecoderResult::OutputFull => text.reserve(bytes.len() + bytes.len() / 2 + 16),
            DecoderResult::Malformed(..) => {
                malformed += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
}

#[cfg(all(test, feature = "decode"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HANS: &str = "台风逼近，海州全力防御\n中新网海州7月24日电 (李远)24日，海州市启动应急响应，“不漏一户”。\n";
    const HANT: &str = "颱風逼近，海州全力防禦\n（中央社記者邱大明海州24日電）海州市今天啟動應變機制，「不漏一戶」。\n";

    fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
            Encoding::Big5 => encoding_rs::BIG5.encode(text).0.into_owned(),
        }
    }

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding, guessed: bool) {
        let found = decode(bytes, None);
        assert_eq!((found.text.as_str(), found.encoding, found.guessed, found.malformed), (text, encoding, guessed, 0));
    }

    #[test]
    fn every_encoding_with_its_mark_and_without() {
        for text in [HANS, HANT] {
            for encoding in Encoding::ALL {
                if encoding == Encoding::Big5 && text == HANS {
                    continue;
                }
                let bytes = encode(text, encoding);
                check(&bytes, text, encoding, encoding != Encoding::Utf8);
                if !encoding.mark().is_empty() {
                    check(&[encoding.mark(), &bytes].concat(), text, encoding, false);
                }
                assert_eq!(decode(&bytes, Some(encoding)).text, text);
            }
        }
    }

    #[test]
    fn short_texts_are_told_apart() {
        for (text, encodings) in [
            ("雨停了。", &[Encoding::Gb18030, Encoding::Big5][..]),
            ("台风逼近，海州全力防御，市民请勿外出。", &[Encoding::Gb18030]),
            ("记者从应急局获悉，救援队半小时内赶到现场", &[Encoding::Gb18030]),
            ("颱風逼近，海州全力防禦，市民請勿外出。", &[Encoding::Gb18030, Encoding::Big5]),
            ("消防局獲報後十分鐘內趕抵現場，無人傷亡", &[Encoding::Gb18030, Encoding::Big5]),
            ("责任编辑：卢明", &[Encoding::Gb18030]),
            ("（記者李大明／海州報導）", &[Encoding::Big5]),
            ("Wire 7/24 海州", &[Encoding::Gb18030]),
            ("联通", &[Encoding::Gb18030]),
        ] {
            for &encoding in encodings {
                check(&encode(text, encoding), text, encoding, true);
            }
        }
        check(&encode("台风逼近，海州防御", Encoding::Utf16Le), "台风逼近，海州防御", Encoding::Utf16Le, true);
        check(&encode("海州防御\n", Encoding::Utf16Be), "海州防御\n", Encoding::Utf16Be, true);
        check(b"Bush hid the facts", "Bush hid the facts", Encoding::Utf8, false);
    }

    #[test]
    fn broken_utf8_stays_utf8() {
        let mut bytes = HANS.as_bytes().to_vec();
        bytes[4] = b'?';
        let found = decode(&bytes, None);
        // What is left of the broken character: its first byte, and its last.
        assert_eq!((found.encoding, found.malformed), (Encoding::Utf8, 2));
        assert!(found.text.starts_with("台\u{FFFD}?\u{FFFD}逼近"));
        let cut = decode(&HANS.as_bytes()[..HANS.len() - 3], None);
        assert_eq!((cut.encoding, cut.malformed), (Encoding::Utf8, 1));
    }

    #[test]
    fn what_is_no_text_is_told() {
        for bytes in
            [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\xf3\xd6"[..], b"PK\x03\x04\x14\0\x08\0\xb7\xd1\x9e\xff\0word/document.xml"]
        {
            assert!(!decode(bytes, None).is_text(), "{bytes:?}");
            assert!(decode(bytes, Some(Encoding::Utf8)).is_text(), "who names the encoding is heard");
        }
        for bytes in [&HANS.as_bytes()[1..], b"", b"a\0b", &encode(HANS, Encoding::Gb18030), &encode("a", Encoding::Utf16Le)] {
            assert!(decode(bytes, None).is_text(), "{bytes:?}");
        }
    }

    #[test]
    fn who_names_the_encoding_is_heard() {
        let bytes = encode(HANT, Encoding::Big5);
        let forced = decode(&bytes, Some(Encoding::Gb18030));
        assert_eq!((forced.encoding, forced.guessed), (Encoding::Gb18030, false));
        let page = |charset: &str, text: &str| format!("<!DOCTYPE html><html><head><meta charset={charset}><title>{text}</title>");
        // Rare characters alone would not give it away.
        let big5 = page("\"Big5\"", "黿鼉");
        check(&encode(&big5, Encoding::Big5), &big5, Encoding::Big5, false);
        let gbk = page("gbk", "黿鼉");
        check(&encode(&gbk, Encoding::Gb18030), &gbk, Encoding::Gb18030, false);
        // A declaration the bytes belie.
        let stale = page("gb2312", HANS);
        check(stale.as_bytes(), &stale, Encoding::Utf8, false);
        let wrong = page("utf-8", HANS);
        check(&encode(&wrong, Encoding::Gb18030), &wrong, Encoding::Gb18030, true);
    }

    #[test]
    fn only_one_mark_is_no_part_of_the_text() {
        assert_eq!(decode("\u{feff}\u{feff}甲".as_bytes(), None).text, "\u{feff}甲");
    }

    proptest! {
            #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

            #[test]
            fn total(bytes: Vec<u8>, encoding in proptest::option::of(proptest::sample::select(&Encoding::ALL[..]))) {
                let found = decode(&bytes, encoding);
                prop_assert!(found.text.matches(char::REPLACEMENT_CHARACTER).count() >= found.malformed);
            }

            #[test]
    fn utf8_is_decoded_as_browsers_do(
                bytes in proptest::collection::vec(
                    proptest::sample::select(&[b'A', 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF][..]),
                    0..12,
                ),
            ) {
                prop_assert_eq!(utf8(&bytes), library(&bytes, Encoding::Utf8));
            }

            #[test]
            fn round_trip(text in "(?s).{0,60}", encoding in proptest::sample::select(&Encoding::ALL[..4])) {
                // GB18030 gave a few private characters a second meaning; a leading mark is no text.
                let text: String = text.chars().filter(|c| !matches!(c, '\u{FEFF}' | '\u{E5E5}' | '\u{E7C7}' | '\u{FE10}'..='\u{FE19}' | '\u{9FB4}'..='\u{9FBB}')).collect();
                let found = decode(&encode(&text, encoding), Some(encoding));
                prop_assert_eq!((found.text.as_str(), found.malformed), (text.as_str(), 0));
            }

            #[test]
            fn chinese_is_guessed(text in "[的一是了在人有中我他上大国时年月日，。、：“”]{12,60}", encoding in proptest::sample::select(&Encoding::ALL[..4])) {
                let text = text + "\n";
                prop_assert_eq!(decode(&encode(&text, encoding), None).text, text.as_str());
            }
        }
}
