//! What the interface says, in every language it speaks. `{}` stands for what is filled in.

use std::borrow::Cow;

use super::Origin;
use super::photo_list::Fault;
use super::report_list;
use super::state::Trouble;
use super::state::display::Theme;
use super::state::opening::Coming;
use super::state::photos::Reason;
use super::state::speech::Said;
use super::terms;
use crate::text::Encoding;

mod en;
mod hans;
mod hant;
mod live;

pub use live::{Amount, Count, LiveWords};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体.
    #[default]
    Hans,
    /// 繁體.
    Hant,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order they are offered.
    pub const ALL: [Lang; 3] = [Lang::Hans, Lang::Hant, Lang::En];

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Hans => "简体",
            Lang::Hant => "繁體",
            Lang::En => "English",
        }
    }

    /// The language for a BCP 47 tag such as `zh-TW`, if the interface speaks it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" => Some(match parts.next() {
                Some("hant" | "tw" | "hk" | "mo") => Lang::Hant,
                _ => Lang::Hans,
            }),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Hans => "zh-Hans",
            Lang::Hant => "zh-Hant",
            Lang::En => "en",
        }
    }

    /// What the interface says in it while a report is read.
    pub fn live(self) -> &'static LiveWords {
        match self {
            Lang::Hans => &hans::LIVE,
            Lang::Hant => &hant::LIVE,
            Lang::En => &en::LIVE,
        }
    }

    /// What the interface says in it beside that.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::Hans => &hans::WORDS,
            Lang::Hant => &hant::WORDS,
            Lang::En => &en::WORDS,
        }
    }
}

/// What the interface says.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each word is its own explanation, next to its name below")]
pub struct Words {
    pub name: &'static str,
    pub open: &'static str,
    pub file: &'static str,
    pub paste: &'static str,
    pub address: &'static str,
    pub go: &'static str,
    pub samples: &'static str,
    pub sample_default: &'static str,
    pub sample_typhoon: &'static str,
    pub sample_metro: &'static str,
    pub reports: &'static str,
    pub all_reports: &'static str,
    pub report_missing: &'static str,
    pub recent: &'static str,
    pub remember: &'static str,
    pub forget: &'static str,
    pub forget_all: &'static str,
    pub export: &'static str,
    pub save: &'static str,
    pub save_json_ld: &'static str,
    pub save_markdown: &'static str,
    pub save_page: &'static str,
    pub cite: &'static str,
    pub cite_gbt7714: &'static str,
    pub cited: &'static str,
    pub page_saved: &'static str,
    pub photos_lost: &'static str,
    pub embed: &'static str,
    pub embedding: &'static str,
    pub embed_auto: &'static str,
    pub embed_here: &'static str,
    pub embed_only_here: &'static str,
    pub preview: &'static str,
    pub markup: &'static str,
    pub copy_markup: &'static str,
    pub markup_copied: &'static str,
    pub markup_by_hand: &'static str,
    pub part_of: &'static str,
    pub by_hand: &'static str,
    pub close: &'static str,
    pub inspect: &'static str,
    pub to_report_view: &'static str,
    pub inspecting: &'static str,
    pub inspect_intro: &'static str,
    pub corrections: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub corrected: &'static str,
    pub doubts: &'static str,
    pub line: &'static str,
    pub label_of: &'static str,
    pub judged: &'static str,
    pub nearly: &'static str,
    pub restore: &'static str,
    pub times_found: &'static str,
    pub keys: &'static str,
    pub keys_move: &'static str,
    pub keys_restore: &'static str,
    pub keys_part: &'static str,
    pub sheets: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub labelled: &'static str,
    pub restored: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub others_follow: &'static str,
    pub display: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub auto: &'static str,
    pub link: &'static str,
    pub section: &'static str,
    pub paragraph: &'static str,
    pub one_of_several: &'static str,
    pub labels_kept: &'static str,
    pub labels_wait: &'static str,
    pub encoding: &'static str,
    pub guess: &'static str,
    pub malformed: &'static str,
    pub loading: &'static str,
    pub coming: &'static str,
    pub cancel: &'static str,
    pub dismiss: &'static str,
    pub instead: &'static str,
    pub found_at: &'static str,
    pub private: &'static str,
    pub describes: &'static str,
    pub no_script: &'static str,
    pub no_script_index: &'static str,
    pub no_script_file: &'static str,
    pub untitled: &'static str,
    pub authors: &'static str,
    pub reporters: &'static str,
    pub editors: &'static str,
    pub figure: &'static str,
    pub no_photo: &'static str,
    pub broken_photo: &'static str,
    pub add_photo: &'static str,
    pub change_photo: &'static str,
    pub remove_photo: &'static str,
    pub not_image: &'static str,
    pub image_too_large: &'static str,
    pub no_room: &'static str,
    pub captions: &'static str,
    pub views: &'static str,
    pub story: &'static str,
    pub captions_count: &'static str,
    pub no_captions: &'static str,
    pub to_gallery: &'static str,
    pub to_story: &'static str,
    pub to_report: &'static str,
    pub alone: &'static str,
    pub no_times: &'static str,
    pub no_notice: &'static str,
    pub list_missing: &'static str,
    pub list_not_json: &'static str,
    pub list_not_a_list: &'static str,
    pub list_number: &'static str,
    pub list_twice: &'static str,
    pub list_address: &'static str,
    pub list_unknown: &'static str,
    pub reports_not_json: &'static str,
    pub reports_not_a_list: &'static str,
    pub reports_address: &'static str,
    pub reports_twice: &'static str,
    pub notice: &'static str,
    pub clauses: &'static str,
    pub to_step: &'static str,
    pub calendar: &'static str,
    pub events: &'static str,
    pub more_events: &'static str,
    pub to_event: &'static str,
    pub refused: &'static str,
    pub unreachable: &'static str,
    pub no_address: &'static str,
    pub withheld: &'static str,
    pub blocked: &'static str,
    pub too_slow: &'static str,
    pub gone: &'static str,
    pub not_kept: &'static str,
    pub not_remembered: &'static str,
    pub unreadable: &'static str,
    pub too_large: &'static str,
    pub not_text: &'static str,
    pub empty: &'static str,
    pub no_report: &'static str,
    pub no_source: &'static str,
    pub not_listed: &'static str,
    pub not_saved: &'static str,
    pub nothing_copied: &'static str,
    pub clipboard_closed: &'static str,
}

impl Words {
    /// `7 则`.
    pub fn events(&self, count: usize) -> String {
        fill(self.events, &[&count.to_string()])
    }

    /// `其余 7 则`.
    pub fn more_events(&self, count: usize) -> String {
        fill(self.more_events, &[&count.to_string()])
    }

    /// `图3`.
    pub fn figure(&self, number: usize) -> String {
        fill(self.figure, &[&number.to_string()])
    }

    /// `图说 6 则`.
    pub fn captions_count(&self, count: usize) -> String {
        fill(self.captions_count, &[&count.to_string()])
    }

    /// A picture is there and can't be shown.
    pub fn broken_photo(&self, name: &str) -> String {
        fill(self.broken_photo, &[name])
    }

    /// Why a file is on no card, and what to do.
    pub fn photo_refused(&self, reason: &Reason) -> String {
        match reason {
            Reason::NotImage(name) => fill(self.not_image, &[name]),
            Reason::TooLarge(name) => fill(self.image_too_large, &[name]),
            Reason::NoRoom(name) => fill(self.no_room, &[name]),
        }
    }

    /// What is wrong with the photo list.
    pub fn list_fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Missing(address) => fill(self.list_missing, &[address]),
            Fault::NotJson(line) => fill(self.list_not_json, &[&line.to_string()]),
            Fault::NotAList(line) => fill(self.list_not_a_list, &[&line.to_string()]),
            Fault::Number(key) => fill(self.list_number, &[key]),
            Fault::Twice(number) => fill(self.list_twice, &[&number.to_string()]),
            Fault::Address(number, address) => fill(self.list_address, &[&number.to_string(), address]),
        }
    }

    /// What is wrong with the list of the page's reports.
    pub fn report_list_fault(&self, fault: &report_list::Fault) -> String {
        match fault {
            report_list::Fault::NotJson(line) => fill(self.reports_not_json, &[&line.to_string()]),
            report_list::Fault::NotAList(line) => fill(self.reports_not_a_list, &[&line.to_string()]),
            report_list::Fault::Address(address) => fill(self.reports_address, &[address]),
            report_list::Fault::Twice(name) => fill(self.reports_twice, &[name]),
        }
    }

    /// The photo list has a picture for a caption that is not there.
    pub fn unknown_figure(&self, number: usize, captions: usize) -> String {
        fill(self.list_unknown, &[&number.to_string(), &captions.to_string()])
    }

    /// `第 12 段`.
    pub fn paragraph(&self, number: usize) -> String {
        fill(self.paragraph, &[&number.to_string()])
    }

    /// `第 12 段的链接`.
    pub fn link(&self, to: &str) -> String {
        fill(self.link, &[to])
    }

    /// `7 条`.
    pub fn clauses(&self, count: usize) -> String {
        fill(self.clauses, &[&count.to_string()])
    }

    /// `GB18030`, or `GB18030（推测）` where the page has guessed it.
    pub fn found(&self, encoding: Encoding, origin: &Origin) -> String {
        let name = title(encoding);
        if origin.guessed && encoding == origin.found { fill(self.guess, &[name]) } else { name.to_owned() }
    }

    /// In how many places a text is not what it was decoded from.
    pub fn malformed(&self, origin: &Origin) -> String {
        fill(self.malformed, &[&origin.malformed.to_string(), title(origin.encoding)])
    }

    /// Where the timeline of a frame may begin.
    pub fn embed_here(&self, within: &str) -> String {
        fill(self.embed_here, &[within])
    }

    /// A part of a report, as the title of a frame.
    pub fn part_of(&self, part: &str, headline: &str) -> String {
        fill(self.part_of, &[part, headline])
    }

    /// The name of a theme.
    pub fn theme(&self, theme: Theme) -> &'static str {
        match theme {
            Theme::Light => self.light,
            Theme::Dark => self.dark,
            Theme::Auto => self.auto,
        }
    }

    /// How many corrections there are.
    pub fn corrected(&self, count: usize) -> String {
        fill(self.corrected, &[&count.to_string()])
    }

    /// How many labels are in doubt.
    pub fn doubts(&self, count: usize) -> String {
        fill(self.doubts, &[&count.to_string()])
    }

    /// `第 3 行`.
    pub fn line(&self, number: usize) -> String {
        fill(self.line, &[&number.to_string()])
    }

    /// What a line's list of labels is called.
    pub fn label_of(&self, line: usize) -> String {
        fill(self.label_of, &[&line.to_string()])
    }

    /// `小标题（短行，不成句）`.
    pub fn judged(&self, label: &str, reason: &str) -> String {
        fill(self.judged, &[label, reason])
    }

    /// `也可能是正文（成句的文字）`.
    pub fn nearly(&self, judged: &str) -> String {
        fill(self.nearly, &[judged])
    }

    /// How many times a line has.
    pub fn times_found(&self, count: usize) -> String {
        fill(self.times_found, &[&count.to_string()])
    }

    /// What the page says back.
    pub fn said(&self, said: Said, lang: Lang) -> Cow<'static, str> {
        let label = |label| terms::label(label, lang);
        let following = |lines: usize| if lines == 0 { String::new() } else { fill(self.others_follow, &[&lines.to_string()]) };
        match said {
            Said::OneOfSeveral => self.one_of_several.into(),
            Said::LabelsKept => self.labels_kept.into(),
            Said::LabelsWait => self.labels_wait.into(),
            Said::Labelled { line, label: set, others } => {
                (fill(self.labelled, &[&line.to_string(), label(set)]) + &following(others)).into()
            }
            Said::Restored { line, label: own, others } => {
                (fill(self.restored, &[&line.to_string(), label(own)]) + &following(others)).into()
            }
            Said::Undone { lines } => (self.undone.to_owned() + &following(lines)).into(),
            Said::Redone { lines } => (self.redone.to_owned() + &following(lines)).into(),
            Said::Link(link) => lang.live().link(link).into(),
            Said::PageSaved => self.page_saved.into(),
            Said::PhotosLost(count) => fill(self.photos_lost, &[&count.to_string()]).into(),
            Said::CitationCopied => self.cited.into(),
        }
    }

    /// How much of a text has come: `3.2 / 10.0 MB`; as long as nothing has, nothing.
    pub fn got(&self, coming: &Coming) -> String {
        let tenths = |bytes: u64| format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000);
        match coming.of {
            _ if coming.got == 0 => String::new(),
            Some(of) => format!("{} / {} MB", tenths(coming.got), tenths(of)),
            None => format!("{} MB", tenths(coming.got)),
        }
    }

    /// That a text is on its way.
    pub fn coming(&self, coming: &Coming) -> String {
        fill(self.coming, &[&coming.name])
    }

    /// What a button says that forgets a text.
    pub fn forget(&self, name: &str) -> String {
        fill(self.forget, &[name])
    }

    /// What went wrong and what to do.
    pub fn trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Refused(address, status) => fill(self.refused, &[address, &status.to_string()]),
            Trouble::Unreachable(address) => fill(self.unreachable, &[address]),
            Trouble::NoAddress(address) => fill(self.no_address, &[address]),
            Trouble::Withheld(address, status) => fill(self.withheld, &[address, &status.to_string()]),
            Trouble::Blocked(address) => fill(self.blocked, &[address]),
            Trouble::TooSlow(address) => fill(self.too_slow, &[address]),
            Trouble::Gone => self.gone.to_owned(),
            Trouble::NotKept => self.not_kept.to_owned(),
            Trouble::NoRoom(name) => fill(self.not_remembered, &[name]),
            Trouble::Unreadable(name) => fill(self.unreadable, &[name]),
            Trouble::TooLarge(name) => fill(self.too_large, &[name]),
            Trouble::NotText(name) => fill(self.not_text, &[name]),
            Trouble::Empty(name) => fill(self.empty, &[name]),
            Trouble::NoReport(name) => fill(self.no_report, &[name]),
            Trouble::NoSource(name) => fill(self.no_source, &[name]),
            Trouble::NotSaved => self.not_saved.to_owned(),
            Trouble::NotListed(name) => fill(self.not_listed, &[name]),
            Trouble::NothingCopied => self.nothing_copied.to_owned(),
            Trouble::ClipboardClosed => self.clipboard_closed.to_owned(),
        }
    }
}

/// The name of an encoding as people write it.
fn title(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16LE",
        Encoding::Utf16Be => "UTF-16BE",
        Encoding::Gb18030 => "GB18030",
        Encoding::Big5 => "Big5",
    }
}

/// Puts the values where the pattern has `{}`, in order.
pub(super) fn fill(pattern: &str, values: &[&str]) -> String {
    let mut pieces = pattern.split(OPEN);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (piece, value) in pieces.zip(values) {
        text.push_str(value);
        text.push_str(piece.strip_prefix(CLOSE).unwrap_or(piece));
    }
    text
}

/// What stands before and behind the one `{}` of a pattern.
pub(super) fn around(pattern: &str) -> (&str, &str) {
    let (before, after) = pattern.split_once(OPEN).unwrap_or((pattern, ""));
    (before, after.strip_prefix(CLOSE).unwrap_or(after))
}

/// The place of a value in a pattern. By its characters: looking for strings would be two kilobytes more to load with the text.
const OPEN: char = '{';
const CLOSE: char = '}';

#[cfg(test)]
mod tests {
    use super::en::WORDS as EN;
    use super::hans::WORDS as HANS;
    use super::hant::WORDS as HANT;
    use super::*;
    use crate::view::Whose;

    #[test]
    fn how_far_a_text_has_come() {
        let so_far = |got, of| EN.got(&Coming { name: String::new(), got, of });
        assert_eq!(so_far(0, Some(9)), "");
        assert_eq!(so_far(3_250_000, Some(10_000_000)), "3.2 / 10.0 MB");
        assert_eq!(so_far(120_000, None), "0.1 MB");
    }

    #[test]
    fn troubles_say_what_to_do() {
        assert_eq!(
            HANS.trouble(&Trouble::Refused("reports/a.txt".into(), 404)),
            "没有取到 reports/a.txt（状态 404）。请看这个文件是否放在网页旁边，或在页首打开自己的文本。"
        );
        assert_eq!(EN.trouble(&Trouble::Empty("a.txt".into())), "There is no text in a.txt. Try another file.");
        assert!(HANS.trouble(&Trouble::NotText("{}".into())).starts_with("{} 不是文本"));
        assert_eq!(HANT.trouble(&Trouble::NothingCopied), "沒有複製到文字。請先複製一篇電稿，再來貼上。");
    }

    #[test]
    fn what_is_wrong_with_pictures() {
        for (fault, says) in [
            (Fault::Missing("a.photos.json".into()), "没有取到图片清单 a.photos.json。请看这个文件是否放在那里。"),
            (Fault::NotJson(3), "图片清单不是有效的 JSON：第 3 行读不通。请检查这里和上一行的引号、逗号。"),
            (Fault::NotAList(2), "图片清单第 2 行写法不对：每个编号后面写明 file，另可写 alt、width、height。"),
            (Fault::Number("图1".into()), "图片清单里的“图1”不是图说的编号。请写成 \"1\"、\"2\" 这样的数字。"),
            (Fault::Twice(4), "图片清单里图4写了不止一次，这里用第一次的。"),
            (Fault::Address(1, "file:///a".into()), "图片清单里图1的地址“file:///a”不能用。请写相对于清单的路径，或 http、https 地址。"),
        ] {
            assert_eq!(HANS.list_fault(&fault), says);
        }
        assert_eq!(EN.unknown_figure(9, 6), "The photo list has fig. 9, but the report has only 6 captions.");
        assert_eq!(EN.photo_refused(&Reason::TooLarge("a.png".into())), "a.png is larger than 32 MB. Make it smaller and add it again.");
        assert_eq!(HANT.photo_refused(&Reason::NoRoom("a.png".into())), "a.png 沒有放上：沒有空著的圖說。請在圖說下面換圖。");
        assert_eq!(
            HANS.photo_refused(&Reason::NotImage("a.txt".into())),
            "a.txt 不是图片。请选择 JPEG、PNG、WebP、GIF、AVIF 或 SVG 图片。"
        );
    }

    #[test]
    fn encodings() {
        let [found, encoding] = [Encoding::Gb18030, Encoding::Big5];
        let origin = Origin { bytes: [].into(), whose: Whose::Reader, found, guessed: true, encoding, malformed: 2 };
        assert_eq!(HANS.found(Encoding::Gb18030, &origin), "GB18030（推测）");
        assert_eq!(EN.found(Encoding::Gb18030, &origin), "GB18030 (guess)");
        assert_eq!(HANS.found(Encoding::Big5, &origin), "Big5");
        assert_eq!(HANS.malformed(&origin), "有 2 处不合 Big5 编码，显示为“\u{FFFD}”。如果文字不对，请在页首换一种编码。");
    }

    #[test]
    fn languages_by_tag() {
        for (tag, lang) in [
            ("zh-CN", Some(Lang::Hans)),
            ("zh-Hant-HK", Some(Lang::Hant)),
            ("zh_TW", Some(Lang::Hant)),
            ("en-GB", Some(Lang::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Lang::of_tag(tag), lang, "{tag}");
        }
    }
}
