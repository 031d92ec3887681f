//! A long text: its beginning is there at once, all of it soon, and a place near its end can be gone to and printed.

use std::path::Path;

use fantoccini::key::Key;
use wirecopy_browser::{Page, visit};

/// So many paragraphs.
const MANY: usize = 3000;

/// So many steps of a long timeline are seen at once.
const SEEN: usize = 16;

#[test]
fn a_long_text_is_all_there_soon() {
    visit("long", |page| async move {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long.txt");
        std::fs::write(&file, text()).expect("a file to open");
        page.open("/").await;
        page.whole().await;
        // What is on the page each time it changes.
        page.eval(
            "(window.seen = [], new MutationObserver(() => seen.push(document.querySelectorAll('article p').length))\
             .observe(document.querySelector('main'), { childList: true, subtree: true }))",
        )
        .await;
        page.choose("#file", &file).await;
        page.wait_until("its beginning is there", "document.title === '渡口通报'").await;
        whole(&page).await;
        let steps = page.eval("new Set(seen.filter(count => count > 20)).size").await;
        assert!(steps.as_u64().expect("a number") > 3, "it came in {steps} steps");
        assert_eq!(page.eval(&format!("document.querySelectorAll('[id=p{MANY}]').length")).await, 1);
        assert_eq!(page.texts("#more-steps > summary").await, [format!("其余 {} 项", MANY / 10 - SEEN)]);
        assert_eq!(page.eval("document.querySelectorAll('.step').length").await, SEEN, "the rest of a long timeline is folded");

        // What is out of sight is found and gone to.
        page.eval("location.hash = '#p2900'").await;
        in_sight(&page, "#p2900").await;
        assert_eq!(page.eval("window.find('第 2950 段')").await, true, "find in page sees it");

        // A sentence leads to its step in the rest, which comes for it.
        page.click("#s250 a.deadline").await;
        in_sight(&page, "#step-250").await;
        page.wait_until("the rest came whole", &format!("document.querySelectorAll('.step').length === {}", MANY / 10)).await;

        // Slider and sentence work as in a short one.
        page.press("#within", Key::Home).await;
        page.wait_until("no step is reached", "!document.querySelector('.step[data-reached=\"true\"]')").await;
    });
}

#[test]
fn a_place_far_down_is_waited_for_and_print_is_not() {
    visit("long_places", |page| async move {
        page.serve_instead("/reports/metro.txt", Some(text().as_bytes()));
        page.open("/?src=reports/metro.txt#p2990").await;
        in_sight(&page, "#p2990").await;

        // So is a step in the folded rest.
        page.open("/?src=reports/metro.txt#step-290").await;
        in_sight(&page, "#step-290").await;

        // All is there when the browser asks for what is to be printed.
        page.open("/?src=reports/metro.txt").await;
        page.wait_for("article p").await;
        page.eval(
            "(async () => { dispatchEvent(new Event('beforeprint')); await new Promise(done => setTimeout(done)); \
             window.printed = [document.querySelectorAll('article p').length, document.querySelectorAll('.step').length].join(); })()",
        )
        .await;
        page.wait_until("it is printed whole", &format!("printed === '{MANY},{}'", MANY / 10)).await;
    });
}

/// A report with a step in every tenth paragraph.
fn text() -> String {
    let lines = (1..=MANY).map(|number| {
        let act = if number % 10 == 0 {
            "接到报告后，应急队10分钟内赶到现场。"
        } else {
            "渡口的船一早靠了岸，队伍排到堤上。"
        };
        format!("{act}人们从两岸走来，挑着新摘的瓜果，说这一夜的雨终于停了，这是第 {number} 段。")
    });
    format!("渡口通报\n新海网海州7月24日电 {}\n", lines.collect::<Vec<_>>().join("\n"))
}

async fn whole(page: &Page) {
    page.wait_until(
        "all of it is there",
        &format!("document.querySelectorAll('article p').length === {MANY} && !document.querySelector('[aria-busy]')"),
    )
    .await;
}

async fn in_sight(page: &Page, css: &str) {
    let place = format!("document.querySelector('{css}')");
    page.wait_until(
        &format!("{css} is in sight"),
        &format!("{place} && (({{ top, bottom }}) => bottom > 0 && top < innerHeight)({place}.getBoundingClientRect())"),
    )
    .await;
}
