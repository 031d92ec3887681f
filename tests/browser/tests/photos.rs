//! Photos come to their captions: from the list beside the report, chosen or dropped by the reader; and all captions are seen side by side.

use std::{fs, path::PathBuf};

use fantoccini::key::Key;
use serde_json::Value;
use wirecopy_browser::{Page, visit};

const REPORT: &str = "暴雨夜，海州渡口全员撤离\n\
    应急队员在渡口搬运沙袋。海州应急供图\n\
    新海网海州7月24日电 (李远)24日夜，海州渡口水位上涨。接到报告后，应急队半小时内赶到现场。\n\
    旅客在候船室等待。李远 摄\n\
    渡口人员全部撤离。\n\
    渡船停靠在避风港。海州应急供图\n\
    (完)\n";

/// A picture of one colour, and the same in another form.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9ccp\x09M\x03\0\x01\xe0\x01\0\xc5\xc6\xf5\x88\0\0\0\0IEND\xaeB`\x82";
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'><rect width='30' height='20' fill='#456'/><script>window.ran = true</script></svg>";

#[test]
fn photos_come_with_a_list() {
    visit("photo-list", |page| async move {
        page.expect_complaint("none.png");
        page.expect_complaint("reports/gone.json");
        page.serve_instead("/reports/default.txt", Some(REPORT.as_bytes()));
        page.serve_instead("/reports/pictures/sandbags.png", Some(PNG));
        list(
            &page,
            r#"{"1": {"file": "pictures/sandbags.png", "alt": "三人抬着沙袋", "width": 30, "height": 20},
                "2": {"file": "javascript:alert(1)"}, "3": {"file": "none.png"}, "7": {"file": "pictures/sandbags.png"}}"#,
        );
        page.open("/").await;
        page.wait_until("the photo is shown", "document.querySelector('#fig1 img')?.naturalWidth === 1").await;
        let photo = "(({ alt, width, src }) => [alt, src.replace(location.origin, '')])(document.querySelector('#fig1 img'))";
        assert_eq!(page.eval(photo).await, serde_json::json!(["三人抬着沙袋", "/reports/pictures/sandbags.png"]));
        assert_eq!(
            page.texts(".doubt li").await,
            [
                "图片清单里图2的地址“javascript:alert(1)”不能用。请写相对于清单的路径，或 http、https 地址。",
                "图片清单里有图7，本文的图说只有 3 则。"
            ]
        );
        assert_eq!(page.texts("#fig2 .plate").await, ["本文未附图片"]);
        page.eval("document.querySelector('#fig3').scrollIntoView()").await;
        page.wait_until(
            "what can't be shown is said",
            "document.querySelector('#fig3 .plate')?.textContent === '图片 none.png 没有显示出来'",
        )
        .await;

        // What came with the report is not the reader's to arrange.
        assert_eq!(page.eval("[1, 2, 3].map(n => !!document.querySelector('#photo-' + n))").await, serde_json::json!([false, true, true]));

        list(&page, "{\n\"1\": {\"file\": \"a.png\"},\n}");
        page.open("/?x=1").await;
        page.wait_until("the mistake is told", "document.querySelector('.doubt')").await;
        assert_eq!(page.texts(".doubt li").await, ["图片清单不是有效的 JSON：第 3 行读不通。请检查这里和上一行的引号、逗号。"]);
        assert_eq!(page.texts("figure.caption").await.len(), 3, "the report is whole");

        // Another report has a list where the address says so, and its pictures lie beside that.
        page.serve_instead("/reports/flood.txt", Some(REPORT.replace("暴雨夜", "雨夜").as_bytes()));
        page.serve_instead("/reports/flood.photos.json", Some(br#"{"1": {"file": "pictures/sandbags.png"}}"#));
        page.open("/?src=reports/flood.txt&photos").await;
        page.wait_until("its photo is shown", "document.querySelector('#fig1 img')?.naturalWidth === 1").await;
        assert_eq!(page.eval("document.title").await, "雨夜，海州渡口全员撤离");
        page.open("/?src=reports/flood.txt").await;
        page.wait_until("it is here", "document.title === '雨夜，海州渡口全员撤离'").await;
        let asked = "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.photos.json')).length";
        assert_eq!(page.eval(asked).await, 0, "no list is looked for on the off chance");

        page.open("/?photos=reports/gone.json").await;
        page.wait_until("the absence is told", "document.querySelector('.doubt')").await;
        assert_eq!(page.texts(".doubt li").await, ["没有取到图片清单 reports/gone.json。请看这个文件是否放在那里。"]);
    });
}

#[test]
fn a_reader_brings_photos() {
    visit("photos", |page| async move {
        page.serve_instead("/reports/default.txt", Some(REPORT.as_bytes()));
        page.open("/").await;
        page.wait_for("#photo-1").await;
        watch_addresses(&page).await;

        // By key: the focus is on the card's own control and stays there.
        page.choose("#photo-2", &file("a.png", PNG)).await;
        shown(&page, "-a-").await;
        assert_eq!(page.eval("document.querySelector('#fig2 img').alt").await, "旅客在候船室等待。");
        page.press("#fig2 .hand button", Key::Enter).await;
        shown(&page, "---").await;
        assert_eq!(page.eval("document.activeElement.id").await, "photo-2");
        page.wait_until("what is on no card is let go", "held.made === 1 && held.let_go === 1").await;

        // Several on one card go on to the next empty ones; a file that is none stays away.
        page.drop_on(
            "#fig2",
            &[
                ("b.svg", "image/svg+xml", SVG),
                ("c.svg", "image/svg+xml", SVG),
                ("d.txt", "text/plain", "x"),
                ("e.svg", "image/svg+xml", SVG),
            ],
        )
        .await;
        shown(&page, "-bc").await;
        assert_eq!(page.eval("window.ran").await, Value::Null, "a drawing runs nothing");
        page.wait_until("both reasons are told", "document.querySelectorAll('#fig2 [role=alert] p').length === 2").await;
        assert_eq!(
            page.texts("#fig2 [role=alert] p").await,
            ["d.txt 不是图片。请选择 JPEG、PNG、WebP、GIF、AVIF 或 SVG 图片。", "e.svg 没有放上：没有空着的图说。请在图说下面换图。"]
        );

        // Elsewhere on the page they go to the empty ones, and the reader with them.
        page.drop_on("h1", &[("f.svg", "image/svg+xml", SVG)]).await;
        shown(&page, "fbc").await;
        page.wait_until("the card has the focus", "document.activeElement.id === 'fig1'").await;
        page.wait_until("three files are held", "held.made === 5 && held.let_go === 2").await;

        // What is no picture, whatever it calls itself, leaves the plate.
        page.drop_on("#fig1", &[("g.png", "image/png", "no picture")]).await;
        page.wait_until("it is said", "document.querySelector('#fig1 .plate')?.textContent === '图片 g.png 没有显示出来'").await;

        // A text opens as a report, with the photos that came with it; those of the one before are let go.
        page.drop_on("#p1", &[("h.svg", "image/svg+xml", SVG), ("other.txt", "text/plain", &REPORT.replace("暴雨夜", "雨夜"))]).await;
        page.wait_until("the other report is here", "document.title === '雨夜，海州渡口全员撤离'").await;
        shown(&page, "h--").await;
        page.wait_until("only one file is held", "held.made - held.let_go === 1").await;
    });
}

#[test]
fn a_photo_stays_with_its_caption() {
    visit("photo-stays", |page| async move {
        page.serve_instead("/reports/metro.txt", Some(REPORT.as_bytes()));
        page.open("/?src=reports/metro.txt&x=1").await;
        page.choose("#photo-2", &file("stays.png", PNG)).await;
        shown(&page, "-a-").await;
        page.press("#inspect", Key::Enter).await;
        page.pick(".lines > [data-label=caption] select", "furniture").await;
        page.wait_for(".lines > .corrected").await;
        page.press("#inspect", Key::Enter).await;
        shown(&page, "a-").await;
        page.press("#inspect", Key::Enter).await;
        page.press("#undo", Key::Enter).await;
        page.press("#inspect", Key::Enter).await;
        shown(&page, "-a-").await;

        // A link that is opened elsewhere takes the text along, and followed here it leaves the page alive.
        let link = "document.querySelector('#fig3 .number')";
        page.eval(&format!("{link}.dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }}))")).await;
        let address = "?src=reports/metro.txt&x=1&view=captions#fig3";
        assert_eq!(page.eval(&format!("{link}.getAttribute('href')")).await, address);
        page.press("#fig3 .number", Key::Enter).await;
        gallery(&page, true).await;
        on_card(&page, address).await;
        shown(&page, "-a-").await;
    });
}

#[test]
fn all_captions_side_by_side() {
    visit("captions", |page| async move {
        page.serve_instead("/reports/default.txt", Some(REPORT.as_bytes()));
        page.open("/?x=1").await;
        page.choose("#photo-3", &file("alone.png", PNG)).await;
        shown(&page, "--a").await;

        // From the head and back by Escape.
        page.press(".views a", Key::Enter).await;
        gallery(&page, true).await;
        assert_eq!(page.texts(".views a").await, ["回到正文"]);
        assert_eq!(page.eval("document.activeElement.textContent").await, "回到正文", "the focus stays on the link");
        shown(&page, "--a").await;
        page.press(".views a", Key::Escape).await;
        gallery(&page, false).await;

        // From a card to the same card, both ways, and by the history.
        page.press("#fig3 .number", Key::Enter).await;
        gallery(&page, true).await;
        on_card(&page, "?x=1&view=captions#fig3").await;
        page.press("#fig3 .number", Key::Enter).await;
        gallery(&page, false).await;
        on_card(&page, "?x=1#fig3").await;
        page.eval("history.back()").await;
        gallery(&page, true).await;
        page.press("#fig2 .number", Key::Escape).await;
        gallery(&page, false).await;
        page.wait_until("the reader is at the card they left", "document.activeElement.id === 'fig2'").await;

        // Escape closes the menu and no more.
        page.choose_from("#display", "[href='?view=captions']").await;
        gallery(&page, true).await;
        page.press("#display summary", Key::Enter).await;
        page.press("#display summary", Key::Escape).await;
        page.wait_until("the menu is closed", "!document.querySelector('#display').open").await;
        gallery(&page, true).await;

        // By address, and a text without captions.
        page.open("/?view=captions#fig3").await;
        gallery(&page, true).await;
        page.wait_until("the reader is at the card", "document.activeElement.id === 'fig3'").await;
        page.serve_instead("/reports/default.txt", Some("渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n".as_bytes()));
        page.open("/?view=captions").await;
        page.wait_until("there are none", "document.querySelector('.gallery .none')?.textContent === '本文没有图说。'").await;
        page.click(".views a").await;
        page.wait_for("article").await;
        assert_eq!(page.eval("location.search").await, "");
        assert!(page.texts(".views, [href*='view=captions']").await.is_empty(), "no way leads to none");
    });
}

async fn gallery(page: &Page, is_open: bool) {
    let what = if is_open { "the captions fill the page" } else { "the story fills the page" };
    page.wait_until(
        what,
        &format!("!!document.querySelector('.gallery') === {is_open} && !!document.querySelector('article') !== {is_open}"),
    )
    .await;
}

async fn on_card(page: &Page, address: &str) {
    page.wait_until("the card has the focus", "document.activeElement.id === 'fig3'").await;
    assert_eq!(page.eval("location.search + location.hash").await, address);
    let seen =
        "(({ top, bottom }) => top >= 0 && top < innerHeight && bottom > 0)(document.querySelector('#fig3').getBoundingClientRect())";
    page.wait_until("the card is in sight", seen).await;
}

/// Puts a photo list beside the report.
fn list(page: &Page, text: &str) {
    page.serve_instead("/reports/default.photos.json", Some(text.as_bytes()));
}

/// The cards in order by the names of the files on them, from which each address was made: `a-b` has none on the second.
async fn shown(page: &Page, cards: &str) {
    let names = "Array.from(document.querySelectorAll('figure.caption'), card => card.querySelector('img')?.naturalWidth ? names.get(card.querySelector('img').src) : '-').join('')";
    let names =
        format!("((names) => {names})(window.held?.names ?? new Map(Array.from(document.querySelectorAll('img'), img => [img.src, 'a'])))");
    page.wait_until(&format!("the cards show {cards}"), &format!("{names} === '{cards}'")).await;
}

/// Counts the addresses the page makes for files, and those it lets go.
async fn watch_addresses(page: &Page) {
    page.eval(
        "(() => { window.held = { made: 0, let_go: 0, names: new Map() }; const { createObjectURL, revokeObjectURL } = URL; \
         URL.createObjectURL = file => { const url = createObjectURL.call(URL, file); held.made++; held.names.set(url, file.name?.[0]); return url }; \
         URL.revokeObjectURL = url => { held.let_go++; revokeObjectURL.call(URL, url) } })()",
    )
    .await;
}

/// A file of a test's own: one that another test wrote anew could no longer be read.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("photos");
    let path = folder.join(name);
    fs::create_dir_all(&folder).and_then(|()| fs::write(&path, bytes)).expect("the file is written");
    path
}
