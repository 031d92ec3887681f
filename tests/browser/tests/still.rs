//! What a reader has before the page is alive, and without scripts: the whole text. What was done to it by then stays when the
//! page comes to life.

use serde_json::json;
use wirecopy_browser::{Page, root, visit};

#[test]
fn the_text_is_there_first_and_nothing_moves_when_the_page_comes_to_life() {
    visit("still", |page| async move {
        page.hold(true);
        page.open_still("/#p12").await;
        everything_to_read(&page, "document").await;
        page.wait_until("what is clicked is not lost", "document.querySelector('#save:enabled')").await;
        assert_eq!(page.eval("document.querySelectorAll('#timeline :enabled').length").await, 0);
        assert_eq!(page.eval("document.querySelector('article p:target').id").await, "p12");

        // The reader goes elsewhere, opens the notice, follows a link by key, selects over two paragraphs.
        page.click("#notice summary").await;
        page.eval(
            "(document.querySelector('article a.deadline').focus(), \
              getSelection().setBaseAndExtent(document.querySelector('#p5').lastChild, 3, document.querySelector('#s1').lastChild, 4), \
              scrollTo(0, 1234), document.querySelector('#notice-2').was = 'still', window.shifted = 0, \
              window.PerformanceObserver.supportedEntryTypes.includes('layout-shift') && \
              new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifted += entry.value)).observe({ type: 'layout-shift' }))",
        )
        .await;
        page.wait_until("the page is there", "scrollY === 1234").await;
        let before = page.eval(KEPT).await;
        assert_ne!(before["selected"], "");

        page.hold(false);
        page.alive().await;
        assert_eq!(page.eval("document.querySelector('#notice-2').was").await, "still", "the page lives as it stands");
        assert_eq!(page.eval(KEPT).await, before);
        page.whole().await;
        assert_eq!(page.eval("document.querySelector('#notice-2').was").await, json!(null), "the live page has taken over");
        assert_eq!(page.eval(KEPT).await, before);
        let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
        page.eval(&format!("(window.painted = false, {frames}.then(() => window.painted = true), null)")).await;
        page.wait_until("the page is painted", "window.painted").await;
        assert_eq!(page.eval(KEPT).await, before);
        assert_eq!(page.eval("window.shifted").await, 0);
    });
}

const KEPT: &str = "({ at: scrollY, open: document.querySelector('#notice').open, focus: document.activeElement.textContent, \
    selected: String(getSelection()), target: (document.querySelector(':target') || {}).id, height: document.documentElement.scrollHeight })";

/// Title, headline, story with its captions, steps, notice with its clauses: in the frame or page of this expression.
async fn everything_to_read(page: &Page, document: &str) {
    let there = page
        .eval(&format!(
            "(page => [!!page.title, !!page.querySelector('h1').textContent, page.querySelectorAll('article > p[id]').length, \
             page.querySelectorAll('figure').length, page.querySelectorAll('li.step').length, page.querySelectorAll('#notice li').length])({document})"
        ))
        .await;
    assert_eq!(there, json!([true, true, 20, 6, 4, 7]));
}

#[test]
fn without_scripts_the_text_is_there_and_no_control_lies() {
    visit("scripts_off", |page| async move {
        for complaint in ["Blocked script execution", "favicon.ico"] {
            page.expect_complaint(complaint);
        }
        // A sandbox is where every browser turns scripts off when it is asked to.
        page.open_still("/reports/default.txt").await;
        page.eval(
            "(frame => { frame.sandbox = 'allow-same-origin'; frame.src = '/'; frame.width = 600; frame.height = 900; \
             document.body.replaceChildren(frame); frame.onload = () => window.loaded = true; })(document.createElement('iframe'))",
        )
        .await;
        page.wait_until("the page is loaded", "window.loaded").await;
        let frame = "document.querySelector('iframe').contentDocument";
        everything_to_read(&page, frame).await;
        let seen =
            |css: &str| format!("Array.from({frame}.querySelectorAll('{css}')).filter(part => part.getClientRects().length > 0).length");
        assert_eq!(
            page.eval(&seen(".ways *, .dial, .hand *, .views, button, input, select")).await,
            0,
            "nothing is shown that needs scripts"
        );
        assert_eq!(page.eval(&seen("noscript a[href=\"reports/default.txt\"]")).await, 1, "the page says so");
        assert_eq!(page.eval(&seen("#notice summary")).await, 1);
    });
}

#[test]
fn another_text_in_the_place_of_the_default_report_is_shown() {
    visit("replaced", |page| async move {
        let text = "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n接到通知后，工作人员2小时内到岗。\n";
        page.serve_instead("/reports/default.txt", Some(text.as_bytes()));
        page.open("/").await;
        assert_eq!(page.texts("h1").await, ["渡口又开了"]);
        assert_eq!(page.eval("document.title").await, "渡口又开了");
        assert_eq!(page.eval("document.querySelectorAll('#p12, #notice, #source').length").await, 0, "nothing of the other is left");

        page.expect_complaint("404");
        page.serve_instead("/reports/default.txt", None);
        page.open("/").await;
        everything_to_read(&page, "document").await;
        assert!(page.texts("[role=alert]").await.concat().contains("没有取到 reports/default.txt（状态 404）"));
    });
}

#[test]
fn where_the_page_cannot_come_to_life_the_text_stays() {
    visit("lifeless", |page| async move {
        for complaint in ["404", "wasm", "WebAssembly", "HTTP status code"] {
            page.expect_complaint(complaint);
        }
        page.open("/").await;
        let wasm = page.eval("document.querySelector('[data-wasm]').dataset.wasm").await;
        page.serve_instead(wasm.as_str().expect("an address").trim_start_matches('.'), None);
        page.open_still("/?again").await;
        page.wait_until("the page says what to do", "document.querySelector('main [role=alert]')").await;
        everything_to_read(&page, "document").await;
        assert_eq!(page.eval("document.querySelectorAll('button:enabled, input:enabled, select:enabled').length").await, 0);
    });
}

#[test]
fn a_page_opened_from_a_folder_says_why_nothing_moves() {
    visit("still-folder", |page| async move {
        for complaint in ["CORS policy", "ERR_FAILED"] {
            page.expect_complaint(complaint);
        }
        page.open_from_disk(&root("dist/index.html")).await;
        page.wait_for("main [role=alert]").await;
        let [said] = &page.texts("[role=alert]").await[..] else { panic!("the page says one thing") };
        assert!(said.contains("文件夹"), "{said}");
        everything_to_read(&page, "document").await;
    });
}
