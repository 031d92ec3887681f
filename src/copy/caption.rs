//! Photo captions 图说 and their credits 图片署名.
//!
//! | written | credit |
//! |---|---|
//! | `消防员在演练。海州消防供图` | 海州消防供图 |
//! | `工人在装船。 新华社记者 陈一鸣 摄` | 新华社记者 陈一鸣 摄 |
//! | `雨后的老街。新华社发（李桐 摄）` | 新华社发（李桐 摄） |
//! | `公示的收费标准。大江新闻记者 罗宇 图` | 大江新闻记者 罗宇 图 |
//! | `资料图：市民在等车。` | – |
//! | `萬大路一帶。（圖／翻攝自網路）` | 圖／翻攝自網路 |

use std::ops::Range;

use memchr::{memchr_iter, memchr3, memmem, memrchr_iter};

use super::names;
use crate::text::{
    Firsts, HanSet, closing, has_ideograph, is_closing, is_colon, is_digit, is_end, is_han, is_han_lead, is_separator, is_slash, strip_any,
    strip_any_end, trimmed,
};

/// A caption in a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caption {
    /// What the photo shows; empty where the row holds the credit alone.
    pub text: Range<usize>,
    pub credit: Option<Range<usize>>,
    pub reason: &'static str,
}

impl Caption {
    /// Caption and credit together.
    pub(super) fn whole(&self) -> Range<usize> {
        let end = self.credit.as_ref().map_or(self.text.end, |credit| credit.end.max(self.text.end));
        self.text.start..end
    }
}

/// A caption has no more characters and sentences than these; longer rows are story with a caption fused to it.
const LONGEST: usize = 180;
const MOST_SENTENCES: usize = 4;
/// The longest credit, in characters.
const CREDIT: usize = 40;

/// Where the words stand that a photo caption fused into a row has, one of them at least.
pub(super) fn photo_words(text: &str) -> Vec<usize> {
    let mut found: Vec<usize> =
        ["摄", "攝", "图", "圖"].iter().flat_map(|word| memmem::find_iter(text.as_bytes(), word.as_bytes())).collect();
    found.sort_unstable();
    found
}

/// The row as one caption.
pub(super) fn caption(row: &str) -> Option<Caption> {
    if let Some(inside) = bracketed(row) {
        let by = row.chars().next().map_or(0, char::len_utf8);
        let shift = |range: Range<usize>| range.start + by..range.end + by;
        let found = caption(inside).filter(|found| !found.text.is_empty() && found.credit.is_some())?;
        return Some(Caption { text: shift(found.text), credit: found.credit.map(shift), reason: found.reason });
    }
    // A character takes four bytes at most.
    if row.len() > LONGEST * 4 {
        return None;
    }
    let opened = opening(row);
    let signed = trailing_credit(row);
    let inner = middle(row).is_some();
    if opened.is_none() && signed.is_none() && !inner && !may_close(row) {
        return None;
    }
    let (chars, sentences) = measure(row);
    if chars > LONGEST || sentences > MOST_SENTENCES {
        return None;
    }
    // A row that is a 截图 and nothing more says what it shows, not who gave it.
    if let Some((credit, reason)) = signed.filter(|(credit, reason)| credit.start > 0 || *reason != "credit-截图") {
        let text_end = row[..credit.start]
            .trim_end_matches(|c: char| c.is_whitespace() || is_slash(c) || matches!(c, '(' | '（' | '[' | '【' | '〔'))
            .len();
        return Some(Caption { text: 0..text_end, credit: Some(credit), reason });
    }
    let reason = opened.or_else(|| closing_words(row, chars)).or_else(|| (inner && chars <= 120).then_some("caption-图为"))?;
    Some(Caption { text: 0..row.len(), credit: None, reason })
}

/// Captions fused into a longer row, in order: each ends in a credit, or begins with 图为 and ends the row.
pub(super) fn fused(row: &str) -> Vec<Caption> {
    let mut found: Vec<Caption> = Vec::new();
    // The sentence before the current one, the current one, and its length in characters so far.
    let (mut before, mut start, mut chars) = (None, 0, 0);
    let mut ended = false;
    static WORDS: Firsts = Firsts::new("摄攝图圖");
    let mut next = 0;
    loop {
        // An ideograph that is no word of photos only makes the sentence longer.
        while !ended
            && let Some(&three) = row.as_bytes()[next..].first_chunk::<3>()
            && is_han_lead(three[0])
            && !WORDS.begins(three)
        {
            next += 3;
            chars += 1;
        }
        let Some(c) = row[next..].chars().next() else { break };
        let at = next;
        next += c.len_utf8();
        if !ended && is_han(c) && !matches!(c, '摄' | '攝' | '图' | '圖') {
            chars += 1;
            continue;
        }
        if ended && !is_end(c) && !is_closing(c) && !c.is_whitespace() {
            before = Some(start);
            start = at;
            chars = 0;
            ended = false;
        }
        chars += 1;
        if is_end(c) {
            ended = true;
        } else if matches!(c, '摄' | '攝' | '图' | '圖') && chars <= CREDIT {
            let end = at + c.len_utf8();
            let tail = &row[end..];
            // 摄像, 摄氏度, 图为: the character begins another word.
            if c != '摄' && c != '攝' && !row[..end].ends_with("供图") && !row[..end].ends_with("供圖")
                || tail.starts_with(['像', '氏', '入', '取', '制', '影', '于', '片', '为'])
            {
                continue;
            }
            let end = end + tail.chars().next().filter(|c| matches!(c, ')' | '）' | '】')).map_or(0, char::len_utf8);
            let Some(reason) = credit(&row[start..end]) else { continue };
            let Some(text_start) = before.or_else(|| found.is_empty().then_some(0)) else { continue };
            if text_start == start || row[text_start..start].chars().count() > LONGEST {
                continue;
            }
            found.push(Caption { text: text_start..row[..start].trim_end().len(), credit: Some(start..end), reason });
            next = end;
            start = end;
            before = None;
            chars = 0;
            ended = true;
        }
    }
    if found.is_empty()
        && let Some(start) = middle(row)
        && row[start..].chars().count() <= 100
    {
        found.push(match trailing_credit(&row[start..]) {
            Some((credit, _)) => Caption {
                text: start..start + row[start..start + credit.start].trim_end_matches(['(', '（', '〔', ' ']).len(),
                credit: Some(start + credit.start..start + credit.end),
                reason: "caption-图为",
            },
            None => Caption { text: start..row.len(), credit: None, reason: "caption-图为" },
        });
    }
    found
}

/// What stands in the brackets, where one pair of them holds the row.
fn bracketed(row: &str) -> Option<&str> {
    let inside = row
        .strip_prefix('（')
        .and_then(|row| row.strip_suffix('）'))
        .or_else(|| row.strip_prefix('(').and_then(|row| row.strip_suffix(')')))?;
    (!inside.contains(['（', '(', '）', ')']) && inside.contains('。')).then_some(inside)
}

/// Characters and sentences of a row, counted no further than matters.
fn measure(row: &str) -> (usize, usize) {
    let (mut chars, mut sentences, mut ended) = (0, 0, true);
    for c in row.chars().take(LONGEST + 1) {
        chars += 1;
        if is_end(c) {
            ended = true;
        } else if ended && !is_closing(c) && !c.is_whitespace() {
            sentences += 1;
            ended = false;
        }
    }
    (chars, sentences)
}

/// Where the last sentence that `图为` begins inside a row stands.
fn middle(row: &str) -> Option<usize> {
    // 为 and 為 end in this byte, which few others have.
    let ends = memrchr_iter(0xBA, row.as_bytes()).map(|at| at + 1);
    let words = ends.filter(|&end| ["图为", "圖為"].iter().any(|word| row.as_bytes()[..end].ends_with(word.as_bytes())));
    words.map(|end| end - "图为".len()).find(|&at| at > 0 && row[..at].trim_end().ends_with(|c| is_end(c) || is_closing(c)))
}

/// The words that open a caption.
fn opening(row: &str) -> Option<&'static str> {
    // Few characters begin such words; the words are compared only behind them.
    static BEGIN: HanSet = HanSet::new("图圖上下左右资資题视网组配");
    let bare = row.trim_start_matches(['▲', '△', '▼', '↑', '↓', '◎', '●', '(', '（', '【', ' ']);
    let marked = row.starts_with(['▲', '△', '▼', '↑']);
    if !marked && !BEGIN.stands(bare.as_bytes(), 0) {
        return None;
    }
    if bare.starts_with("图为") || bare.starts_with("圖為") || strip_any(bare, &["上图为", "下图为", "左图为", "右图为"]).is_some()
    {
        return Some("caption-图为");
    }
    if marked {
        return Some("caption-▲");
    }
    if let Some(rest) = strip_any(bare, &["资料图片", "资料照片", "资料图", "資料圖", "資料照", "资料照"]) {
        return (rest.is_empty() || rest.starts_with(|c| is_colon(c) || matches!(c, '）' | ')' | '。' | '，' | ' ' | '/')))
            .then_some("caption-资料图");
    }
    let rest =
        strip_any(bare, &["图片说明", "圖片說明", "图说", "图解", "题图", "图注", "视频截图", "网络截图", "组图", "配图", "图", "圖"])?;
    let rest = rest.trim_start_matches(|c: char| is_digit(c) || matches!(c, '①'..='⑳' | '一' | '二' | '三' | '四' | '五' | '六' | ' '));
    rest.starts_with(|c| is_colon(c) || is_slash(c) || matches!(c, '|' | '丨')).then_some("caption-图")
}

/// Whether the row's last characters may be words that close a caption.
fn may_close(row: &str) -> bool {
    row.trim_end_matches(['。', '.']).ends_with(['图', '圖', '照', '片', '影', ')', '）', '】'])
}

/// The words that close a caption without a credit.
fn closing_words(row: &str, chars: usize) -> Option<&'static str> {
    let bare = row.trim_end_matches(['。', '.', '）', ')', '】']);
    if chars <= 80
        && [
            "截图",
            "截圖",
            "资料图",
            "资料图片",
            "資料圖",
            "资料照片",
            "資料照",
            "效果图",
            "示意图",
            "合影",
            "网络图片",
            "档案照片",
            "檔案照",
        ]
        .iter()
        .any(|word| bare.ends_with(word))
    {
        return Some("caption-截图");
    }
    // A date in brackets where a credit would stand.
    let inside = row.strip_suffix(['）', ')']).and_then(|row| row.rfind(['（', '(']).map(|open| &row[open..]))?;
    let inside = inside.trim_start_matches(['（', '(']);
    let date = inside.ends_with('日') && inside.chars().all(|c| is_digit(c) || matches!(c, '年' | '月' | '日')) && inside.contains('月');
    (date && chars <= 90 && row.len() > inside.len() + 6).then_some("caption-dated")
}

/// The credit at the end of a row: where it stands, and the rule.
fn trailing_credit(row: &str) -> Option<(Range<usize>, &'static str)> {
    let trimmed = row.trim_end().trim_end_matches('。').trim_end();
    // In brackets: （甲乙摄）, or behind 新华社发.
    if let Some(close) = trimmed.chars().next_back().filter(|c| matches!(c, ')' | '）' | ']' | '】' | '〕')) {
        let open = trimmed.char_indices().rev().take(CREDIT + 2).find(|&(_, c)| closing(c) == Some(close))?;
        let inside = open.0 + open.1.len_utf8()..trimmed.len() - close.len_utf8();
        let reason = credit(&trimmed[inside.clone()])?;
        let before = trimmed[..open.0].trim_end();
        let tail = last_sentence(before);
        if before[tail..].chars().count() <= 12 && before.ends_with(['发', '發']) {
            return Some((tail..trimmed.len(), reason));
        }
        return Some((inside, reason));
    }
    // Behind the last sentence.
    let tail = last_sentence(trimmed);
    let signed = (tail < trimmed.len()).then(|| credit(&trimmed[tail..])).flatten();
    if let Some(reason) = signed.filter(|_| tail > 0) {
        return Some((tail..trimmed.len(), reason));
    }
    // 图/受访者提供: a credit that begins with its word.
    if let Some(reason) = signed.filter(|_| trimmed.starts_with(['图', '圖'])) {
        return Some((tail..trimmed.len(), reason));
    }
    // Parted by white space alone: the fewest words from the end that are a credit, with the outlet before them.
    let mut found = None;
    // Few rows have any space.
    let near = &trimmed.as_bytes()[trimmed.len().saturating_sub(CREDIT * 4)..];
    let spaced =
        memchr3(b' ', b'\t', 0xC2, near).is_some() || memchr_iter(0xE3, near).any(|at| near[at..].starts_with("\u{3000}".as_bytes()));
    let last = trimmed.char_indices().rev().take(if spaced { CREDIT } else { 0 }).take_while(|&(_, c)| !is_end(c));
    for (at, c) in last.filter(|(_, c)| c.is_whitespace()) {
        let start = at + c.len_utf8();
        match credit(&trimmed[start..]) {
            Some(reason) if found.is_none() || names::has_role(&trimmed[start..]) => found = Some((start..trimmed.len(), reason)),
            Some(_) => break,
            None => {}
        }
    }
    if found.is_some() {
        return found;
    }
    // Nothing parts them but the giver is one of the usual ones.
    const GIVERS: [&str; 9] = ["受访者", "受訪者", "受访单位", "采访对象", "主办方", "网友", "当事人", "警方", "校方"];
    let giver = ["供图", "供圖", "提供"].iter().find_map(|word| trimmed.strip_suffix(word));
    if let Some(start) = giver.and_then(|giver| GIVERS.iter().find_map(|known| giver.strip_suffix(known))).map(str::len) {
        return Some((start..trimmed.len(), "credit-供图"));
    }
    // Nothing but a credit.
    signed.map(|reason| (tail..trimmed.len(), reason))
}

/// Where the last sentence of `s` begins.
fn last_sentence(s: &str) -> usize {
    let mut start = s.len();
    for _ in 0..=CREDIT {
        // An ideograph ends nothing.
        if let [.., lead, _, _] = s.as_bytes()[..start]
            && is_han_lead(lead)
        {
            start -= 3;
            continue;
        }
        match s[..start].chars().next_back() {
            Some(c) if !is_end(c) && (!is_closing(c) || matches!(c, ')' | '）' | '》' | '>' | '〉')) => start -= c.len_utf8(),
            _ => break,
        }
    }
    trimmed(s, start..s.len()).start
}

/// Which credit `s` is, if it is nothing else.
pub(super) fn credit(s: &str) -> Option<&'static str> {
    let s = bare(s);
    // Credits end in few characters and begin in few; the words are compared only there.
    static ENDS: HanSet = HanSet::new("摄攝道影图圖供片照发發真");
    static BEGINS: HanSet = HanSet::new("图圖题照截供摄攝制绘翻来來视東东全路美法中资資档檔");
    let ends = s.as_bytes().last_chunk().is_some_and(|&c| ENDS.holds(c));
    let begins = BEGINS.stands(s.as_bytes(), 0) || s.starts_with(['I', 'C', 'G']);
    if !ends && !begins && !has_ideograph(s, '供') {
        return None;
    }
    if s.is_empty() || s.chars().count() > CREDIT || s.chars().any(|c| is_end(c) || matches!(c, '，' | '“' | '”')) {
        return None;
    }
    // 甲乙 摄影报道: a byline.
    if s.ends_with('道') {
        return None;
    }
    if let Some(who) = strip_any_end(s, &["摄影", "攝影", "摄", "攝"]) {
        let who = who.trim_end_matches(|c| is_slash(c) || matches!(c, ' ' | '并'));
        return giver(who).then_some("credit-摄");
    }
    if let Some(who) = strip_any_end(s, &["供图", "供圖", "图片提供", "提供图片", "提供照片", "照片提供"]) {
        return giver(who).then_some("credit-供图");
    }
    if let Some((who, by)) = s.split_once("供图").or_else(|| s.split_once("供圖")) {
        return (giver(who) && by.chars().count() <= 14).then_some("credit-供图");
    }
    const SOURCES: [&str; 27] = [
        "图片来源于",
        "图片来自",
        "照片来自",
        "图来自",
        "图片来源",
        "圖片來源",
        "题图来源",
        "照片来源",
        "截图来源",
        "图源",
        "圖源",
        "图据",
        "图自",
        "图由",
        "图片由",
        "供图",
        "摄影",
        "攝影",
        "制图",
        "绘图",
        "翻攝",
        "圖翻攝",
        "翻摄",
        "图片",
        "圖片",
        "图",
        "圖",
    ];
    if let Some(rest) = strip_any(s, &SOURCES) {
        let set_off = rest.starts_with(|c: char| is_colon(c) || is_slash(c) || matches!(c, '|' | '丨'));
        let verb =
            strip_any(s, &["图片来源于", "图片来自", "照片来自", "图来自", "图据", "图自", "图由", "图片由", "翻攝", "圖翻攝", "翻摄"])
                .is_some();
        if (set_off || verb) && !rest.is_empty() {
            return Some("credit-图");
        }
    }
    if strip_any(s, &["来源", "來源"]).is_some_and(|rest| rest.ends_with("截图") || rest.ends_with("截圖")) {
        return Some("credit-截图");
    }
    if let Some(who) = strip_any_end(s, &["截图", "截圖"]) {
        return (who.chars().count() <= 16 && !who.contains(['的', '了'])).then_some("credit-截图");
    }
    if let Some(who) = s.strip_suffix("提供") {
        return (giver(who) && (who.contains(['图', '照']) || who.chars().count() <= 10)).then_some("credit-提供");
    }
    if matches!(s, "资料图" | "资料图片" | "資料圖" | "资料照片" | "資料照片" | "資料照" | "資料圖片" | "档案照片" | "檔案照")
        || strip_any_end(s, &["/资料图", "资料照片"]).is_some()
    {
        return Some("credit-资料图");
    }
    const STOCK: [&str; 12] =
        ["视觉中国", "東方IC", "东方IC", "摄图网", "IC photo", "ICphoto", "CFP", "Getty Images", "全景网", "路透社", "美联社", "法新社"];
    if STOCK.iter().any(|stock| s.starts_with(stock)) && s.chars().count() <= 20 {
        return Some("credit-agency");
    }
    if let Some(who) = strip_any_end(s, &[" 图", "/图", "／圖", "／图", " 圖", "图", "圖"]) {
        let role = names::has_role(who);
        let parted = s.ends_with(" 图") || s.ends_with("/图") || s.ends_with("／圖");
        let word = who.ends_with(['地', '示', '意', '果', '截', '版', '制', '拼', '构', '蓝', '草', '插', '宏', '企', '试', '贪', '力']);
        return (!word && (role || parted) && names::names(who, parted).is_some_and(|people| !people.is_empty())).then_some("credit-图");
    }
    if strip_any_end(s, &["新华社发", "中新社发", "新華社發"]).is_some_and(str::is_empty) {
        return Some("credit-发");
    }
    // 中央社記者…傳真 105年3月19日
    (s.starts_with("中央社") && s.contains("傳真")).then_some("credit-傳真")
}

/// `s` without the brackets and the date around a credit.
fn bare(s: &str) -> &str {
    // Most begin and end with an ideograph, and have nothing around them.
    if let [first, .., a, b, c] = s.as_bytes()
        && is_han_lead(*first)
        && is_han_lead(*a)
        && [*a, *b, *c] != *"日".as_bytes()
    {
        return s;
    }
    let s = s
        .trim()
        .trim_start_matches(|c| is_slash(c) || matches!(c, '(' | '（' | '【' | '[' | '■' | '□'))
        .trim_end_matches([')', '）', '】', ']', '。'])
        .trim();
    // 中央社記者甲乙丙攝 105年3月19日: the day stands behind the name.
    without_date(s)
}

/// `s` without a date behind it.
fn without_date(s: &str) -> &str {
    let bare = s.trim_end_matches(|c: char| is_digit(c) || matches!(c, '年' | '月' | '日'));
    if s.ends_with('日') && s[bare.len()..].contains('月') { bare.trim_end() } else { s }
}

/// Whether `who` may give a photo: an institution, an outlet or a person in a few words, and no clause.
fn giver(who: &str) -> bool {
    let count = who.chars().filter(|c| !c.is_whitespace()).count();
    (1..=24).contains(&count)
        && who.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || is_separator(c) || "·-—@：:()（）・".contains(c))
        && !who.contains(['了', '着', '是', '在', '把', '被', '将'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text|credit`, or `-`.
    #[track_caller]
    fn check(row: &str, expected: &str) {
        let found = caption(row).map_or("-".to_owned(), |c| format!("{}|{}", &row[c.text], c.credit.map_or("", |credit| &row[credit])));
        assert_eq!(found, expected, "{row}");
    }

    #[test]
    fn credits() {
        check("民警在卡口查验证件。 海州警方供图", "民警在卡口查验证件。|海州警方供图");
        check("大队民警在出口执勤,保障入口恢复开放。 赵坤 摄", "大队民警在出口执勤,保障入口恢复开放。|赵坤 摄");
        check("消防员在检测器材。杨书琴摄", "消防员在检测器材。|杨书琴摄");
        check("雨游江楼照样开心。城市摄影队 周宾 摄", "雨游江楼照样开心。|城市摄影队 周宾 摄");
        check("10月4日，专列开往海州。 通讯员刘鹃 摄", "10月4日，专列开往海州。|通讯员刘鹃 摄");
        check("图为应急值守。海州海事局 供图", "图为应急值守。|海州海事局 供图");
        check("入口处公示的标准。大江新闻记者 罗宇 图", "入口处公示的标准。|大江新闻记者 罗宇 图");
        check("雨后的老街。新华社发（李桐 摄）", "雨后的老街。|新华社发（李桐 摄）");
        check("工人在装船 新华社记者 陈一鸣 摄", "工人在装船|新华社记者 陈一鸣 摄");
        check("李某在派出所(图片由当地居民提供)", "李某在派出所|图片由当地居民提供");
        check("孩子的照片受访者供图", "孩子的照片|受访者供图");
        check("罗某备受质疑。资料图", "罗某备受质疑。|资料图");
        check("萬大路一帶。（圖／翻攝自網路）", "萬大路一帶。|圖／翻攝自網路");
        check("老宅门口。（翻摄自网络）", "老宅门口。|翻摄自网络");
        check("老宅門口。（陳大明攝）", "老宅門口。|陳大明攝");
        check("警方供图现场。山城公安分局供图 山城网发", "警方供图现场。|山城公安分局供图 山城网发");
        check("图片来源：摄图网", "|图片来源：摄图网");
        check("发布会现场。中青报·中青网记者 尹宁/摄", "发布会现场。|中青报·中青网记者 尹宁/摄");
    }

    #[test]
    fn without_credit() {
        check("资料图：市民在寒冷天气中出行。", "资料图：市民在寒冷天气中出行。|");
        check("英国《晨报》网站报道截图。", "英国《晨报》网站报道截图。|");
        check("市民排队等候检测。（2020年10月12日）", "市民排队等候检测。（2020年10月12日）|");
        check("图为东庄镇村口的牌楼。", "图为东庄镇村口的牌楼。|");
        check("▲罗某（中）回应质疑", "▲罗某（中）回应质疑|");
    }

    #[test]
    fn story() {
        for row in [
            "目前，演练正在紧张进行中。",
            "图书馆将免费开放。",
            "他说，这套地图由学会提供。",
            "民警调取监控，画面由商户提供",
            "孩子们绘制了一幅地图",
            "企图",
            "该台风时速达20公里，气温达30摄氏度",
        ] {
            check(row, "-");
        }
    }

    #[test]
    fn fused_into_the_story() {
        let story = "水位一度逼近警戒线，是有实测资料以来第二高的纪录。8月8日，发布会现场。中青报·中青网记者 尹宁/摄";
        let row = format!("{}{story}", "雨越下越大，河水漫过石阶。".repeat(20));
        let found = fused(&row);
        assert_eq!(found.len(), 1);
        assert_eq!(&row[found[0].whole()], "8月8日，发布会现场。中青报·中青网记者 尹宁/摄");
        let row = "铁塔附近烟花绽放。新华社记者陈宸摄7月14日，在河边，人们庆祝节日。新华社发（克雷·布劳摄）随后人群散去。";
        let texts: Vec<&str> = fused(row).into_iter().map(|c| &row[c.whole()]).collect();
        assert_eq!(texts, ["铁塔附近烟花绽放。新华社记者陈宸摄", "7月14日，在河边，人们庆祝节日。新华社发（克雷·布劳摄）"]);
    }
}
