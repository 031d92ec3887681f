//! The editor line 责任编辑.
//!
//! | written | editors |
//! |---|---|
//! | `责任编辑: 卢甲` | 卢甲 |
//! | `【编辑:姚甲】` | 姚甲 |
//! | `(责编：汤甲、丁乙)` | 汤甲, 丁乙 |
//! | `责任编辑：刘甲乙SN222` | 刘甲乙 |
//! | `编辑 甲乙 校对 丙丁` | 甲乙 |
//! | `责任编辑：` | – |

use std::ops::Range;

use super::names;
use crate::text::{Firsts, closing, has_ideograph, is_colon, is_han, is_separator, strip_any, trimmed};

/// Those who edit.
const EDITORS: [&str; 26] = [
    "责任编辑",
    "責任編輯",
    "值班编辑",
    "值班編輯",
    "本文编辑",
    "本期编辑",
    "实习编辑",
    "见习编辑",
    "图片编辑",
    "视频编辑",
    "新媒体编辑",
    "文字编辑",
    "网络编辑",
    "执行编辑",
    "首席编辑",
    "责任编审",
    "编辑",
    "編輯",
    "责编",
    "責編",
    "网编",
    "美编",
    "编审",
    "小编",
    "責任編審",
    "主编",
];

/// Those who check, lead and publish: named in the same line, and no editors.
const OTHERS: [&str; 24] = [
    "作者",
    "记者",
    "责任校对",
    "校对",
    "校對",
    "监制",
    "監製",
    "审核",
    "审校",
    "审读",
    "终审",
    "初审",
    "复审",
    "二审",
    "三审",
    "签发",
    "值班主任",
    "值班编委",
    "策划",
    "制作",
    "运营",
    "统筹",
    "剪辑",
    "配音",
];

/// An editor line.
#[derive(Debug, PartialEq)]
pub(super) struct Editor {
    pub names: Vec<Range<usize>>,
    pub reason: &'static str,
}

/// `s` as an editor line and nothing else.
pub(super) fn editor(s: &str) -> Option<Editor> {
    let mut inner = 0..s.len();
    let mut reason = "editor-line";
    loop {
        inner = trimmed(s, inner);
        let text = &s[inner.clone()];
        if let Some(rest) = strip_any(text, &["【纠错】", "[纠错]", "[打印]", "【打印】"]) {
            inner.start = inner.end - rest.len();
            continue;
        }
        let open = text.chars().next()?;
        match closing(open) {
            Some(close) if text.ends_with(close) && text.matches(open).count() == 1 => {
                inner = inner.start + open.len_utf8()..inner.end - close.len_utf8();
                reason = "editor-bracketed";
            }
            _ => break,
        }
    }
    let text = &s[inner.clone()];
    let (_, first) = role(text)?;
    if text.starts_with("作者") || text.starts_with("记者") {
        return None;
    }
    // 编辑 alone begins many words; behind it a colon, a separator or the end must stand.
    let set_off = text[first..].is_empty() || text[first..].starts_with(|c: char| is_colon(c) || is_separator(c));
    if !set_off || text.chars().count() > 80 {
        return None;
    }
    let mut found = Vec::new();
    let (mut at, mut editing) = (0, true);
    while at < text.len() {
        let rest = &text[at..];
        if let Some((edits, len)) = role(rest) {
            editing = edits;
            at += len;
            continue;
        }
        let c = rest.chars().next()?;
        if is_separator(c) || is_colon(c) {
            at += c.len_utf8();
            continue;
        }
        // A name runs to the next separator or role.
        let len = rest
            .char_indices()
            .find(|&(i, c)| i > 0 && (is_separator(c) || is_colon(c) || role(&rest[i..]).is_some()))
            .map_or(rest.len(), |(i, _)| i);
        let name = without_code(&rest[..len]);
        if !name.is_empty() {
            let run = names::names(name, true)?;
            if editing {
                found.extend(run.into_iter().map(|r| inner.start + at + r.start..inner.start + at + r.end));
            }
        }
        at += len;
    }
    Some(Editor { names: found, reason: if found_none(&s[inner]) { "editor-empty" } else { reason } })
}

/// Where an editor line that ends the row begins: `…(完)【编辑:甲】`, `…看更多责任编辑：`.
pub(super) fn tail(row: &str) -> Option<usize> {
    const REACH: usize = 60;
    let end = row.trim_end();
    let mut near = end.len().saturating_sub(REACH * 3);
    while !end.is_char_boundary(near) {
        near += 1;
    }
    if !['编', '編', '校'].into_iter().any(|c| has_ideograph(&end[near..], c)) {
        return None;
    }
    let mut found = None;
    for (at, c) in end.char_indices().rev().take(REACH) {
        if matches!(c, '【' | '[' | '（' | '(' | '责' | '責' | '编' | '編' | '值' | '校') && at > 0 && editor(&end[at..]).is_some()
        {
            let bare = matches!(c, '编' | '編' | '值' | '校');
            let before = end[..at].chars().next_back();
            let parted = before.is_none_or(|b| b.is_whitespace() || crate::text::is_end(b) || crate::text::is_closing(b));
            // 编辑 in the middle of a word is no line of its own; 责任编辑 behind a colon is.
            if !bare || parted {
                found = Some(at);
            }
        }
    }
    found
}

fn found_none(s: &str) -> bool {
    s.chars().next_back().is_some_and(is_colon)
}

/// The role that `s` begins with: whether it edits, and its length.
fn role(s: &str) -> Option<(bool, usize)> {
    // Few characters begin a role; the words are compared only there.
    static BEGIN: Firsts = Firsts::new("责責值本实见图视新文网执首编編美小主校监監审终初复二三签策制运统剪配作记");
    if !s.chars().next().is_some_and(|first| BEGIN.may(first)) {
        return None;
    }
    let len = |words: &[&str]| strip_any(s, words).map(|behind| s.len() - behind.len());
    match (len(&EDITORS), len(&OTHERS)) {
        (Some(edits), other) if other.is_none_or(|other| edits >= other) => Some((true, edits)),
        (_, Some(other)) => Some((false, other)),
        _ => None,
    }
}

/// A name without the staff code behind it: `刘甲SN222`, `荀甲_NN7379`; a code alone names nobody.
fn without_code(name: &str) -> &str {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let marked = bare.len() < name.len() || bare.contains('_');
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_uppercase() || matches!(c, '_' | '-'));
    if marked && (bare.is_empty() || bare.ends_with(is_han)) { bare } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(s: &str, expected: &str) {
        let found = editor(s).map_or("-".to_owned(), |e| e.names.iter().map(|r| &s[r.clone()]).collect::<Vec<_>>().join(","));
        assert_eq!(found, expected, "{s}");
    }

    #[test]
    fn editor_lines() {
        check("责任编辑: 卢明", "卢明");
        check("责任编辑：", "");
        check("【编辑:姚昌】", "姚昌");
        check("(责编：汤诗、丁韬)", "汤诗,丁韬");
        check("（编辑：严洁 王辉）", "严洁,王辉");
        check("责任编辑：刘德斌SN222", "刘德斌");
        check("责任编辑：荀国_NN7379", "荀国");
        check("责任编辑：王晓武_NF", "王晓武");
        check("编辑：张桥作者：", "张桥");
        check("(责任编辑：DF309)", "");
        check("[责任编辑：victor]", "victor");
        check("编辑 李晓 校对 陆英", "李晓");
        check("编辑：李晓刘喆校对：陆英", "李晓,刘喆");
        check("【纠错】   责任编辑： 尹杰", "尹杰");
        check("責任編輯：陳大明", "陳大明");
        check("编辑部的故事", "-");
        check("编辑们说，这是好事。", "-");
        check("最让记者编辑头疼", "-");
    }

    #[test]
    fn at_the_end_of_a_row() {
        for (row, line) in [
            ("雨停了。（完）【编辑:姚昌】", "【编辑:姚昌】"),
            ("返回搜狐，查看更多责任编辑：", "责任编辑："),
            ("雨停了。(责任编辑：卢明)", "(责任编辑：卢明)"),
            ("新京报记者 李晓 编辑 王辉 校对 陆英", "编辑 王辉 校对 陆英"),
        ] {
            assert_eq!(tail(row).map(|at| &row[at..]), Some(line));
        }
        assert_eq!(tail("他请来了编辑：都到了"), None);
    }
}
