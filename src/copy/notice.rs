//! The legal notice 版权及免责声明: its title, clauses 条款 and contacts.

use std::ops::Range;

use crate::report::ContactKind;
use crate::text::{Firsts, is_colon, is_digit, is_end, is_han, is_han_lead, signs, strip_any, strip_any_end};

/// Nouns that make a title of a notice.
const STATEMENTS: [&str; 12] = ["声明", "聲明", "说明", "說明", "保护", "保護", "公告", "提示", "条款", "條款", "须知", "申明"];
/// What a notice is about.
const MATTERS: [&str; 16] = [
    "版权",
    "版權",
    "免责",
    "免責",
    "著作权",
    "著作權",
    "法律",
    "侵权",
    "转载",
    "轉載",
    "特别",
    "郑重",
    "鄭重",
    "知识产权",
    "风险",
    "融资",
];

/// The end of a notice's title that begins the row: the whole row, or a title with its clause run in behind a colon.
pub(super) fn title(row: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    let (mut at, mut colon, mut left) = (0, None, LONGEST);
    while left > 0 {
        let threes = row.as_bytes()[at..].as_chunks::<3>().0;
        let ideographs = threes.iter().take(left).take_while(|three| is_han_lead(three[0])).count();
        (at, left) = (at + ideographs * 3, left - ideographs);
        let Some(c) = row[at..].chars().next().filter(|_| left > 0) else { break };
        if is_colon(c) || matches!(c, '】' | ']') {
            colon = Some((at, c));
            break;
        }
        (at, left) = (at + c.len_utf8(), left - 1);
    }
    if colon.is_none() && at < row.len() {
        return None;
    }
    let head = &row[..at];
    let head = head.trim_matches(|c: char| c.is_whitespace() || matches!(c, '【' | '[' | '*' | '※' | '■' | '●' | '。'));
    strip_any_end(head, &STATEMENTS)?;
    let end = colon.map_or(row.len(), |(at, c)| at + c.len_utf8());
    let bare = matches!(head, "声明" | "聲明" | "本网声明" | "本站声明" | "网站声明" | "本报声明" | "重要声明" | "特此声明");
    let matter = || MATTERS.iter().any(|word| head.contains(word));
    let fits = (!head.contains(['，', '“']) && matter())
        || (bare && (colon.is_some_and(|_| row[end..].trim().is_empty() || legal(&row[end..]) > 0)));
    fits.then_some(end)
}

/// The characters that begin a turn of phrase, and those that go on with it.
static BEGIN: Firsts = Firsts::new("凡本未非书書协不禁严谢转轉如均版著仅僅并法自侵作联违違请同赞");
static GO_ON: Firsts = Firsts::new("本注来未网網站经經面议得代作承声构止禁绝载載需转有涉权權供不律行犯品系者与同");

/// How much a row speaks the language of notices: the number of turns of phrase that begin in its first 1,200 bytes, 400 Chinese characters.
pub(super) fn legal(row: &str) -> u32 {
    let turn_at = |&at: &usize| {
        let here = &row[at..];
        // Two characters tell most apart.
        let near = |turn: &str| turn.as_bytes().first_chunk::<6>() == here.as_bytes().first_chunk();
        let goes_on = here.as_bytes().get(3..).and_then(|rest| rest.first_chunk()).is_some_and(|&c| GO_ON.begins(c));
        goes_on && here.chars().next().is_some_and(|first| turns(first).iter().any(|turn| near(turn) && here.starts_with(turn)))
    };
    let (mut turns, mut anywhere) = (0, 0);
    for at in BEGIN.places(row).take_while(|&at| at < 1200).filter(turn_at) {
        turns += 1;
        anywhere += u32::from(strip_any(&row[at..], &ANYWHERE).is_some());
    }
    // 将依法追究其法律责任 is said in many a story.
    if turns == 0 || turns > anywhere || OURS.iter().any(|word| row.contains(word)) { turns } else { 0 }
}

/// Turns of phrase that stories have, too: they tell nothing alone, but where the publisher or his work is named.
const ANYWHERE: [&str; 4] = ["法律责任", "法律責任", "自行承担", "侵犯其合法权益"];
const OURS: [&str; 12] = ["本网", "本網", "本站", "本报", "本報", "本社", "版权", "版權", "转载", "轉載", "本声明", "本聲明"];

/// The turns of phrase that a character begins.
fn turns(first: char) -> &'static [&'static str] {
    match first {
        '凡' => &["凡本网", "凡本站", "凡本報", "凡本报", "凡注明", "凡来源", "凡未注明"],
        '本' => &["本网注明", "本网站所有内容", "本网未注明", "本网站所刊载", "本網站所刊載", "本站所刊载"],
        '未' => &["未经授权", "未经许可", "未经允许", "未經授權", "未經許可", "未经本", "未经书面"],
        '非' => &["非經授權"],
        '书' => &["书面授权"],
        '書' => &["書面授權"],
        '协' => &["协议授权"],
        '不' => &[
            "不得转载",
            "不得轉載",
            "不代表本",
            "不代表平台",
            "不作任何保证",
            "不作任何承诺",
            "不承担任何",
            "不声明或保证",
            "不构成投资建议",
            "不构成任何投资",
        ],
        '禁' => &["禁止转载"],
        '严' => &["严禁转载"],
        '谢' => &["谢绝转载"],
        '转' => &["转载请注明", "转载目的", "转载使用", "转载自其"],
        '轉' => &["轉載請註明"],
        '如' => &["如需转载", "如转载", "如有侵权", "如涉及版权"],
        '均' => &["均转载自"],
        '版' => &["版权均", "版权属", "版权归", "版權所有", "版权所有", "版权问题", "版权和其它问题"],
        '著' => &["著作权归"],
        '仅' => &["仅代表作者", "仅供参考"],
        '僅' => &["僅代表作者"],
        '并' => &["并不代表"],
        '法' => &["法律责任", "法律責任"],
        '自' => &["自行承担"],
        '侵' => &["侵犯其合法权益"],
        '作' => &["作品内容、版权"],
        '联' => &["联系删除"],
        '违' => &["违者必究"],
        '違' => &["違者必究"],
        '请' => &["请与本网联系"],
        '同' => &["同本网联系"],
        '赞' => &["赞同其观点"],
        _ => &[],
    }
}

/// The number a clause or list item begins with: where it stands without its stops, and where the text begins.
pub(super) fn number(row: &str) -> Option<(Range<usize>, usize)> {
    let numeral = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百');
    let first = row.chars().next()?;
    // Most rows begin with another word.
    if is_han(first) && first != '第' && !numeral(first) {
        return None;
    }
    let open = if matches!(first, '(' | '（' | '第' | '【') { first.len_utf8() } else { 0 };
    let circled = matches!(row[open..].chars().next()?, '①'..='⑳' | '⑴'..='⒇' | '⒈'..='⒛' | '㈠'..='㈩');
    if circled {
        let end = open + row[open..].chars().next()?.len_utf8();
        let text = row[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '.' | '．'));
        return Some((open..end, row.len() - text.len()));
    }
    if open == 0 && matches!(first, '•' | '·' | '●' | '◆' | '■' | '※' | '*') {
        let text = row[first.len_utf8()..].trim_start();
        return Some((0..first.len_utf8(), row.len() - text.len()));
    }
    let digits: usize = row[open..].chars().take_while(|&c| is_digit(c)).take(4).map(char::len_utf8).sum();
    let len = if digits > 0 { digits } else { row[open..].chars().take_while(|&c| numeral(c)).take(4).map(char::len_utf8).sum() };
    if len == 0 {
        return None;
    }
    let end = open + len;
    let rest = &row[end..];
    let text = match first {
        '(' => rest.strip_prefix(')')?,
        '（' => rest.strip_prefix(['）', ')'])?,
        '【' => rest.strip_prefix('】')?,
        '第' => strip_any(rest, &["条", "條"])?,
        _ => {
            let text = strip_any(rest, &["、", ".", "．", ")", "）"])?;
            // 1.5万: a decimal is no number of a clause.
            if digits > 0 && text.starts_with(is_digit) && rest.starts_with(['.', '．']) {
                return None;
            }
            text
        }
    };
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '：' | ':'));
    Some((open..end, row.len() - text.len()))
}

/// The contacts named in a clause, in order.
pub(super) fn contacts(row: &str) -> Vec<(ContactKind, Range<usize>)> {
    let (mut found, mut named) = (Vec::new(), Vec::new());
    // Where the number before ends, and where the words begin that may say what the next one is.
    let (mut numbered, mut label_from) = (0, 0);
    for (at, c) in signs(row) {
        if c == '@' {
            found.extend(email(row, at).map(|range| (ContactKind::Email, range)));
        } else if is_colon(c) {
            named.extend(labelled(&row[..at], row, at + c.len_utf8()));
        } else if at >= numbered && (c == '+' || is_digit(c) || area_code(row, at).is_some()) {
            let range = number_at(row, at);
            numbered = range.end;
            if let Some(kind) = number_kind(row, label_from, &range) {
                label_from = range.end;
                found.push((kind, range));
            }
        }
    }
    // What has the form of a number or an address of mail is one, whatever its label.
    found.append(&mut named);
    found.sort_by_key(|(_, range)| (range.start, range.end));
    let mut end = 0;
    found.retain(|(_, range)| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
}

/// What stands behind the label of an account or of a place, and its colon.
fn labelled(label: &str, row: &str, behind: usize) -> Option<(ContactKind, Range<usize>)> {
    const LEAST: usize = 4;
    const MOST: usize = 60;
    let (kind, of): (_, fn(char) -> bool) = if strip_any_end(label, &["微信公众号", "微信号", "微信", "WeChat"]).is_some() {
        (ContactKind::Wechat, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
    } else if label.ends_with("地址") {
        (ContactKind::Address, |c| !is_end(c) && !matches!(c, '，' | '；' | ';') && !c.is_whitespace())
    } else {
        return None;
    };
    let value = row[behind..].trim_start();
    let start = row.len() - value.len();
    let len: usize = value.chars().take(MOST).take_while(|&c| of(c)).map(char::len_utf8).sum();
    (value[..len].chars().count() >= LEAST).then_some((kind, start..start + len))
}

/// The address around the `@` at `at`. RFC 5321: 64 bytes before it, 255 behind it.
fn email(row: &str, at: usize) -> Option<Range<usize>> {
    let bytes = row.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let before = bytes[..at].iter().rev().take(64).take_while(|b| local(b)).count();
    let after = bytes[at + 1..].iter().take(255).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let host = row[at + 1..at + 1 + after].trim_end_matches(['.', '-']);
    (before > 0 && host.contains('.') && !host.starts_with('.')).then_some(at - before..at + 1 + host.len())
}

/// The number that begins at `at`, with what may stand between its digits.
fn number_at(row: &str, at: usize) -> Range<usize> {
    let part = |&c: &char| is_digit(c) || matches!(c, '-' | '—' | '－' | '–' | '+' | ' ' | '(' | ')');
    let area = area_code(row, at).unwrap_or(0);
    let len: usize = row[at + area..].chars().take_while(part).take(24).map(char::len_utf8).sum();
    at..at + row[at..at + area + len].trim_end_matches(|c: char| !is_digit(c)).len()
}

/// The length of the area code in brackets at `at`: `(010)`, `（0516）`, `(+86)`.
fn area_code(row: &str, at: usize) -> Option<usize> {
    let inside = row[at..].strip_prefix(['(', '（'])?;
    let len = inside.bytes().take(6).take_while(|&b| b == b'+' || b.is_ascii_digit()).count();
    let code = &inside[..len];
    let fits = code.starts_with(['0', '+']) && (3..=5).contains(&code.len()) && code[1..].bytes().all(|b| b.is_ascii_digit());
    let close = inside[code.len()..].chars().next().filter(|c| fits && matches!(c, ')' | '）'))?;
    Some(row[at..].len() - inside.len() + code.len() + close.len_utf8())
}

/// Which number stands at `range`, if one does: the words just before it, from `label_from` on, say so, else its form.
fn number_kind(row: &str, label_from: usize, range: &Range<usize>) -> Option<ContactKind> {
    let (before, value) = (&row[..range.start], &row[range.clone()]);
    let digits = value.chars().filter(|&c| is_digit(c)).count();
    let inside_mail = row[range.end..].starts_with('@') || before.ends_with(|c: char| c == '@' || c.is_ascii_alphabetic() || c == '.');
    if !(5..=18).contains(&digits) || inside_mail {
        return None;
    }
    let before = &before[label_from..];
    let near = &before[before.char_indices().rev().nth(9).map_or(0, |(i, _)| i)..];
    if near.contains("传真") || near.contains("傳真") || near.contains("Fax") {
        Some(ContactKind::Fax)
    } else if near.contains("QQ") {
        Some(ContactKind::Qq)
    } else if ["电话", "電話", "热线", "熱線", "手机", "手機", "Tel", "TEL", "联系", "聯絡", "致电"].iter().any(|word| near.contains(word))
        || is_mobile(value)
        || is_landline(value)
    {
        Some(ContactKind::Phone)
    } else {
        None
    }
}

fn is_mobile(value: &str) -> bool {
    value.len() == 11 && value.starts_with('1') && value.bytes().all(|b| b.is_ascii_digit())
}

fn is_landline(value: &str) -> bool {
    let mut parts = value.split(['-', '—', '－', '–', '(', ')', '（', '）']).filter(|part| !part.is_empty());
    let area = parts
        .next()
        .is_some_and(|area| matches!(area.len(), 3 | 4) && (area.starts_with('0') || area.starts_with("400") || area.starts_with("800")));
    area && parts.next().is_some_and(|number| (3..=8).contains(&number.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (row, rest) in [
            ("大江普法网版权及免责声明:", Some("")),
            ("免责声明", Some("")),
            ("版权声明：凡本网文章", Some("凡本网文章")),
            ("大江日报网版权说明：凡注明", Some("凡注明")),
            ("声明：凡注明为其他媒体来源的信息", Some("凡注明为其他媒体来源的信息")),
            ("特别声明：", Some("")),
            ("声明：我们没有收到任何通知。", None),
            ("他发表声明说，版权属于公众", None),
            ("记者从声明中看到", None),
        ] {
            assert_eq!(title(row).map(|end| &row[end..]), rest, "{row}");
        }
    }

    #[test]
    fn no_turn_is_passed_over() {
        let all = ('\u{4E00}'..='\u{9FFF}').flat_map(|first| turns(first).iter().map(move |turn| (first, turn.chars().nth(1).unwrap())));
        for (first, second) in all {
            // 书 is begun where 書 is, and the like.
            assert!(!BEGIN.may(first) || GO_ON.may(second), "{first}{second}");
        }
    }

    #[test]
    fn numbers_of_clauses() {
        for (row, expected) in [
            ("1. 凡本网", Some(("1", "凡本网"))),
            ("2、凡", Some(("2", "凡"))),
            ("(1)凡", Some(("1", "凡"))),
            ("（一）凡", Some(("一", "凡"))),
            ("一、凡", Some(("一", "凡"))),
            ("①凡", Some(("①", "凡"))),
            ("• 凡", Some(("•", "凡"))),
            ("第三条 凡", Some(("三", "凡"))),
            ("3.5万元", None),
            ("2021年", None),
            ("凡", None),
        ] {
            assert_eq!(number(row).map(|(n, text)| (&row[n], &row[text..])), expected, "{row}");
        }
    }

    #[test]
    fn ways_to_reach_the_publisher() {
        let check = |row: &str, expected: &[(ContactKind, &str)]| {
            let found: Vec<_> = contacts(row).into_iter().map(|(kind, range)| (kind, row[range].to_owned())).collect();
            let expected: Vec<_> = expected.iter().map(|&(kind, value)| (kind, value.to_owned())).collect();
            assert_eq!(found, expected, "{row}");
        };
        use ContactKind::{Address, Email, Fax, Phone, Qq, Wechat};
        check("联系邮箱:desk01@example.com 电话:13800138000", &[(Email, "desk01@example.com"), (Phone, "13800138000")]);
        check("电话：010-12345678 传真：010-87654321", &[(Phone, "010-12345678"), (Fax, "010-87654321")]);
        check("举报电话：0516-80000000，QQ：12345678", &[(Phone, "0516-80000000"), (Qq, "12345678")]);
        check("电话(010)12345678，（0516）80000000转（2）", &[(Phone, "(010)12345678"), (Phone, "（0516）80000000")]);
        check("(+86)13800138000、(2021)12345678", &[]);
        check("微信号：wire_copy 地址：海州市长江路1号", &[(Wechat, "wire_copy"), (Address, "海州市长江路1号")]);
        check("在文章刊发后30日内进行，2021年第3号", &[]);
        check("@@@ a@b 甲@乙.com", &[]);
    }
}
