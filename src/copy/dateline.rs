//! The dateline 电头: agency, place, date and 电, 讯 or their like.
//!
//! | written | agency · place · date |
//! |---|---|
//! | `中新网福州7月27日电 (甲乙 丙丁)` | 中新网 · 福州 · 7月27日 |
//! | `本报讯（记者甲乙）` | 本报 · – · – |
//! | `新华网海天频道９月３日电` | 新华网海天频道 · – · ９月３日 |
//! | `央视网消息：` | 央视网 · – · – |
//! | `（中央社記者甲乙丙桃園19日電）` | 中央社 · 桃園 · 19日 |
//! | `記者甲乙丙／台北報導` | – · 台北 · – |

use std::ops::Range;

use super::names;
use crate::text::{Firsts, closing, is_colon, is_digit, is_han, is_opening, is_slash, strip_any, trimmed};

/// Where the parts of a dateline stand in its row.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Dateline {
    /// From the agency to 电.
    pub text: Range<usize>,
    pub agency: Option<Range<usize>>,
    pub place: Option<Range<usize>>,
    pub date: Option<Range<usize>>,
    pub reporters: Vec<Range<usize>>,
    /// Where the story, or 题:, goes on.
    pub end: usize,
    /// Where a run-in headline (题:…) stands.
    pub title: Option<Range<usize>>,
    pub reason: &'static str,
}

/// No dateline is longer, in characters.
const LONGEST: usize = 48;

/// The dateline that a row begins with.
pub(super) fn dateline(row: &str) -> Option<Dateline> {
    // A bracket may stand around all of it.
    let open = row.chars().next().filter(|&c| is_opening(c) && !matches!(c, '“' | '「' | '《' | '‘' | '『' | '〈' | '<'));
    let mut dateline = match open {
        Some(open) => {
            let start = open.len_utf8();
            let inside = within(&row[start..], closing(open)?)?;
            let mut found = bracketed(inside)?;
            found.shift(start);
            found.end = start + inside.len() + closing(open)?.len_utf8();
            found
        }
        None => plain(row).or_else(|| line(row))?,
    };
    finish(row, &mut dateline);
    Some(dateline)
}

impl Dateline {
    fn shift(&mut self, by: usize) {
        let parts = [&mut self.agency, &mut self.place, &mut self.date];
        for part in parts.into_iter().flatten().chain([&mut self.text]).chain(&mut self.reporters) {
            *part = part.start + by..part.end + by;
        }
    }
}

/// `記者甲乙丙／台北報導` as a line of its own.
fn line(row: &str) -> Option<Dateline> {
    let short = row.chars().nth(24).is_none() && row.starts_with(['記', '记']) && row.contains(is_slash);
    short.then(|| reporter_place(row)).flatten()
}

/// `AGENCY [PLACE] [DATE] KIND`.
fn plain(row: &str) -> Option<Dateline> {
    let row = &row[..row.char_indices().nth(LONGEST).map_or(row.len(), |(at, _)| at)];
    let start = row.len() - strip_any(row, &["据", "據"]).unwrap_or(row).len();
    if let Some((date, kind)) = dated(row, start) {
        let head = trimmed(row, start..date.start);
        let (agency, place) = part(row, head)?;
        agency.as_ref()?;
        return Some(Dateline {
            text: start..kind,
            agency,
            place,
            date: Some(date),
            end: kind,
            reason: "dateline-dated",
            ..Dateline::default()
        });
    }
    if start > 0 {
        return None;
    }
    // Without a date the outlet must be one and what follows must part it from the story.
    let (at, kind) = undated(row)?;
    let (agency, place) = part(row, 0..at)?;
    // 海天普法讯（记者…）: the brackets say that an outlet stands before them.
    let together = row[..at].contains(' ');
    let (agency, place) = if together { (None, None) } else { (agency, place) };
    let agency = agency.or(Some(0..at));
    Some(Dateline { text: 0..kind, agency, place, end: kind, reason: "dateline-undated", ..Dateline::default() })
}

/// What stands in brackets: a plain dateline, one with the reporter before the place, or reporter ／ place.
fn bracketed(inside: &str) -> Option<Dateline> {
    if inside.chars().count() > LONGEST {
        return None;
    }
    if let Some(found) = reporter_place(inside) {
        return Some(found);
    }
    if let Some((date, kind)) = dated(inside, 0)
        && kind == inside.len()
    {
        let head = trimmed(inside, 0..date.start);
        let mut found = Dateline { text: 0..kind, date: Some(date), end: kind, reason: "dateline-bracketed", ..Dateline::default() };
        if let Some(role) = ["记者", "記者", "特派員", "特派员"]
            .iter()
            .find_map(|role| inside[head.clone()].find(role).map(|at| head.start + at..head.start + at + role.len()))
        {
            found.agency = some(head.start..role.start);
            let (name, place) = name_place(inside, trimmed(inside, role.end..head.end))?;
            found.reporters = vec![name];
            found.place = place;
        } else {
            (found.agency, found.place) = part(inside, head.clone())?;
            if found.agency.is_none() {
                // `（吉隆坡19日訊）`: a place alone.
                found.place = some(head);
            }
        }
        return Some(found);
    }
    let (agency, sure) = [("资讯", true), ("資訊", true), ("快讯", false), ("快訊", false), ("消息", false), ("讯", false), ("訊", false)]
        .iter()
        .find_map(|&(kind, sure)| inside.strip_suffix(kind).map(|agency| (agency, sure)))?;
    let whole = names::outlet(agency) == Some(agency.len());
    (!agency.is_empty() && (sure || whole)).then(|| Dateline {
        text: 0..inside.len(),
        agency: Some(0..agency.len()),
        end: inside.len(),
        reason: "dateline-bracketed",
        ..Dateline::default()
    })
}

/// `記者甲乙丙／台北報導`, `即時新聞／綜合報導`, `記者甲乙丙台北報導`.
fn reporter_place(inside: &str) -> Option<Dateline> {
    let head = inside.strip_suffix("報導").or_else(|| inside.strip_suffix("报导")).or_else(|| inside.strip_suffix("报道"))?;
    let role = ["记者", "記者"].iter().find_map(|role| head.find(role).map(|at| at..at + role.len()));
    let mut found = Dateline { text: 0..inside.len(), end: inside.len(), reason: "dateline-reporter-place", ..Dateline::default() };
    let slash = head.find(is_slash);
    let name_start = role.as_ref().map_or(0, |role| role.end);
    if let Some(slash) = slash {
        let width = head[slash..].chars().next()?.len_utf8();
        let place = trimmed(head, slash + width..head.len());
        found.place = some(place).filter(|place| !matches!(&head[place.clone()], "綜合" | "综合" | "連線" | "编译" | "編譯"));
        match &role {
            Some(role) => {
                found.agency = some(trimmed(head, 0..role.start));
                found.reporters =
                    names::names(&head[name_start..slash], true)?.into_iter().map(|r| r.start + name_start..r.end + name_start).collect();
            }
            None => found.agency = some(trimmed(head, 0..slash)),
        }
        return Some(found);
    }
    let role = role?;
    found.agency = some(trimmed(head, 0..role.start));
    let (name, place) = name_place(head, trimmed(head, role.end..head.len()))?;
    found.reporters = vec![name];
    found.place = place.filter(|place| !matches!(&head[place.clone()], "綜合" | "综合"));
    Some(found)
}

/// A name and a place with nothing between them: `邱俊明桃園`.
fn name_place(row: &str, both: Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let s = &row[both.clone()];
    let count = s.chars().count();
    if let Some(space) = s.find(char::is_whitespace) {
        return Some((both.start..both.start + space, some(trimmed(row, both.start + space..both.end))));
    }
    let (family, _) = names::surname(s)?;
    // A place has two characters or more.
    let take = if count <= 3 { count } else { (family + 2).min(count - 2) };
    let cut = both.start + s.char_indices().nth(take).map_or(s.len(), |(at, _)| at);
    Some((both.start..cut, some(cut..both.end)))
}

/// What follows the dateline itself: reporters in brackets, 题:, a colon, spaces.
fn finish(row: &str, found: &mut Dateline) {
    let mut at = found.end;
    loop {
        let rest = &row[at..];
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        let Some(open) = trimmed.chars().next().filter(|c| matches!(c, '(' | '（' | '[' | '［' | '【')) else { break };
        let Some(inside) = closing(open).and_then(|close| within(&trimmed[open.len_utf8()..], close)) else { break };
        let start = at + open.len_utf8();
        match names::names(inside, true) {
            Some(people) if found.reporters.is_empty() && inside.chars().count() <= 80 => {
                found.reporters = people.into_iter().map(|r| r.start + start..r.end + start).collect();
            }
            _ => break,
        }
        at = start + inside.len() + open.len_utf8();
        found.end = at;
    }
    let rest = &row[at..];
    if let Some(title) = strip_any(rest, &["题", "題"]).and_then(|rest| rest.strip_prefix(is_colon)) {
        let start = row.len() - title.trim_start().len();
        found.end = start;
        found.title = some(start..row.trim_end().len());
    } else if let Some(story) = rest.strip_prefix(is_colon) {
        found.end = row.len() - story.len();
    }
}

/// `DATE … KIND` from `start` on: where the date stands and where the kind ends.
fn dated(row: &str, start: usize) -> Option<(Range<usize>, usize)> {
    for (at, c) in row[start..].char_indices().map(|(at, c)| (at + start, c)) {
        if crate::text::is_end(c) || matches!(c, '，' | ',' | '；' | '“' | '《') {
            return None;
        }
        if (is_digit(c) || is_numeral(c))
            && let Some(end) = date(&row[at..])
            && let Some(kind) = kind(&row[at + end..], true)
        {
            return Some((at..at + end, at + end + kind));
        }
    }
    None
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '○' | '零' | '廿' | '卅')
}

/// `[YYYY年][M月]D日` in any digits: its length.
fn date(s: &str) -> Option<usize> {
    let mut at = 0;
    let mut units = ['年', '月', '日'].into_iter();
    loop {
        let number: usize = s[at..].chars().take_while(|&c| is_digit(c) || is_numeral(c)).take(5).map(char::len_utf8).sum();
        let unit = s[at + number..].chars().next()?;
        if number == 0 || !units.any(|known| known == unit) {
            return None;
        }
        at += number + unit.len_utf8();
        if unit == '日' {
            return Some(at);
        }
    }
}

/// Words that end a dateline; the longer first.
const KINDS: [&str; 13] = ["专电", "專電", "电讯", "電訊", "快讯", "快訊", "消息", "报道", "報導", "电", "電", "讯", "訊"];

/// What may stand between the date and the kind: 新媒体专电, 综合消息, 綜合外電報導.
const MANNERS: [&str; 15] =
    ["新媒体", "综合外电", "綜合外電", "综合", "綜合", "体育", "財經", "财经", "快讯", "特稿", "上午", "下午", "晚", "早", "凌晨"];

/// Few characters begin a kind or a manner; the words are compared only there.
static BEGIN: Firsts = Firsts::new("专專电電快消报報讯訊新综綜体財财特上下晚早凌");

/// The kind that `s` begins with: its length. After a date the story may follow at once; otherwise something must part them.
fn kind(s: &str, dated: bool) -> Option<usize> {
    let start = s.len() - s.trim_start_matches(' ').len();
    s[start..].chars().next().filter(|&c| BEGIN.may(c))?;
    let manner = strip_any(&s[start..], &MANNERS).map_or(0, |rest| s.len() - start - rest.len());
    [0, manner].into_iter().find_map(|manner| {
        let from = start + manner;
        let rest = strip_any(&s[from..], &KINDS)?;
        let end = s.len() - rest.len();
        let kind = &s[from..end];
        let parted = rest.is_empty()
            || rest
                .starts_with(|c: char| c.is_whitespace() || is_colon(c) || matches!(c, '(' | '（' | '[' | '【' | ')' | '）' | '】' | '〕'));
        let fits = match kind {
            // 8月1日报道说, 8月1日消息称: prose unless parted.
            "报道" | "報導" | "消息" => parted || (kind == "消息" && rest.starts_with(['，', ','])),
            "电" | "電" => parted || (dated && !rest.starts_with(NOT_WIRE)),
            _ => parted || dated,
        };
        fits.then_some(end)
    })
}

/// 电话, 电视 …: what 电 begins besides a wire.
const NOT_WIRE: [char; 18] = ['话', '視', '话', '视', '力', '子', '影', '脑', '动', '網', '网', '池', '梯', '商', '台', '价', '费', '話'];

/// `OUTLET讯` without a date: where the outlet ends and where the kind ends.
fn undated(row: &str) -> Option<(usize, usize)> {
    let mut found = None;
    let mut from = 0;
    for (at, c) in row.char_indices() {
        // 甲报 乙网讯: outlets that publish together.
        if c == ' ' && names::outlet(&row[from..at]) == Some(at - from) {
            from = at + 1;
            continue;
        }
        if !(is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '·' | '-' | '—' | '@')) {
            break;
        }
        if at > from
            && BEGIN.may(c)
            && let Some(len) = kind(&row[at..], false)
            && (names::outlet(&row[from..at]).is_some() || (at >= from + 6 && people_follow(&row[at + len..])))
        {
            found = Some((at, at + len));
            break;
        }
    }
    found
}

/// Whether brackets with reporters follow.
fn people_follow(rest: &str) -> bool {
    let rest = rest.trim_start();
    let inside = rest.chars().next().filter(|c| matches!(c, '(' | '（')).and_then(|open| within(&rest[open.len_utf8()..], closing(open)?));
    inside.is_some_and(|inside| names::has_role(inside) && names::names(inside, true).is_some())
}

/// Parts `AGENCYPLACE`; `None` where it can be neither.
#[expect(clippy::type_complexity, reason = "agency and place, each perhaps absent")]
fn part(row: &str, head: Range<usize>) -> Option<(Option<Range<usize>>, Option<Range<usize>>)> {
    let s = &row[head.clone()];
    if s.is_empty() {
        return Some((None, None));
    }
    if s.chars().any(|c| !(is_han(c) || c.is_ascii_alphanumeric() || c.is_whitespace() || "·-—/／、@・".contains(c))) {
        return None;
    }
    let Some(cut) = names::outlet(s) else { return Some((None, None)) };
    let cut = head.start + cut;
    let place = trimmed(row, cut..head.end);
    if row[place.clone()].chars().count() > 12 || names::has_role(&row[place.clone()]) {
        return None;
    }
    Some((some(trimmed(row, head.start..cut)), some(place)))
}

/// What stands before `close`, when it stands near.
fn within(s: &str, close: char) -> Option<&str> {
    let end = s.char_indices().take(100).find(|&(_, c)| c == close)?.0;
    Some(&s[..end])
}

fn some(range: Range<usize>) -> Option<Range<usize>> {
    (!range.is_empty()).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// agency|place|date|reporters|rest
    #[track_caller]
    fn check(row: &str, expected: &str) {
        let found = dateline(row).map_or("none".to_owned(), |d| {
            let part = |part: &Option<Range<usize>>| part.clone().map_or("", |r| &row[r]);
            let people: Vec<&str> = d.reporters.iter().map(|r| &row[r.clone()]).collect();
            format!("{}|{}|{}|{}|{}", part(&d.agency), part(&d.place), part(&d.date), people.join(","), row[d.end..].trim_start())
        });
        assert_eq!(found, expected, "{row}");
    }

    #[test]
    fn simplified() {
        check("中新网海州7月27日电 (李远辉 王志康)26日，台风", "中新网|海州|7月27日|李远辉,王志康|26日，台风");
        check("新华社北京3月5日电(记者 陈一鸣)记者5日获悉", "新华社|北京|3月5日|陈一鸣|记者5日获悉");
        check("新华社海州12月1日新媒体专电(记者欧典丘孙飞白玉)“罗某", "新华社|海州|12月1日|欧典,丘孙飞,白玉|“罗某");
        check("中新社休斯敦7月20日电(记者曾静)当地时间", "中新社|休斯敦|7月20日|曾静|当地时间");
        check("中新社台北7月20日电 台北", "中新社|台北|7月20日||台北");
        check("长江网10月4日讯（记者陈智 整合） 国庆", "长江网||10月4日|陈智|国庆");
        check("本报讯（记者周琪通讯员高循）昨日", "本报|||周琪,高循|昨日");
        check("本报海州11月23日讯", "本报|海州|11月23日||");
        check("新京报快讯（记者 裴飞）今日", "新京报|||裴飞|今日");
        check("央视网消息：据中国地震台网", "央视网||||据中国地震台网");
        check("央广网北京12月1日消息（记者肖源王利）据", "央广网|北京|12月1日|肖源,王利|据");
        check("新华网海天频道９月３日电（宋景）据", "新华网海天频道||９月３日|宋景|据");
        check("中新社西安十月十日电(记者冽飞)记者从", "中新社|西安|十月十日|冽飞|记者从");
        check("中国青年报客户端北京8月9日电（中青报·中青网记者 尹宁）在", "中国青年报客户端|北京|8月9日|尹宁|在");
        check("中新社拉萨六月三十日电\u{3000}(记者柳俊)记者", "中新社|拉萨|六月三十日|柳俊|记者");
        check("中国新闻网北京7月1日电 记者1日从", "中国新闻网|北京|7月1日||记者1日从");
        check("中新网12月24日电据海州市", "中新网||12月24日||据海州市");
        check("【大江资讯】近日", "大江||||近日");
        check("【大江报讯】近日", "大江报||||近日");
        check("大江晚报 大江网讯 10月19日早上", "大江晚报 大江网||||10月19日早上");
    }

    #[test]
    fn run_in_headline() {
        let row = "中新网海州12月21日电 题:晨雾里的渡口";
        let found = dateline(row).unwrap();
        assert_eq!(&row[found.title.unwrap()], "晨雾里的渡口");
        check("新华社兰州１１月２４日电题：采集", "新华社|兰州|１１月２４日||采集");
    }

    #[test]
    fn traditional() {
        check("（中央社記者邱俊明桃園19日電）桃園市", "中央社|桃園|19日|邱俊明|桃園市");
        check("（中央社日內瓦20日綜合外電報導）世界", "中央社|日內瓦|20日||世界");
        check("〔即時新聞／綜合報導〕2008年", "即時新聞||||2008年");
        check("〔記者陳明台北報導〕市府", "|台北||陳明|市府");
        check("〔記者陳大明／台北報導〕市府", "|台北||陳大明|市府");
        check("【 （中央社記者邱俊明桃園19日電】", "（中央社|桃園|19日|邱俊明|");
        check("記者陳大明／台北報導", "|台北||陳大明|");
        check("（吉隆坡19日訊）警方", "|吉隆坡|19日||警方");
    }

    #[test]
    fn prose() {
        for row in [
            "2021年11月25日晚,海州市通报",
            "8月1日，澎湃新闻记者获悉",
            "8月1日电话采访时，他说",
            "据新华社报道，在日本",
            "法新社8月1日报道说",
            "（资料来源：参考消息、海外网等）",
            "报社消息灵通的人",
            "该网消息称已经",
            "",
        ] {
            check(row, "none");
        }
    }
}
