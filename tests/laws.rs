//! The laws of the parser, over generated texts and over real-looking reports cut, shuffled and repeated.

#[path = "fixtures/hold.rs"]
mod hold;

use hold::hold_in;
use proptest::prelude::*;
use wirecopy::report::{Correction, Label};
use wirecopy::text::Span;

/// Lines in the forms outlets use; what a generated report is made of.
const LINES: &[&str] = &[
    "原标题：台风逼近 海州全力防御",
    "台风逼近 海州全力防御-大江网",
    "2021-07-24 20:30 来源: 大江网",
    "中新网海州7月24日电 (李远 王志康)24日，海州市启动应急响应。",
    "新华社北京３月５日电（记者 陈一鸣）记者5日获悉，项目开工。",
    "（中央社記者邱大明桃園19日電）桃園市一家店家今天起火，消防10分鐘內趕到。",
    "中新网海州12月21日电 题:晨雾里的渡口",
    "作者 朱明庚 王斌",
    "接到报警后，消防员10分钟内赶到现场；1小时内，由60余名队员组成的队伍集结完毕。",
    "他说：“雨停之前，谁也不能走。”",
    "资料图：市民在雨中出行。",
    "消防员在演练。 海州消防供图",
    "图为应急值守。海州海事局 供图",
    "雨后的老街。新华社发（李桐 摄）",
    "快,打响防汛“遭遇战”",
    "一、渡口的清晨",
    "目前，工作正在进行中。(完)返回搜狐，查看更多",
    "责任编辑：卢明SN222",
    "【编辑:姚昌】",
    "版权声明：凡本网文章未经授权不得转载。",
    "大江普法网版权及免责声明:",
    "1. 凡本网注明“来源:大江网”的所有作品,版权均属于大江网。",
    "7. 联系邮箱:desk@example.com 电话:010-12345678",
    "分享到: 0",
    "首页 > 新闻 > 海州",
    "\u{3000}\u{3000}&nbsp;全角缩进与&ldquo;残留&rdquo;<br/>一段<b>正文</b>。",
    "<p>段落</p>",
    "\u{200b}\u{feff}",
    "🙂👨‍👩‍👧 e\u{301} \u{202e}abc\t\0",
    "&#xFFFFFFF;&amp;&&<<>><p",
    "",
    "   ",
];

/// Any text: from characters that matter to the parser, any characters at all, and lines of reports.
fn texts() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        6 => proptest::sample::select(LINES).prop_map(str::to_owned),
        1 => proptest::collection::vec(proptest::sample::select(LINES), 2..4).prop_map(|parts| parts.concat()),
        1 => "[（(【\\[）)】\\]：:。，、0-9０-９一二十半年月日时小分钟内后摄图供编辑电讯完原标题来源&;<>a-z ]{0,40}",
        1 => "\\PC{0,40}",
        1 => (proptest::sample::select(LINES), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(line, from, to)| {
            let chars: Vec<char> = line.chars().collect();
            let (from, to) = (from.index(chars.len() + 1), to.index(chars.len() + 1));
            chars[from.min(to)..from.max(to)].iter().collect()
        }),
    ];
    let end = prop_oneof![8 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\u{2028}"), 1 => Just(" ")];
    proptest::collection::vec((line, end), 0..24)
        .prop_map(|lines| lines.into_iter().fold(String::new(), |text, (line, end)| text + &line + end))
}

fn hold(text: &str) {
    hold_in(text, &wirecopy::parse(text));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn total_and_nothing_lost(text in texts()) {
        hold(&text);
    }

    #[test]
    fn deterministic(text in texts()) {
        prop_assert_eq!(wirecopy::parse(&text), wirecopy::parse(&text));
    }

    #[test]
    fn corrections_hold(text in texts(), fixes in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..80, 0usize..11), 1..5)) {
        let corrections: Vec<Correction> = fixes
            .iter()
            .map(|(at, len, label)| {
                let start = at.index(text.len() + 1);
                Correction { span: Span::new(start, start + len), label: Label::ALL[*label] }
            })
            .collect();
        let report = wirecopy::parse_with(&text, &corrections);
        hold_in(&text, &report);
        // What is said to have been followed was: a block within a corrected stretch has its label, unless nothing of it is seen.
        for block in &report.blocks {
            if let Some(fix) = report.corrections.iter().find(|fix| fix.span.contains(block.span) && !block.text.is_empty()) {
                prop_assert!(block.label == fix.label || block.reason == "site-name", "{block:?} against {fix:?}");
            }
        }
        prop_assert_eq!(wirecopy::parse_with(&text, &report.corrections), report);
    }

    #[test]
    fn any_characters(text in "(?s).{0,200}") {
        hold(&text);
    }
}

/// The sources of whole reports, for mutations.
fn sources() -> Vec<String> {
    let folders = std::fs::read_dir("tests/reports").unwrap().map(|folder| folder.unwrap().path().join("source.txt"));
    let mut sources: Vec<String> = folders.filter_map(|source| std::fs::read_to_string(source).ok()).collect();
    sources.sort();
    sources.push(std::fs::read_to_string("reports/default.txt").unwrap());
    sources
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_reports(
        source in proptest::sample::select(sources()),
        order in any::<u64>(),
        ends in any::<(prop::sample::Index, prop::sample::Index)>(),
        noise in proptest::collection::vec((any::<prop::sample::Index>(), any::<char>()), 0..6),
        mutation in 0..4,
    ) {
        let mut lines: Vec<&str> = source.lines().collect();
        let text = match mutation {
            // Cut anywhere.
            0 => {
                let (from, to) = (ends.0.index(source.len() + 1), ends.1.index(source.len() + 1));
                source[source.floor_char_boundary(from.min(to))..source.floor_char_boundary(from.max(to))].to_owned()
            }
            // Shuffled lines.
            1 => {
                lines.sort_by_key(|line| line.len() as u64 ^ order.rotate_left(u32::try_from(line.len() % 64).unwrap()));
                lines.join("\n")
            }
            // Repeated lines.
            2 => {
                let at = ends.0.index(lines.len());
                let line = lines[at];
                lines.splice(at..at, std::iter::repeat_n(line, 1 + ends.1.index(5)));
                lines.join("\r\n")
            }
            // Characters put in anywhere, and no line ends.
            _ => {
                let mut text = lines.concat();
                for (at, c) in noise {
                    text.insert(text.floor_char_boundary(at.index(text.len() + 1)), c);
                }
                text
            }
        };
        hold(&text);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        hold(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn hostile_shapes() {
    let story = "接到报警后，消防员10分钟内赶到现场。";
    for text in [
        "\n".repeat(100_000),
        story.repeat(30_000),
        "1. 凡本网注明的所有作品,版权均属于大江网。\n".repeat(50_000),
        "接到报警后,民警10分钟内赶到现场,".repeat(100_000),
        "短行\n".repeat(50_000),
        "<".repeat(200_000),
        "&".repeat(200_000),
        "（".repeat(100_000),
        "（摄".repeat(50_000),
        "1".repeat(200_000),
        "一".repeat(100_000),
        "日".repeat(100_000),
        "内".repeat(100_000),
        "@".repeat(100_000),
        "a@".repeat(100_000),
        format!("版权声明：{}", "1-".repeat(100_000)),
        format!("责任编辑：{}", "甲乙 ".repeat(50_000)),
        "编辑".repeat(50_000),
        "图为".repeat(50_000),
        "<p>".repeat(50_000),
        "。".repeat(100_000),
        "11月25日至".repeat(30_000),
    ] {
        let report = wirecopy::parse(&text);
        assert!(report.blocks.iter().map(|block| block.span.len()).sum::<usize>() <= text.len());
        let covered: usize = report.blocks.iter().map(|block| block.span.len()).sum();
        assert!(covered >= text.split_whitespace().map(str::len).sum::<usize>());
    }
}
