//! Laws of times and steps: total, in place, in order, deterministic, and blind to words that merely contain the characters.

use proptest::prelude::*;
use wirecopy::report::Report;
use wirecopy::text::Span;

/// Pieces that the grammar of times is made of, and what disturbs it.
const PIECES: &[&str] = &[
    "2021年",
    "11月",
    "25日",
    "晚",
    "8点",
    "半",
    "20:30",
    "至",
    "-",
    "3",
    "三",
    "十",
    "几",
    "半",
    "个",
    "小时",
    "分钟",
    "天",
    "日",
    "月",
    "年",
    "周",
    "周一",
    "工作日",
    "内",
    "之内",
    "后",
    "前",
    "以来",
    "不到",
    "仅用",
    "约",
    "近",
    "过去",
    "未来",
    "每",
    "每天",
    "连续",
    "超过",
    "接到报警后",
    "民警",
    "赶到",
    "完成",
    "须",
    "将",
    "核酸",
    "证明",
    "元",
    "/",
    "·",
    "“",
    "”",
    "，",
    "。",
    "；",
    "、",
    "：",
    "\n",
    " ",
    "　",
    "当天",
    "次日",
    "昨日",
    "今年",
    "春节",
    "十一",
    "黄金周",
    "一时",
    "出现在",
    "第一时间",
    "疫情当前",
    "24",
    "時",
    "內",
    "後",
    "分鐘",
    "兩",
    "個",
    "０",
    "〇",
    "亿",
    "万",
    ".",
    ",",
    "1",
    "第",
    "🙂",
    "e\u{301}",
    "\u{0}",
    "—",
    "到",
    "上",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,60}",
        1 => "[0-9０-９一二三十百千万半几两年月日时時点點分秒小个個天周内內后後前来每近约不到仅用至到:：.·/ ，。]{0,80}",
    ]
}

fn holds(report: &Report, text: &str) {
    let inside = |span: Span| {
        span.start <= span.end && span.end <= text.len() && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
    };
    let mut end = 0;
    for time in &report.times {
        assert!(inside(time.span) && time.span.start < time.span.end, "{time:?}");
        assert!(time.span.start >= end, "{time:?} overlaps what stands before it");
        assert_eq!(time.span.of(text), time.text);
        assert!(!time.reason.is_empty());
        end = time.span.end;
    }
    for trigger in &report.timeline.triggers {
        assert!(inside(trigger.span) && trigger.span.of(text) == trigger.text);
    }
    for step in &report.timeline.steps {
        assert!(report.times.iter().any(|time| time.span == step.span && time.text == step.text), "{step:?} has no time of its own");
        assert!(inside(step.statement_span) && step.statement_span.of(text) == step.statement, "{step:?}");
        assert!(step.hours.is_finite() && step.hours >= 0.0);
        assert!(step.within.starts_with('P'), "{step:?}");
        assert!(step.trigger.is_none_or(|t| t < report.timeline.triggers.len()));
        for quantity in &step.quantities {
            assert!(inside(quantity.span) && quantity.span.of(text) == quantity.text, "{quantity:?}");
        }
    }
    let state = wirecopy::response::state::at(&report.timeline, 3.0);
    assert_eq!(state.groups.iter().map(|group| group.steps.len()).sum::<usize>(), report.timeline.steps.len());
    let lane = wirecopy::response::calendar::calendar(text, report);
    for event in &lane {
        assert!(inside(event.span) && report.blocks[event.block].span.contains(event.span), "{event:?}");
        assert!(event.span.contains(report.times[event.time].span), "{event:?}");
    }
    let years: Vec<i32> = lane.iter().map(|event| event.from.year.unwrap_or(i32::MAX)).collect();
    assert!(years.is_sorted(), "{years:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn every_text_has_its_times_in_place_and_in_order(text in texts()) {
        let report = wirecopy::parse(&text);
        holds(&report, &text);
        prop_assert_eq!(&report, &wirecopy::parse(&text));
        for time in wirecopy::time::find(&text) {
            prop_assert_eq!(time.span.of(&text), time.text.as_str());
        }
    }

    #[test]
    fn both_scripts_read_alike(pieces in proptest::collection::vec(proptest::sample::select(&[
        ("接到报警后", "接到報警後"), ("民警", "民警"), ("3小时内", "3小時內"), ("十分钟内", "十分鐘內"), ("赶到现场", "趕到現場"), ("，", "，"), ("。", "。"),
        ("两个多小时", "兩個多小時"), ("过去24小时", "過去24小時"), ("当晚8点半", "當晚8點半"), ("12月3日", "12月3日"), ("完成排查", "完成排查"), ("后", "後"),
    ][..]), 0..12)) {
        let simplified: String = pieces.iter().map(|(s, _)| *s).collect();
        let traditional: String = pieces.iter().map(|(_, t)| *t).collect();
        let rows = |text: &str| wirecopy::time::find(text).iter().map(|t| (t.span, t.role, t.value.clone(), t.reason)).collect::<Vec<_>>();
        prop_assert_eq!(rows(&simplified), rows(&traditional));
    }

    #[test]
    fn nothing_is_found_inside_other_words(words in proptest::collection::vec(proptest::sample::select(&[
        "密接者出现在江城", "问题体现在三方面", "第一时间赶到", "疫情当前，警察不退", "大敌当前，", "一时间人来人往", "三年级学生", "十分重要", "百分之三十",
        "拨打12345热线", "电话010-12345678", "比分3:1", "得分85分", "三天津人", "两日本人", "200日元", "3号线", "五周年庆典", "小时候", "资本周期",
        "名次日益靠前", "说明年轻人", "54.4%的火灾", "1.5亿元", "4人被困", "三点建议", "8点要求", "一点也不难", "上海周边", "近两米深", "孩子3个月大。",
    ][..]), 0..8)) {
        let text = words.join("。");
        prop_assert_eq!(wirecopy::time::find(&text).iter().map(|t| t.text.clone()).collect::<Vec<_>>(), [""; 0], "{}", text);
    }
}

/// A line without any end, deadlines without number, and triggers by the thousand: each is read in one piece.
#[test]
fn hostile_texts_are_read_to_their_end() {
    for (piece, times) in [
        ("民警3小时内赶到", 1),
        ("3小时内", 1),
        ("接到报警后，3小时内赶到，", 1),
        ("一二三四五六七八九十", 0),
        ("半半半", 0),
        ("1.2.3.4.5", 0),
        ("2021年11月25日至", 1),
    ] {
        let text = piece.repeat(4000);
        let report = wirecopy::parse(&text);
        assert!(report.times.len() >= times * 1000, "{piece}: {}", report.times.len());
        holds(&report, &text);
    }
}

/// Words that rules read on from, at every place around the end of what a rule sees.
#[test]
fn a_word_may_stand_across_the_end_of_sight() {
    const WORDS: [&str; 24] = [
        "接到通知",
        "收到回信",
        "收到報告",
        "传来声响",
        "响起警报",
        "的服务承诺",
        "核酸证明",
        "二十元",
        "距案发",
        "从接警到破案",
        "黄金时间",
        "值班制度",
        "“一分钟”",
        "十分钟",
        "一次",
        "有6名",
        "仍在搜救",
        "突发地震",
        "到场",
        "之日起",
        "拘留",
        "发现险情后",
        "展开搜救",
        "，再次启动",
    ];
    for word in WORDS {
        for filled in 96..126 {
            let filling = "好".repeat(filled);
            for time in ["10分钟内", "两小时后", "仅用3分钟", "不到半小时", "5天", "24小时"] {
                for text in
                    [format!("{time}，{filling}{word}。"), format!("{word}{filling}{time}到场。"), format!("民警{time}{filling}{word}")]
                {
                    assert!(!wirecopy::parse(&text).times.is_empty(), "{text}");
                }
            }
        }
    }
}
