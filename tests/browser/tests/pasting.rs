//! A reader pastes what was copied elsewhere: a piece of a page, a plain text, nothing; by key and by the page's own button.

use serde_json::Value;
use wirecopy_browser::{Page, visit};

const PIECE: &str = "<meta charset='utf-8'><nav>首页</nav><h2>暴雨夜，海州渡口全员撤离</h2>\
    <p>新海网海州7月24日电 接到报告后，应急队<b>半小时内</b>赶到现场。<img src=x onerror='window.ran = true'></p><p>雨停了。</p>";
const PLAIN: &str = "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n";

#[test]
fn what_was_copied_is_read() {
    visit("pasting", |page| async move {
        page.expect_complaint("script-src");
        page.open("/#p3").await;
        page.wait_for("article").await;

        paste(&page, "body", &[("text/html", PIECE), ("text/plain", "not this")]).await;
        page.wait_until("the piece of a page is read", "document.title === '暴雨夜，海州渡口全员撤离'").await;
        assert_eq!(page.texts("article p").await.len(), 2);
        assert_eq!(page.eval("window.ran === undefined && location.hash === '' && scrollY === 0").await, true);
        assert!(page.texts("#encoding").await.is_empty(), "a pasted text has no encoding to correct");

        // Wherever the focus is.
        paste(&page, "#export summary", &[("text/plain", PLAIN)]).await;
        page.wait_until("the plain text is read", "document.title === '渡口又开了'").await;

        // A word processor's picture of a text is not the text.
        paste(&page, "body", &[("text/html", "<img src=x>"), ("text/plain", PIECE)]).await;
        page.wait_until("the text behind the picture is read", "document.querySelector('article').textContent.includes('雨停了。')").await;

        paste(&page, "body", &[("text/plain", " ")]).await;
        told(&page, "没有复制到文字。请先复制一篇电稿，再来粘贴。").await;

        button(&page).await;
    });
}

/// What the button asks the browser for; the answer is the test's, since each browser has its own way to ask the reader.
async fn button(page: &Page) {
    let answer =
        |with: String| format!("Object.defineProperty(navigator.clipboard, 'read', {{ configurable: true, value: async () => {with} }})");
    page.eval(&answer("{ throw new DOMException('', 'NotAllowedError') }".into())).await;
    page.choose_from("#open", "#paste").await;
    told(page, "浏览器没有允许读取剪贴板。请直接在页面上按 Ctrl+V（或 ⌘V）粘贴。").await;

    let item =
        |form: &str, text: &str| format!("[new ClipboardItem({{ '{form}': new Blob([{}], {{ type: '{form}' }}) }})]", Value::from(text));
    page.eval(&answer(item("text/plain", " "))).await;
    page.choose_from("#open", "#paste").await;
    told(page, "没有复制到文字。请先复制一篇电稿，再来粘贴。").await;

    page.eval(&answer(item("text/plain", PLAIN))).await;
    page.choose_from("#open", "#paste").await;
    page.wait_until("the plain text is read", "document.title === '渡口又开了' && !document.querySelector('[role=alert]')").await;

    page.eval(&answer(item("text/html", PIECE))).await;
    page.choose_from("#open", "#paste").await;
    page.wait_until("the piece of a page is read", "document.title === '暴雨夜，海州渡口全员撤离'").await;
}

async fn paste(page: &Page, css: &str, forms: &[(&str, &str)]) {
    page.copy(forms).await;
    page.paste(css).await;
}

async fn told(page: &Page, words: &str) {
    page.wait_until(&format!("the page says {words}"), &format!("document.querySelector('[role=alert]')?.textContent === '{words}'")).await;
}
