//! A reader opens texts from addresses, samples, and what was opened before; goes back and forth; and is told what can't be opened and why.

use fantoccini::key::Key;
use wirecopy_browser::{Page, visit};

const TITLE: &str = "渡口又开了";

#[test]
fn an_address_is_opened_and_says_whose_the_text_is() {
    visit("address", |page| async move {
        let elsewhere = page.elsewhere().await;
        let host = elsewhere.trim_start_matches("http://").to_owned();
        for target in ["/open", "/moved", "/page"] {
            page.open(&format!("/?src={elsewhere}{target}")).await;
            titled(&page, TITLE).await;
            assert_eq!(page.texts("article p").await.len(), 2, "{target}: the lines of a page without its menu");
            assert_eq!(page.texts(".found-at a").await, [&*host]);
            assert_eq!(page.eval("document.querySelector('.found-at a').rel").await, "noopener noreferrer");
        }
        // What the page serves itself needs no such word; the address may be escaped.
        page.open("/?src=reports%2Ftyphoon.txt&lang=zh-Hant").await;
        titled(&page, "颱風夜離島斷電 搶修隊六小時讓衛生所亮燈").await;
        assert_eq!(page.texts(".found-at, #encoding").await.len(), 0);
    });
}

#[test]
fn what_cannot_be_fetched_is_told_and_nothing_else_is_shown_instead() {
    visit("address_refused", |page| async move {
        page.expect_complaint("404");
        page.expect_complaint("Access-Control-Allow-Origin");
        page.expect_complaint("ERR_");
        let elsewhere = page.elsewhere().await;
        let closed = format!("没有取到 {elsewhere}/closed：那个网站没有回应，或不许别的网页取它的文本。");
        let none = format!("没有取到 {elsewhere}/none：那个网站回答 404。");
        let endless = format!("{elsewhere}/endless 超过 64 MB");
        for (src, words) in [
            ("javascript:alert(1)", "“javascript:alert(1)”不是网页能取的地址。"),
            ("data:text/plain,a", "“data:text/plain,a”不是网页能取的地址。"),
            ("file:///etc/hosts", "“file:///etc/hosts”不是网页能取的地址。"),
            ("http://", "“http://”不是网页能取的地址。"),
            ("reports/none.txt", "没有取到 reports/none.txt：那个网站回答 404。"),
            (&format!("{elsewhere}/none"), &none),
            (&format!("{elsewhere}/closed"), &closed),
            (&format!("{elsewhere}/endless"), &endless),
        ] {
            page.open(&format!("/?src={src}")).await;
            told(&page, words).await;
            assert_eq!(page.texts("h1, article").await.len(), 0, "{src}: no other text is shown");
        }
        page.press("#instead", Key::Enter).await;
        page.wait_for("article p").await;
        assert_eq!(page.eval("location.search + document.querySelectorAll('[role=alert]').length").await, "0");
    });
}

#[test]
fn what_takes_long_is_told_can_be_given_up_and_ends_by_itself() {
    visit("address_slow", |page| async move {
        let elsewhere = page.elsewhere().await;
        page.open(&format!("/?src={elsewhere}/silent")).await;
        page.wait_until("it is told", "document.querySelector('.coming')?.textContent.includes('/silent')").await;
        page.press("#cancel", Key::Enter).await;
        page.wait_for("article p").await;
        assert_eq!(page.eval("document.querySelector('#open').open").await, false, "the same key opens no menu");
        assert_eq!(page.eval("location.search").await, "");

        address(&page, &format!("{elsewhere}/silent")).await;
        page.wait_for(".coming progress").await;
        assert_ne!(page.texts("h1").await, [""; 0], "the text that is here stays");
        told(&page, &format!("没有取完 {elsewhere}/silent：那个网站 15 秒没有传来任何内容，或五分钟还没有传完。")).await;
        page.press("#dismiss", Key::Enter).await;
        page.wait_until("it is gone", "!document.querySelector('[role=alert], .coming')").await;
        assert_eq!(page.eval("document.activeElement.localName").await, "summary", "the focus is not lost");
    });
}

#[test]
fn back_and_forward_lead_from_text_to_text() {
    visit("history", |page| async move {
        page.open("/").await;
        let first = page.eval("document.title").await;
        let first = first.as_str().expect("a title").to_owned();
        page.choose_from("#open", "#samples a:nth-of-type(3)").await;
        page.wait_until("the sample is here", "location.search === '?src=reports/metro.txt' && document.title.includes('地铁')").await;
        let sample = page.eval("document.title").await;
        let sample = sample.as_str().expect("a title").to_owned();
        page.copy(&[("text/plain", "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n")]).await;
        page.paste("body").await;
        titled(&page, TITLE).await;
        assert_eq!(page.eval("location.search").await, "");
        // A step to a place is none to another text.
        page.eval("location.hash = '#p1'").await;
        page.wait_until("the place is gone to", "document.querySelector('#p1:target')").await;
        page.eval("history.back()").await;
        page.wait_until("and left", "location.hash === ''").await;
        assert_eq!(page.eval("document.title").await, TITLE);
        for (step, title) in [(-1, &*sample), (-1, &*first), (1, &*sample), (1, TITLE)] {
            page.eval(&format!("history.go({step})")).await;
            titled(&page, title).await;
        }
        // A text of the reader's is not in the address.
        page.open("/").await;
        titled(&page, &first).await;
    });
}

#[test]
fn texts_are_remembered_on_the_readers_wish_alone() {
    visit("recent", |page| async move {
        page.open("/").await;
        page.choose_from("#open", "#samples a:nth-of-type(2)").await;
        titled(&page, "颱風夜離島斷電 搶修隊六小時讓衛生所亮燈").await;
        assert_eq!(page.eval("localStorage.length").await, 0, "nothing is kept unasked");

        page.press("#open > summary", Key::Enter).await;
        page.press("#remember", Key::Space).await;
        page.copy(&[("text/plain", "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n")]).await;
        page.paste("body").await;
        titled(&page, TITLE).await;
        address(&page, "reports/metro.txt").await;
        page.wait_until("the address is opened", "location.search === '?src=reports/metro.txt'").await;
        page.wait_until("both are listed", "document.querySelectorAll('.recent li').length === 2").await;
        assert_eq!(page.texts(".recent .title").await, ["reports/metro.txt", TITLE]);

        // What stands there may be anyone's.
        page.eval("localStorage.setItem('wirecopy:text:x', 'y') ?? localStorage.setItem('wirecopy:text:9e99:<b>bad</b>', '<img src=x>')")
            .await;
        page.open("/").await;
        page.press("#open > summary", Key::Enter).await;
        page.whole().await;
        assert_eq!(page.texts(".recent .title").await, ["<b>bad</b>", "reports/metro.txt", TITLE]);
        page.press(".recent li:nth-of-type(3) [name=recent]", Key::Enter).await;
        titled(&page, TITLE).await;

        page.press("#open > summary", Key::Enter).await;
        page.press(".recent li:nth-of-type(2) [name=forget]", Key::Enter).await;
        page.wait_until("one is forgotten", "document.querySelectorAll('.recent li').length === 2").await;
        page.wait_until("the focus is not lost", "document.activeElement.id === 'remember'").await;
        page.press("#remember", Key::Space).await;
        page.wait_until("none is left", "!document.querySelector('.recent li')").await;
        assert_eq!(page.eval("Object.keys(localStorage).join()").await, "wirecopy:text:x", "what is not the page's stays");
    });
}

/// Opens an address from the menu by key; it was copied into the field, for not every driver can type a colon.
async fn address(page: &Page, address: &str) {
    page.press("#open > summary", Key::Enter).await;
    page.eval(&format!("document.querySelector('#address').value = '{address}'")).await;
    page.press("#address", Key::Enter).await;
}

async fn titled(page: &Page, title: &str) {
    page.wait_until(&format!("{title} is on the page"), &format!("document.title === '{title}'")).await;
}

async fn told(page: &Page, words: &str) {
    page.wait_until(&format!("the page says {words}"), &format!("document.querySelector('[role=alert]')?.textContent.includes('{words}')"))
        .await;
}
