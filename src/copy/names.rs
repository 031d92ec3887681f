//! Names of people: brackets behind a dateline, bylines, editor lines.
//!
//! | written | names |
//! |---|---|
//! | `记者 甲乙 丙丁戊` | 甲乙, 丙丁戊 |
//! | `记者周琦谭经田通讯员高巡蔺善波` | 周琦, 谭经田, 高巡, 蔺善波 |
//! | `中青报·中青网记者 尹希宁` | 尹希宁 |
//! | `记者陈智 整合` | 陈智 |

use std::ops::Range;

use crate::text::{Firsts, is_colon, is_digit, is_han, is_separator, strip_any, strip_any_end};

/// Words for those who make a report; names stand behind them.
const ROLES: [&str; 44] = [
    "参与采写",
    "参与记者",
    "实习记者",
    "见习记者",
    "特约记者",
    "特派记者",
    "首席记者",
    "摄影记者",
    "全媒体记者",
    "视频记者",
    "文字记者",
    "本文记者",
    "特约通讯员",
    "特约撰稿",
    "特约作者",
    "实习通讯员",
    "实习编辑",
    "本文作者",
    "通讯员",
    "實習記者",
    "特約記者",
    "通訊員",
    "實習生",
    "特派員",
    "实习生",
    "特派员",
    "评论员",
    "撰稿人",
    "观察员",
    "作者",
    "记者",
    "記者",
    "采写",
    "撰文",
    "撰稿",
    "采访",
    "文字",
    "摄影",
    "攝影",
    "编译",
    "編譯",
    "文图",
    "图文",
    "撰",
];

/// What such people do, said behind the names.
const DEEDS: [&str; 29] = [
    "综合报道",
    "摄影报道",
    "图文报道",
    "采写报道",
    "联合报道",
    "文并摄",
    "整理报道",
    "報導",
    "报道",
    "整合",
    "整理",
    "编译",
    "編譯",
    "采写",
    "撰文",
    "摄影",
    "攝影",
    "文/图",
    "文／图",
    "图/文",
    "文图",
    "图文",
    "供稿",
    "编辑",
    "撰稿",
    "执笔",
    "口述",
    "摄",
    "攝",
];

/// Endings of the names of outlets and desks, which stand before a role.
const OUTLETS: [&str; 36] = [
    "报社",
    "通讯社",
    "通訊社",
    "新华社",
    "中新社",
    "中央社",
    "日报",
    "晚报",
    "早报",
    "晨报",
    "时报",
    "快报",
    "商报",
    "电视台",
    "電視台",
    "广播",
    "客户端",
    "频道",
    "新闻",
    "新聞",
    "在线",
    "融媒体",
    "融媒",
    "传媒",
    "中心",
    "台",
    "网",
    "網",
    "报",
    "報",
    "社",
    "刊",
    "部",
    "本报",
    "总台",
    "视频",
];

/// Where the names stand in `s`, when it holds nothing but people, their roles, outlets and deeds; an empty list when it names nobody.
///
/// `sure` says that only people can stand here (a bracket behind a dateline, an editor line), so that a run of two to four characters
/// need not begin with a known surname.
pub(super) fn names(s: &str, sure: bool) -> Option<Vec<Range<usize>>> {
    let mut names = Vec::new();
    let (mut roles, mut marked) = (false, false);
    let mut single: Option<Range<usize>> = None;
    for chunk in chunks(s) {
        let text = &s[chunk.clone()];
        // A name set apart for looks: `李 强`.
        if matches!(text, "文" | "图" | "圖" | "摄" | "攝" | "编" | "绘") {
            marked = true;
            continue;
        }
        if text.chars().count() == 1 && text.chars().all(is_han) {
            match single.take() {
                Some(first) => names.push(first.start..chunk.end),
                None => single = Some(chunk),
            }
            continue;
        }
        if single.take().is_some() {
            return None;
        }
        // 采写：甲报记者 …: what stands between a colon and a role is an outlet.
        let listed = roles && !s[..chunk.start].ends_with(is_colon);
        let mut at = 0;
        let mut after_role = roles || marked;
        while at < text.len() {
            let (head, next) = match first_role(&text[at..]) {
                Some((place, len)) => (at..at + place, at + place + len),
                None => (at..text.len(), text.len()),
            };
            let run = trim_deeds(&text[head.clone()]);
            let is_next_role = next > head.end;
            if is_next_role && at == 0 && (!listed || is_outlet(run)) && run.chars().count() <= 16 {
                // The outlet or desk the role belongs to.
            } else if !run.is_empty() {
                let start = chunk.start + head.start;
                let nobody = is_outlet(run) || after_role && is_office(run);
                if !nobody && !run_of_names(run, start, sure || after_role, &mut names) {
                    return None;
                }
            }
            roles |= is_next_role;
            after_role |= is_next_role;
            at = next;
        }
    }
    if single.is_some() { None } else { Some(names) }
}

/// Whether `s` ends as the name of an outlet or a desk does.
pub(super) fn is_outlet(s: &str) -> bool {
    s.chars().nth(1).is_some() && strip_any_end(s, &OUTLETS).is_some()
}

/// Whether `s` is an office that somebody writes for: 海州公安局.
fn is_office(s: &str) -> bool {
    const OFFICES: [&str; 43] = [
        "局",
        "厅",
        "廳",
        "市委",
        "县委",
        "縣委",
        "区委",
        "區委",
        "省委",
        "纪委",
        "团委",
        "政法委",
        "委员会",
        "委員會",
        "协会",
        "協會",
        "法院",
        "医院",
        "醫院",
        "学院",
        "學院",
        "检察院",
        "大队",
        "大隊",
        "支队",
        "支隊",
        "总队",
        "總隊",
        "中队",
        "中隊",
        "救援队",
        "派出所",
        "研究所",
        "管理处",
        "办事处",
        "办公室",
        "政府",
        "公司",
        "集团",
        "集團",
        "大学",
        "大學",
        "学校",
    ];
    // Fewer are a name.
    s.chars().nth(3).is_some() && strip_any_end(s, &OFFICES).is_some()
}

/// The outlet that `s` begins with: its length. What follows it is a place.
///
/// The shortest beginning that ends as an outlet does (`中新社|台北`), drawn on while its next characters end so too (`新闻|晨报|上海`, `新华网|海天频道`).
pub(super) fn outlet(s: &str) -> Option<usize> {
    const SUFFIXES: [&str; 34] = [
        "社",
        "网",
        "網",
        "报",
        "報",
        "客户端",
        "客戶端",
        "新闻",
        "新聞",
        "在线",
        "频道",
        "頻道",
        "电视台",
        "電視台",
        "广播电台",
        "人民广播",
        "总台",
        "本台",
        "央视",
        "卫视",
        "周刊",
        "本刊",
        "财经",
        "財經",
        "科技",
        "体育",
        "视频",
        "资讯",
        "证券",
        "时刻",
        "融媒",
        "日报",
        "公司",
        "传媒",
    ];
    const REACH: usize = 5;
    let mut end = 0;
    let mut since = 0;
    for (at, c) in s.char_indices() {
        if c.is_whitespace() {
            break;
        }
        let to = at + c.len_utf8();
        since += 1;
        if end > 0 && since > REACH {
            break;
        }
        if to > c.len_utf8() && strip_any_end(&s[..to], &SUFFIXES).is_some() {
            end = to;
            since = 0;
        }
    }
    (end > 0).then_some(end)
}

/// Whether a role word stands in `s`.
pub(super) fn has_role(s: &str) -> bool {
    first_role(s).is_some()
}

/// The stretches between separators and colons.
fn chunks(s: &str) -> impl Iterator<Item = Range<usize>> {
    let part = |c: char| is_separator(c) || is_colon(c) || matches!(c, '（' | '）' | '(' | ')' | '□' | '■' | '。');
    let base = s.as_ptr() as usize;
    s.split(part).filter(|chunk| !chunk.is_empty()).map(move |chunk| {
        let start = chunk.as_ptr() as usize - base;
        start..start + chunk.len()
    })
}

/// The first role word of `s`: its place and length.
fn first_role(s: &str) -> Option<(usize, usize)> {
    // Few characters begin a role; the words are compared only there.
    static BEGIN: Firsts = Firsts::new("作全参图实實摄撰攝文本特編编见观视記记评通采首");
    static GO_ON: Firsts = Firsts::new("与习習见约約派席影媒频字文讯訊论者写访稿察译譯图");
    let near = |at: &usize| {
        let rest = &s.as_bytes()[*at..];
        rest.starts_with("撰".as_bytes()) || rest.get(3..).and_then(|rest| rest.first_chunk()).is_some_and(|&c| GO_ON.begins(c))
    };
    BEGIN.places(s).filter(near).find_map(|at| strip_any(&s[at..], &ROLES).map(|behind| (at, s.len() - behind.len() - at)))
}

fn trim_deeds(mut run: &str) -> &str {
    while let Some(rest) = strip_any_end(run, &DEEDS) {
        run = rest;
    }
    run
}

/// Reads `run` as one name or several without anything between them.
fn run_of_names(run: &str, start: usize, sure: bool, names: &mut Vec<Range<usize>>) -> bool {
    let run = run.trim_end_matches(|c: char| is_digit(c) || matches!(c, '_' | '-' | '*'));
    if run.is_empty() {
        return true;
    }
    let count = run.chars().count();
    let foreign = run.contains(['·', '•', '・', '-', '.']) || run.chars().any(|c| c.is_ascii_alphabetic());
    if foreign {
        let fits = count <= 24 && run.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || "·•・-._'’".contains(c)) && !is_outlet(run);
        if fits {
            names.push(start..start + run.len());
        }
        return fits;
    }
    if !run.chars().all(is_han) || count < 2 {
        return false;
    }
    if count <= 3 && (sure || surname(run).is_some()) {
        names.push(start..start + run.len());
        return true;
    }
    match split(run) {
        Some(parts) => names.extend(parts.into_iter().map(|part| start + part.start..start + part.end)),
        // Four characters behind no known family: a name of another people of China.
        None if count == 4 && sure && surname(run).is_none() => names.push(start..start + run.len()),
        None => return false,
    }
    true
}

/// Parts a run of names: each begins with a surname and has one or two characters more, three in all being the usual length.
fn split(run: &str) -> Option<Vec<Range<usize>>> {
    const LONGEST: usize = 60;
    let at: Vec<usize> = run.char_indices().map(|(i, _)| i).chain([run.len()]).collect();
    let count = at.len() - 1;
    if count > LONGEST {
        return None;
    }
    // best[i]: the cost of reading the first i characters, and where the last name begins.
    let mut best: Vec<Option<(u32, usize)>> = vec![None; count + 1];
    best[0] = Some((0, 0));
    for from in 0..count {
        let Some((cost, _)) = best[from] else { continue };
        let Some((family, price)) = surname(&run[at[from]..]) else { continue };
        for given in 1..=2 {
            let to = from + family + given;
            if to > count {
                break;
            }
            let cost = cost + price + if given == 2 { 1 } else { 3 };
            if best[to].is_none_or(|(known, _)| cost < known) {
                best[to] = Some((cost, from));
            }
        }
    }
    let mut parts = Vec::new();
    let mut to = count;
    while to > 0 {
        let (_, from) = best[to]?;
        parts.push(at[from]..at[to]);
        to = from;
    }
    parts.reverse();
    Some(parts)
}

/// The surname that `s` begins with: its length in characters and how unusual it is.
pub(super) fn surname(s: &str) -> Option<(usize, u32)> {
    if strip_any(s, &COMPOUND).is_some() {
        return Some((2, 0));
    }
    let first = s.chars().next()?;
    if COMMON.contains(first) {
        Some((1, 0))
    } else if RARER.contains(first) {
        Some((1, 3))
    } else {
        None
    }
}

/// 复姓.
const COMPOUND: [&str; 22] = [
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容", "令狐", "端木", "夏侯",
    "东方", "東方", "长孙", "西门", "南宫",
];

/// The hundred families that make up most of the people, in both scripts.
const COMMON: &str = "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭肖冯馮曾程蔡彭潘袁于余董苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱丘夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔";

/// Further surnames of the 百家姓 that are met with.
const RARER: &str = "汤湯陶黎温溫莫易樊乔喬文安殷颜顏庄莊章鲁魯倪庞龐邢俞翟蓝藍聂聶齐齊向申葛柴伍覃骆駱关關焦柳欧歐祝纪紀尚毕畢耿芦左季管符辛苗詹曲靳祁路涂宁寧裴兰蘭梅童包游滕屈车車甄岳隋商解单單房牟卞瞿郎阮应應时時蒲靖强卓米井党宗缪鄂司阳陽古蔺藺谷桂成鲍鮑娄婁柏巩鞏褚冉丛邸晏栾欒厉厲佟仇闫闞阚祖娜冀化明卜景盛栗戚支查封沙晁柯池干车窦竇占富项項连連费費芮敖宫宮危虞仲巫练揭楚匡竺漆衣母南国冷甘来米全步边边邊车桑荣榮刁扈鞠蒙郁仝操苟郗綦胥候付闻聞初宿言雍习習凌霍艾简簡麦麥伊诸荆阙由海亓岑原郜雒花云雲";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(s: &str, expected: &[&str]) {
        let found: Option<Vec<&str>> = names(s, false).map(|names| names.into_iter().map(|name| &s[name]).collect());
        assert_eq!(found.as_deref(), Some(expected), "{s}");
    }

    #[test]
    fn every_role_is_found() {
        for role in ROLES {
            assert_eq!(first_role(role).map(|(at, _)| at), Some(0), "{role}");
        }
    }

    #[test]
    fn people() {
        check("记者 陈一鸣 李桐", &["陈一鸣", "李桐"]);
        check("记者陈一鸣、李桐", &["陈一鸣", "李桐"]);
        check("记者周琪谭敬文通讯员高循林善波实习生王唯", &["周琪", "谭敬文", "高循", "林善波", "王唯"]);
        check("李远辉 王志康", &["李远辉", "王志康"]);
        check("青报·青网记者 尹宁", &["尹宁"]);
        check("记者陈智 整合", &["陈智"]);
        check("柏礼 周宾 大江晚报 大江网记者 许嘉", &["柏礼", "周宾", "许嘉"]);
        check("参与记者：刘品、杨书仪；编辑：孙皓", &["刘品", "杨书仪", "孙皓"]);
        check("本报记者 欧阳明 通讯员 李 强", &["欧阳明", "李强"].map(|n| if n == "李强" { "李 强" } else { n }));
        check("記者邱俊明", &["邱俊明"]);
        check("记者 陈一鸣 通讯员 海州公安局 李桐", &["陈一鸣", "李桐"]);
        check("新华社记者 让·米勒", &["让·米勒"]);
        check("", &[]);
    }

    #[test]
    fn not_people() {
        for s in ["因前方道路堵塞", "以下简称“甲公司”", "2021年", "含3小时", "记者从有关部门获悉消息"] {
            assert_eq!(names(s, false), None, "{s}");
        }
    }
}
