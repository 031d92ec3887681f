//! The components, rendered to HTML without a browser and compared with `tests/golden/view/`.
//! `WIRECOPY_BLESS=1 cargo test --features ssr --test view` rewrites the files; read the diff.

use std::rc::Rc;

use wirecopy::report::{
    Block, Bound, Byline, Caption, Clause, Contact, ContactKind, Dateline, Headline, Label, Name, Notice, Quantity, Report, Role, Script,
    Status, Step, Trigger,
};
use wirecopy::text::decode::Decoded;
use wirecopy::text::{Encoding, Span};
use wirecopy::view::address::View;
use wirecopy::view::leaf::{html, still};
use wirecopy::view::photo_list::Fault;
use wirecopy::view::report_list::{Entry, Fault as ListFault};
use wirecopy::view::state::dial::Turn;
use wirecopy::view::state::photos::{self, Hold, Photo, Reason};
use wirecopy::view::state::site::{self, Known, Offer, Site};
use wirecopy::view::state::{Action, State, Trouble, handout, inspect, reduce};
use wirecopy::view::terms;
use wirecopy::view::words::Lang;
use wirecopy::view::{Document, Whose};

/// A report of an incident that never was, in the forms that outlets use.
const SOURCE: &str = "\
消防员在库区外围铺设水带。 临江消防供图
新江网临江6月3日电 题:一座化工库区的十二小时
作者 林一舟 何安
6月2日凌晨,临江市东港化工库区一处储罐法兰发生泄漏。所幸无人受伤。
快:先到一步
接到企业报警15分钟内,库区专职队即关阀断料;1小时内,由3个消防站80余名指战员组成的攻坚组展开稀释;6小时内,周边2个社区1200余名居民全部转移安置。
居民在安置点领取早餐。 记者 周宁 摄
稳:查到底
应急部门说,险情解除后24小时内,须完成全部管线检测。(完)
责任编辑: 方圆
临江新闻网免责声明:
(一) 本网转载作品,旨在传递信息。
(二) 如有异议,请致信 editor@linjiang.example 或致电 0510-5550123。
返回首页";

const LABELS: [Label; 15] = [
    Label::Caption,
    Label::Title,
    Label::Byline,
    Label::Paragraph,
    Label::Heading,
    Label::Paragraph,
    Label::Caption,
    Label::Heading,
    Label::Paragraph,
    Label::EndMark,
    Label::Editor,
    Label::NoticeTitle,
    Label::NoticeClause,
    Label::NoticeClause,
    Label::Furniture,
];

fn at(piece: &str) -> Span {
    let start = SOURCE.find(piece).unwrap_or_else(|| panic!("{piece} is not in the text"));
    Span::new(start, start + piece.len())
}

fn name(text: &str) -> Name {
    Name { text: text.into(), span: at(text) }
}

fn step(text: &str, hours: f64, within: &str, trigger: usize, status: Status, statement: &str, quantities: Vec<Quantity>) -> Step {
    Step {
        text: text.into(),
        hours,
        within: within.into(),
        workdays: None,
        role: Role::Deadline,
        status,
        trigger: Some(trigger),
        statement: statement.into(),
        statement_span: at(statement),
        actor: None,
        quantities,
        span: at(text),
    }
}

fn quantity(text: &str, number: f64, bound: Bound, measure: &'static str, noun: &str) -> Quantity {
    Quantity { text: text.into(), number, bound, measure, noun: noun.into(), span: at(text) }
}

fn caption(text: &str, credit: &str, line: usize) -> Caption {
    let credit_span = at(credit);
    Caption {
        text: text.into(),
        credit: Some(credit.into()),
        line,
        span: Span::new(at(text).start, credit_span.end),
        credit_span: Some(credit_span),
    }
}

fn clause(number: &str, text: &str) -> Clause {
    Clause { number: Some(number.into()), text: text.into(), span: at(&format!("({number}) {text}")) }
}

fn sample() -> Document {
    // The parser has its own tests: here it only cuts the lines.
    let mut report = Report::default();
    let pieces = SOURCE.lines().flat_map(|line| match line.strip_suffix("(完)") {
        Some(body) => vec![body, "(完)"],
        None => vec![line],
    });
    let mut line = 0;
    for (label, piece) in LABELS.into_iter().zip(pieces) {
        let span = at(piece);
        line += usize::from(label != Label::EndMark);
        report.blocks.push(Block { label, line: line - 1, text: piece.into(), span, reason: "test" });
    }
    report.headline = Some(Headline { text: "一座化工库区的十二小时".into(), span: at("一座化工库区的十二小时") });
    report.dateline = Some(Dateline {
        text: "新江网临江6月3日电".into(),
        agency: Some("新江网".into()),
        place: Some("临江".into()),
        date: Some("6月3日".into()),
        resolved: Some("2024-06-03".into()),
        reporters: Vec::new(),
        span: at("新江网临江6月3日电"),
    });
    report.byline = Some(Byline { names: vec![name("林一舟"), name("何安")], span: at("作者 林一舟 何安") });
    report.editors.0 = vec![name("方圆")];
    report.captions = vec![caption("消防员在库区外围铺设水带。", "临江消防供图", 0), caption("居民在安置点领取早餐。", "记者 周宁 摄", 6)];
    let contact = |kind, value: &str| Contact { kind, value: value.into(), span: at(value) };
    report.notice = Some(Notice {
        title: Some("临江新闻网免责声明".into()),
        clauses: vec![
            clause("一", "本网转载作品,旨在传递信息。"),
            clause("二", "如有异议,请致信 editor@linjiang.example 或致电 0510-5550123。"),
        ],
        contacts: vec![contact(ContactKind::Email, "editor@linjiang.example"), contact(ContactKind::Phone, "0510-5550123")],
    });
    let trigger = |text: &str| Trigger { text: text.into(), span: at(text), at: None };
    report.timeline.triggers = vec![trigger("接到企业报警"), trigger("险情解除")];
    report.timeline.steps = vec![
        step("15分钟内", 0.25, "PT15M", 0, Status::Done, "库区专职队即关阀断料", vec![]),
        step(
            "1小时内",
            1.0,
            "PT1H",
            0,
            Status::Done,
            "由3个消防站80余名指战员组成的攻坚组展开稀释",
            vec![quantity("3个消防站", 3.0, Bound::Exact, "个", "消防站"), quantity("80余名指战员", 80.0, Bound::AtLeast, "名", "指战员")],
        ),
        step(
            "6小时内",
            6.0,
            "PT6H",
            0,
            Status::Done,
            "周边2个社区1200余名居民全部转移安置",
            vec![quantity("2个社区", 2.0, Bound::Exact, "个", "社区"), quantity("1200余名居民", 1200.0, Bound::AtLeast, "名", "居民")],
        ),
        step("24小时内", 24.0, "PT24H", 1, Status::Required, "须完成全部管线检测", vec![]),
    ];
    Document::new(SOURCE, report)
}

/// A report of one line, which has nothing to fold or to hang.
fn bare() -> Document {
    Document::read("雨停了。")
}

/// A file of the reader's that was guessed right but for two characters.
fn guessed() -> Document {
    let text = "雨\u{FFFD}了。风也\u{FFFD}了。".into();
    let decoded = Decoded { text, encoding: Encoding::Gb18030, guessed: true, malformed: 2 };
    Document::of_file([].into(), Whose::Reader, decoded)
}

fn opened(document: Document) -> State {
    let site = Site { samples: true, ..Site::default() };
    reduce(&State { site, ..State::new(Lang::Hans, None) }, Action::Opened(document))
}

/// Every element on a line of its own, so that a diff shows what changed.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}

fn check(name: &str, state: State) {
    let path = format!("{}/tests/golden/view/{name}.html", env!("CARGO_MANIFEST_DIR"));
    let html = lines(&html(state));
    if std::env::var_os("WIRECOPY_BLESS").is_some() {
        std::fs::create_dir_all(std::path::Path::new(&path).parent().expect("a folder")).expect("a folder for the golden files");
        std::fs::write(&path, &html).expect("a golden file to write");
        return;
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}; WIRECOPY_BLESS=1 writes it"));
    assert_eq!(html, golden, "{name} is not as in {path}");
}

#[test]
fn a_whole_report() {
    check("report", opened(sample()));
}

#[test]
fn at_one_hour() {
    let state = reduce(&opened(sample()), Action::Dial(Turn::Within(1.0)));
    assert!(html(state.clone()).contains(r#"aria-valuetext="1 小时内，2/4 项已到时限""#));
    check("one-hour", state);
}

#[test]
fn at_the_start_with_the_notice_open_in_english() {
    let mut state = opened(sample());
    state.display.lang = Some(Lang::En);
    check(
        "start-open-english",
        [Action::Dial(Turn::Within(0.0)), Action::Notice(true)].into_iter().fold(state, |state, action| reduce(&state, action)),
    );
}

#[test]
fn dates_in_the_place_of_deadlines() {
    let text = "2024年6月2日凌晨，库区停工。3时15分，排涝泵车抵达。6月2日至4日，居民分批返家，6月5日，学校复课。\n闸门6月6日重新开启。 临江供电供图\n";
    let state = opened(Document::read(text));
    assert!(!html(state.clone()).contains("id=\"timeline\""));
    check("dates", state);
}

#[test]
fn a_long_table_of_contents_comes_in_parts() {
    let chapter = |n: usize| format!("{n}、渡口第{n}次复航\n首班渡轮当日上午离岸，码头恢复售票，居民往来如常。");
    let head = ["渡口复航记".to_owned(), "新海网海州2021年7月26日电 海州渡口恢复通行。".to_owned()];
    let lines: Vec<String> = head.into_iter().chain((1..=120).map(chapter)).collect();
    let document = Document::read(lines.join("\n"));
    assert_eq!(document.headings.len(), 120);
    let html = html(State { section: 51, ..opened(document) });
    let parts: Vec<&str> = html.split("<ol lang=\"zh-Hans\" start=\"").skip(1).collect();
    assert_eq!(parts.iter().map(|part| part.split('"').next().unwrap()).collect::<Vec<_>>(), ["1", "51", "101"]);
    assert_eq!(parts.iter().map(|part| part.matches("href=\"#sec").count()).collect::<Vec<_>>()[..2], [50, 50]);
    assert!(parts[1].contains("<a href=\"#sec51\" aria-current=\"location\">") && html.matches("aria-current=\"location\"").count() == 1);
    assert!(html.contains("class=\"contents long\"") && html.contains("href=\"#sec120\""));
}

#[test]
fn days_are_counted_as_the_text_counts_them() {
    let text = "6月8日20时30分，接到报告后，民警仅用5分钟完成处置；3天内，须完成调查；30个工作日内，须公布报告。";
    let state = opened(Document::read(text));
    let at = |hours: f64| html(reduce(&state, Action::Dial(Turn::Within(hours))));
    assert!(at(72.0).contains("aria-valuetext=\"3 天内，"), "{}", at(72.0));
    assert!(at(720.0).contains("aria-valuetext=\"30 个工作日内，"));
    assert!(at(48.0).contains("aria-valuetext=\"48 小时内，"));
    for word in [">实际用时<", ">要求完成<", ">6月8日 20:30 起<", ">30工作日<"] {
        assert!(at(48.0).contains(word), "{word}: {}", at(48.0));
    }
}

#[test]
fn no_steps_no_box() {
    let state = opened(bare());
    assert!(!html(state.clone()).contains("timeline"));
    check("bare", state);
}

fn photo(name: &'static str) -> Photo {
    Photo { address: format!("blob:{name}").into(), name: name.into(), alt: None, size: None, hold: Hold::default() }
}

fn with_photos() -> State {
    let listed = Photo { alt: Some("早餐车前排着队".into()), size: Some((1200, 800)), ..photo("breakfast.jpg") };
    let actions = [
        photos::Action::Listed { of: 1, photos: vec![(2, listed), (9, photo("none.jpg"))], faults: vec![Fault::Number("图3".into())] },
        photos::Action::Brought { at: Some(1), photos: vec![photo("hose.png")], reasons: vec![Reason::NotImage("a.txt".into())] },
    ];
    // A list is for the text the page brings.
    let state = opened(Document::of_page(SOURCE.to_owned()));
    actions.into_iter().fold(state, |state, action| reduce(&state, Action::Photos(action)))
}

#[test]
fn photos_on_their_cards() {
    check("photos", with_photos());
}

#[test]
fn all_captions_side_by_side() {
    let broken = Action::Photos(photos::Action::Broken("blob:hose.png".into()));
    let state = [broken, Action::View(View::Captions)].into_iter().fold(with_photos(), |state, action| reduce(&state, action));
    check("captions", state);
}

#[test]
fn a_report_without_captions_has_no_way_to_them_and_says_so() {
    let state = opened(bare());
    assert!(!html(state.clone()).contains("view=captions"));
    let html = html(reduce(&state, Action::View(View::Captions)));
    assert!(html.contains("本文没有图说。") && html.contains("回到正文"), "{html}");
}

#[test]
fn a_part_alone_leads_back_to_the_story() {
    let part = |view| html(reduce(&opened(sample()), Action::View(view)));
    let timeline = part(View::Timeline);
    assert!(timeline.contains("<a href=\"?view=report#s1\" class=\"source\">"), "{timeline}");
    assert!(timeline.contains("id=\"timeline\"") && !timeline.contains("<article") && !timeline.contains("id=\"notice\""));
    assert_eq!(links(&timeline), ["step-1"; 0]);
    let notice = part(View::Notice);
    assert!(notice.contains("<section id=\"notice\"") && !notice.contains("<article") && !notice.contains("id=\"timeline\""), "{notice}");
    // What a report lacks is said.
    for (view, words) in [(View::Timeline, "本文没有写明时限或日期。"), (View::Notice, "本文没有附声明。")] {
        assert!(html(reduce(&opened(bare()), Action::View(view))).contains(words), "{words}");
    }
}

#[test]
fn in_a_frame() {
    let state = State { frame: Some("?src=a.txt&view=timeline".into()), ..opened(sample()) };
    for view in [View::Timeline, View::Captions, View::Notice] {
        let html = html(reduce(&state, Action::View(view)));
        assert_eq!(html.matches("<h1").count(), 1, "{view:?}: {html}");
        // The way out opens elsewhere; of the tools of a page of its own there are none.
        assert!(!html.contains("href=\"?view="), "{html}");
        assert_eq!(html.matches("href=\"?src=a.txt").count(), html.matches("target=\"_blank\"").count(), "{html}");
        assert!(!html.contains("type=\"file\"") && !html.contains("class=\"menu\""), "{html}");
    }
    check("frame-timeline", reduce(&state, Action::View(View::Timeline)));
    check("frame-report", state);
}

#[test]
fn before_the_text_and_when_it_cannot_be_had() {
    let state = State::new(Lang::Hans, None);
    check("loading", state.clone());
    check("refused", reduce(&state, Action::Failed(Trouble::Refused("reports/none.txt".into(), 404))));
}

#[test]
fn a_guess_and_what_did_not_decode_are_told() {
    let state = State { can_paste: true, ..opened(guessed()) };
    assert_eq!(state.document.as_ref().unwrap().report.notes[0].message, "the bytes are no gb18030 in 2 places and became U+FFFD");
    check("guessed", state);
}

#[test]
fn the_still_page_has_everything_to_read_and_nothing_to_operate() {
    let (live, still) = (html(opened(sample())), still(opened(sample())));
    assert_eq!(still.replace(" disabled ", " "), live);
    for control in still.split('<').filter(|tag| ["button ", "input ", "select "].iter().any(|name| tag.starts_with(name))) {
        assert!(control.contains(" disabled "), "{control}");
    }
}

#[test]
fn what_the_browser_would_not_copy_is_shown() {
    check("handout", reduce(&opened(bare()), Action::Handout(handout::Action::Show("《雨停了》。".into()))));
}

/// Lines of several labels, one of them in doubt, with what no one sees.
const LINES: &str = "\
雨停之后
2021-07-25 08:30 来源：新江网
新江网临江7月24日电 接到报警后，专职队15分钟内关阀断料。<b>无人</b>受伤\u{202e}\u{200b}\u{200b}。(完)
图为渡口的值守点。
值守员正在现场逐一核对上船乘客的姓名和证件并为老人搬运随身的行李。
水位退到警戒线以下之后，渡口恢复通行，首班渡轮载着三百余名乘客离岸。
分享到：";

fn inspected(document: Document) -> State {
    reduce(&opened(document), Action::View(View::Inspect))
}

#[test]
fn every_line_with_its_label_and_why() {
    let state = inspected(Document::read(LINES));
    let html = html(state.clone());
    assert!(html.contains("第 5 行</a>图说（像本文其他图说，但没有署名）；也可能是正文（成句的文字）"), "{html}");
    assert_eq!(links(&html), ["b7"]);
    check("inspect", state);
}

#[test]
fn a_corrected_line_in_english() {
    let state = inspected(Document::read(LINES));
    let span = state.document.as_ref().unwrap().report.blocks[0].span;
    let mut state = reduce(&state, Action::Inspect(inspect::Action::Label(span, Label::Furniture)));
    state.display.lang = Some(Lang::En);
    check("inspect-corrected-english", state);
}

#[test]
fn a_long_text_is_inspected_a_sheet_at_a_time() {
    let text = "雨停之后，渡口恢复通行，首班渡轮载着乘客离岸。\n".repeat(450);
    let first = inspected(Document::read(text));
    for (at, from, to, sheet) in [(0, 1, 200, "1 / 3"), (199, 1, 200, "1 / 3"), (200, 201, 400, "2 / 3"), (449, 401, 450, "3 / 3")] {
        let html = html(reduce(&first, Action::Inspect(inspect::Action::At(at))));
        let lines: Vec<&str> = html.split("<li id=\"b").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(lines, (from..=to).map(|line: usize| line.to_string()).collect::<Vec<_>>());
        assert!(html.contains(sheet), "{sheet}");
    }
}

/// Each rule that labelled a block of the reports is told in words.
#[test]
fn rules_have_words() {
    let reports = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports");
    for folder in std::fs::read_dir(reports).unwrap() {
        let Ok(source) = std::fs::read_to_string(folder.unwrap().path().join("source.txt")) else { continue };
        for block in wirecopy::parse(&source).blocks {
            for lang in Lang::ALL {
                assert_ne!(terms::reason(block.reason, lang), block.reason, "{}", block.text);
            }
        }
    }
}

#[test]
fn markup_in_a_text_is_text() {
    let source = "<script>alert(1)</script> & \"quoted\"";
    let span = Span::new(0, source.len());
    let block = Block { label: Label::Paragraph, line: 0, text: source.into(), span, reason: "test" };
    let headline = Some(Headline { text: source.into(), span });
    let html = html(opened(Document::new(source, Report { headline, blocks: vec![block], ..Report::default() })));
    assert_eq!(html.matches("&lt;script&gt;").count(), 2, "{html}");
    assert!(!html.contains("<script>"), "{html}");
}

/// Links within the page, each of which has its one target.
#[track_caller]
fn links(html: &str) -> Vec<&str> {
    let links: Vec<&str> = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for id in &links {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "#{id}");
    }
    links
}

#[test]
fn each_link_within_the_page_has_its_target() {
    assert!(links(&html(opened(sample()))).len() >= 10);
}

/// Three reports: one of which all is known, one that is being asked for, one that is not there.
fn index() -> State {
    let offer = |name: &'static str, known: Known, entry: Entry| Offer {
        name: name.into(),
        link: format!("?report={name}").into(),
        entry: Rc::new(entry),
        known,
    };
    let told = Entry {
        title: Some("颱風夜離島斷電".into()),
        dateline: Some("中央社 馬祖".into()),
        date: Some("2021-09-02".into()),
        lang: Some(Script::Hant),
        ..Entry::default()
    };
    let reports = vec![
        offer("typhoon", Known::Told, told),
        offer("ferry", Known::Asked, Entry::default()),
        offer("gone", Known::Missing, Entry { title: Some("水退之后".into()), date: Some("7月26日".into()), ..Entry::default() }),
    ];
    reduce(
        &State::new(Lang::Hans, None),
        Action::Site(site::Action::Listed(reports, vec![ListFault::NotAList(3), ListFault::Twice("a".into())])),
    )
}

#[test]
fn several_reports() {
    check("index", index());
}

#[test]
fn one_of_several_leads_to_the_others_and_back() {
    let opened = reduce(&index(), Action::Opened(bare()));
    assert!(!opened.is_home() && html(opened.clone()).contains("<p lang=\"zh-Hans\" class=\"up\"><a href=\"?\">全部报道</a></p>"));
    let home = reduce(&opened, Action::Home);
    assert!(home.is_home() && home.document.is_none());
    assert_eq!(html(home), html(index()));
    assert!(reduce(&index(), Action::Failed(Trouble::NotListed("x".into()))).trouble.is_some());
}
