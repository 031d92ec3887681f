//! What a first visit loads, and how the whole page comes when a reader wants more: nothing that was done meanwhile is lost.

use fantoccini::key::Key;
use wirecopy_browser::{Page, visit};

/// How many of the requests so far are for such files.
fn count(asked: &[String], of: &str) -> usize {
    asked.iter().filter(|target| target.contains(of)).count()
}

const SAYS: &str = "document.querySelector('#within').getAttribute('aria-valuetext')";
const ALIVE: &str = "document.documentElement.dataset.alive";

#[test]
fn reading_needs_the_small_module_alone() {
    visit("first-visit", |page| async move {
        page.open("/").await;
        assert_eq!(page.eval(ALIVE).await, "quick");

        // The timeline moves by key, the address goes along, steps and sentences lead to each other, the notice opens.
        page.press("#within", Key::Home).await;
        page.press("#within", Key::Right).await;
        page.wait_until("N is at the first deadline", &format!("{SAYS}.includes('1/4')")).await;
        page.wait_until("the address follows", "location.hash === '#within=PT30M'").await;
        page.click("#step-1 .source").await;
        page.wait_until("the sentence is marked", "document.querySelector('#s1').matches(':target')").await;
        page.click("#s1 .deadline").await;
        page.wait_until("and the step", "document.querySelector('#step-1').matches(':target')").await;
        page.eval("(() => { location.hash = '#notice-2'; return true })()").await;
        page.wait_until("the notice is open", "document.querySelector('#notice').open").await;
        page.eval("document.querySelector('#sec2').scrollIntoView({ behavior: 'instant' })").await;
        page.wait_until("the contents know where the reader is", "document.querySelector('.contents [aria-current]')").await;

        let asked = page.asked();
        assert_eq!(count(&asked, "wirecopy-page"), 0, "{asked:?}");
        for of in ["wirecopy-quick", ".css", "reports/default.txt", "reports/default.photos.json"] {
            assert!(count(&asked, of) > 0, "{of}: {asked:?}");
        }
        let small = ["/", "/before.js", "/boot.js", "/favicon.ico"];
        let known =
            |target: &str| small.contains(&target) || ["/page-", "/wirecopy-quick-", "/reports/"].iter().any(|of| target.starts_with(of));
        assert!(asked.iter().all(|target| known(target)), "{asked:?}");
    });
}

#[test]
fn the_whole_page_goes_on_where_the_small_one_was() {
    visit("first-visit-more", |page| async move {
        page.open("/#within=PT30M").await;
        page.press("#play", Key::Enter).await;
        page.press("#open > summary", Key::Enter).await;
        page.wait_until("the whole page is there", &format!("{ALIVE} === 'whole'")).await;
        assert_eq!(page.eval("document.querySelector('#open').open").await, true, "the menu stays open");
        page.wait_until("it plays on, to its end", &format!("{SAYS}.includes('4/4')")).await;
    });
}

#[test]
fn what_was_wanted_meanwhile_is_done() {
    visit("first-visit-wish", |page| async move {
        page.open("/").await;
        page.hold(true);
        waits(&page, "#inspect").await;
        page.hold(false);
        page.wait_until("the lines are there", "document.querySelector('section.inspect')").await;
        assert_eq!(page.eval("new URLSearchParams(location.search).get('view')").await, "inspect");
    });
}

#[test]
fn a_press_that_began_before_the_whole_page_came_is_a_click() {
    visit("first-visit-press", |page| async move {
        page.open("/").await;
        page.hold(true);
        page.click("#open > summary").await;
        page.hold_down("#samples a:nth-of-type(2)").await;
        assert_eq!(page.eval(ALIVE).await, "quick");
        page.hold(false);
        page.wait_until("the whole page is there", &format!("{ALIVE} === 'whole'")).await;
        page.let_go().await;
        page.wait_until("the sample is opened", "location.search.startsWith('?src=')").await;
    });
}

/// Clicks, and waits until the page says that it takes a while.
async fn waits(page: &Page, css: &str) {
    page.click(css).await;
    page.wait_until(
        "the page says so",
        "[...document.querySelectorAll('[role=status]')].some(line => line.textContent.includes('正在打开'))",
    )
    .await;
}

#[test]
fn where_the_whole_page_cannot_be_had_the_reading_goes_on() {
    visit("first-visit-alone", |page| async move {
        for complaint in ["404", "wasm", "WebAssembly", "HTTP status code"] {
            page.expect_complaint(complaint);
        }
        page.open("/").await;
        let wasm = page.eval("document.querySelector('[data-whole-wasm]').dataset.wholeWasm").await;
        page.serve_instead(wasm.as_str().expect("an address").trim_start_matches('.'), None);
        page.click("#inspect").await;
        page.wait_until("the page says what to do", "document.querySelector('main [role=alert]')").await;
        page.press("#within", Key::Home).await;
        page.wait_until("the timeline still moves", &format!("{SAYS}.includes('0/4')")).await;
    });
}
