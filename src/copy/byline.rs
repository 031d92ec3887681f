//! The byline 署名: a line of its own, or the brackets that close the last paragraph.
//!
//! | written | names |
//! |---|---|
//! | `作者 朱甲 王乙` | 朱甲, 王乙 |
//! | `大江新闻记者 段甲乙 廖丙` | 段甲乙, 廖丙 |
//! | `本报记者李甲北京报道` | 李甲 |
//! | `…动物园安全运行。（记者罗甲乙）` | 罗甲乙 |

use std::ops::Range;

use super::{caption, names};
use crate::text::{closing, exceeds, is_colon, is_end, signs, strip_any};

/// `row` as a byline and nothing else: where the names stand.
pub(super) fn byline(row: &str) -> Option<Vec<Range<usize>>> {
    const LONGEST: usize = 60;
    if row.ends_with(is_end) || exceeds(row, LONGEST) || signs(row).any(|(_, c)| matches!(c, '，' | '“')) {
        return None;
    }
    let bare = row.trim_start_matches(|c: char| matches!(c, '□' | '■' | '●' | '▲' | '◎' | '—' | '-' | '/') || c.is_whitespace());
    let at = row.len() - bare.len();
    let marked = at > 0 && row.starts_with(['□', '■', '●']);
    let written = strip_any(bare, &["文/", "文／", "文|", "文｜", "文丨", "文：", "文:", "撰文", "采写", "作者", "文字"]).is_some();
    let sure = written || names::has_role(bare);
    if !(sure || marked) {
        return None;
    }
    let people =
        before_place(bare).chain([bare.len()]).find_map(|end| names::names(&bare[..end], sure).filter(|people| !people.is_empty()))?;
    Some(people.into_iter().map(|r| at + r.start..at + r.end).collect())
}

/// Where the place of `…北京报道` may begin, likelier ones first: behind a space, before the first of two places, else two to four
/// characters from the end.
fn before_place(row: &str) -> impl Iterator<Item = usize> {
    let head = row.strip_suffix("报道").or_else(|| row.strip_suffix("報導")).unwrap_or("");
    let space = head.rfind(char::is_whitespace).filter(|&at| names::has_role(&head[..at]));
    let first = head.rfind('、').map_or("", |at| &head[..at]);
    let cuts = |head: &'_ str| head.char_indices().rev().map(|(at, _)| at).skip(1).take(3).collect::<Vec<_>>();
    space.into_iter().chain(cuts(first)).chain(cuts(head)).filter(|&at| names::has_role(&row[..at]))
}

/// Where the brackets that close a paragraph and name its writers begin: `…。（记者 甲、乙）`.
pub(super) fn tail(row: &str) -> Option<usize> {
    const REACH: usize = 160;
    let end = row.trim_end();
    let close = end.chars().next_back().filter(|c| matches!(c, ')' | '）'))?;
    let open = end.char_indices().rev().take(REACH).find(|&(_, c)| closing(c) == Some(close))?.0;
    let before = end[..open].trim_end();
    let inside = inside(&end[open..])?;
    let (people, _) = writers(inside);
    // （記者甲乙攝）: a photo's credit names no writer.
    let role = names::has_role(people) && caption::credit(inside).is_none();
    (open > 0
        && role
        && before.ends_with(|c| is_end(c) || matches!(c, '”' | '」'))
        && names::names(people, true).is_some_and(|people| !people.is_empty()))
    .then_some(open)
}

/// What stands inside the brackets of a closing byline.
pub(super) fn inside(s: &str) -> Option<&str> {
    let open = s.chars().next()?;
    let close = closing(open)?;
    s.trim_end().strip_prefix(open)?.strip_suffix(close)
}

/// Parts `参与记者：甲；编辑：乙` into writers and the editor line behind them.
pub(super) fn writers(inside: &str) -> (&str, Option<&str>) {
    for (at, c) in inside.char_indices() {
        if matches!(c, '；' | ';' | ' ' | '，' | '\u{3000}') {
            let rest = &inside[at + c.len_utf8()..];
            if super::editor::editor(rest).is_some() && rest.contains(is_colon) {
                return (&inside[..at], Some(rest));
            }
        }
    }
    (inside, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(row: &str, expected: &str) {
        let found = byline(row).map_or("-".to_owned(), |people| people.iter().map(|r| &row[r.clone()]).collect::<Vec<_>>().join(","));
        assert_eq!(found, expected, "{row}");
    }

    #[test]
    fn lines() {
        check("作者 朱明庚 王斌", "朱明庚,王斌");
        check("作者：林潇", "林潇");
        check("文/深度记者温军", "温军");
        check("采写：南江记者 余毅 向雪", "余毅,向雪");
        check("大江新闻记者 段彦 廖艳", "段彦,廖艳");
        check("新华社记者张逸飞", "张逸飞");
        check("本报记者卢杉上海、厦门报道", "卢杉");
        check("本报记者张珊、李思北京报道", "张珊,李思");
        check("本报记者 卢杉 北京报道", "卢杉");
        check("本报记者李维实习记者韩一奇北京报道", "李维,韩一奇");
        check("□ 本报记者 陈明", "陈明");
        check("□披露伤者被攻击细节", "-");
        check("■新闻链接", "-");
        check("记者从现场获悉", "-");
        check("记者调查：渡口的清晨", "-");
    }

    #[test]
    fn closing_brackets() {
        let row = "园区恢复安全运行。（记者罗玉明、陈桐）";
        assert_eq!(tail(row).map(|at| &row[at..]), Some("（记者罗玉明、陈桐）"));
        let row = "双方否认。（参与记者：刘品、杨书仪；编辑：孙皓）";
        assert!(tail(row).is_some());
        assert_eq!(writers("参与记者：刘品、杨书仪；编辑：孙皓"), ("参与记者：刘品、杨书仪", Some("编辑：孙皓")));
        assert_eq!(tail("雨停了（记者注：后来又下了）"), None);
    }
}
