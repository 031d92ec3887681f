//! What a reader keeps when the browser, the network or the program fails.

use fantoccini::key::Key;
use wirecopy_browser::visit;

const SOURCE: &str = "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n接到通知后，工作人员2小时内到岗。\n";

/// What a browser tells of a program that has panicked.
const TRAP: &str = "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable'), message: 'unreachable' }))";

#[test]
fn a_program_that_fails_hands_the_text_back() {
    visit("failed", |page| async move {
        page.expect_complaint("unreachable");
        page.open("/").await;
        page.whole().await;
        page.copy(&[("text/plain", SOURCE)]).await;
        page.paste("body").await;
        page.wait_until("the text is here", "document.title === '渡口又开了'").await;
        page.eval("(URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return '#'; }, null)").await;
        page.eval(TRAP).await;
        page.wait_until("the page says so", "document.querySelector('main [role=alert] a[download]')").await;
        assert_eq!(page.eval("document.querySelectorAll('#app :enabled:not(fieldset, a)').length").await, 0, "no control lies");
        assert_eq!(page.texts("article p").await.len(), 2, "the text stays");
        page.wait_until("it is what was brought", "window.saved").await;
        assert_eq!(page.eval("window.saved").await, SOURCE);
        // A program fails once.
        page.eval(TRAP).await;
        assert_eq!(page.texts("[role=alert]").await.len(), 1);
    });
}

#[test]
fn where_nothing_can_be_kept_the_page_says_so_and_reads_on() {
    visit("nothing_kept", |page| async move {
        page.open("/").await;
        page.whole().await;
        // As where the browser forbids it, or is full.
        page.eval("(Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }, null)").await;
        page.press("#open > summary", Key::Enter).await;
        page.press("#remember", Key::Space).await;
        page.wait_until("the page says so", "document.querySelector('[role=alert]')").await;
        page.copy(&[("text/plain", SOURCE)]).await;
        page.paste("body").await;
        page.wait_until("the text is here", "document.title === '渡口又开了'").await;
        assert_eq!(page.texts(".recent li").await.len(), 0);
    });
}

#[test]
fn what_may_not_be_copied_is_shown_to_be_copied_by_hand() {
    visit("no_clipboard", |page| async move {
        page.open("/").await;
        page.whole().await;
        page.eval(
            "(Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no')) } }), null)",
        )
        .await;
        page.choose_from("#export", "#cite").await;
        page.wait_until("it is shown", "document.querySelector('textarea, dialog[open] input')?.value.length > 10").await;
    });
}

#[test]
fn a_network_that_is_gone_takes_nothing_with_it() {
    visit("offline", |page| async move {
        for complaint in ["404", "Failed to load"] {
            page.expect_complaint(complaint);
        }
        page.open("/").await;
        page.whole().await;
        let title = page.eval("document.title").await;
        page.serve_instead("/reports/metro.txt", None);
        page.choose_from("#open", "#samples a:nth-of-type(3)").await;
        page.wait_until("the page says so", "document.querySelector('[role=alert]')").await;
        assert_eq!(page.eval("document.title").await, title, "the text that is here stays");
        page.press("#dismiss", Key::Enter).await;
        page.press("#within", Key::End).await;
        page.wait_until("the timeline goes on", "location.hash.startsWith('#within=')").await;
    });
}

#[test]
fn a_tab_that_is_restored_is_where_it_was() {
    visit("restored", |page| async move {
        page.open("/?lang=en&theme=dark&view=timeline#within=PT3H").await;
        page.reload().await;
        page.wait_until("N is where it was", "document.querySelector('#within')?.getAttribute('aria-valuetext')?.includes('3')").await;
        assert_eq!(page.eval("document.documentElement.lang + document.documentElement.dataset.theme").await, "endark");
    });
}

#[test]
fn where_none_of_the_faces_is_installed_the_page_reads_all_the_same() {
    visit("no_faces", |page| async move {
        page.open("/").await;
        page.resize(360, 740).await;
        page.eval(
            "(face => { face.replaceSync('* { font-family: \"no such face\" !important }'); \
             document.adoptedStyleSheets = [face]; return null })(new CSSStyleSheet())",
        )
        .await;
        assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await, true, "nothing runs out of the page");
        let seen = "['h1', 'article p', '#timeline output, #timeline .n, #within', 'figure'].filter(part => !document.querySelector(part)?.getBoundingClientRect().height)";
        assert_eq!(page.eval(seen).await, serde_json::json!([]), "every part is there");
        page.press("#within", Key::End).await;
        page.wait_until("the timeline moves", "location.hash.startsWith('#within=')").await;
    });
}
