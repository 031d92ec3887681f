//! A reader goes to places in a report and takes their addresses along: paragraphs, headings, figures; the table of contents and
//! the line at the top say how far it went.

use std::{fs, path::PathBuf};

use fantoccini::key::Key;
use serde_json::json;
use wirecopy_browser::{Page, visit};

#[test]
fn every_place_has_an_address_to_take_along() {
    visit("places", |page| async move {
        page.open("/?x=1").await;
        assert_eq!(
            page.eval("Array.from(document.querySelectorAll('article :is(p[id], h2, figure)')).filter(place => !place.querySelector(`a.anchor[href='#${place.id}']`)).length").await,
            0,
            "each paragraph, heading and figure links to itself"
        );

        // By key: reached in order, seen when it is, followed, copied.
        clipboard(&page, "window.copied = text").await;
        page.eval("document.querySelector('#p1 .anchor').focus()").await;
        page.press("#p1 .anchor", Key::Tab).await;
        page.wait_until(
            "the next link has the focus",
            "document.activeElement.matches('article a') && !document.activeElement.matches('#p1 .anchor')",
        )
        .await;
        page.eval("document.querySelector('#p3 .anchor').focus()").await;
        page.wait_until("it can be seen", "getComputedStyle(document.querySelector('#p3 .anchor')).opacity === '1'").await;
        page.press("#p3 .anchor", Key::Enter).await;
        said(&page, "链接已复制。").await;
        assert_eq!(page.eval("window.copied === location.origin + '/?x=1#p3' && location.hash === '#p3'").await, true);
        assert_eq!(page.eval("document.querySelector('#p3').matches(':target')").await, true);

        // By touch: the place first, then what it shows.
        page.eval("document.querySelector('#p5').focus()").await;
        page.click("#p5 .anchor").await;
        page.wait_until("the other link is copied", "window.copied.endsWith('#p5')").await;

        clipboard(&page, "return Promise.reject(new DOMException('', 'NotAllowedError'))").await;
        page.eval("document.querySelector('#sec1').focus()").await;
        page.click("#sec1 .anchor").await;
        said(&page, "浏览器没有允许复制；链接在地址栏里，可从那里复制。").await;
        assert_eq!(page.eval("location.hash").await, "#sec1");

        // A text of one's own is at no address.
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("own.txt");
        fs::write(&file, "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n").expect("the file is written");
        page.choose("#file", &file).await;
        page.wait_until("the text is there", "document.title === '渡口又开了'").await;
        page.eval("document.querySelector('#p1').focus()").await;
        page.click("#p1 .anchor").await;
        said(&page, "这篇文本只在您这里打开着，链接在本页才有用。").await;
        page.wait_until("the sentence goes away by itself", "document.querySelector('.speech').textContent === ''").await;
    });
}

/// What the browser's clipboard does with a text; each browser has its own way to ask the reader.
async fn clipboard(page: &Page, act: &str) {
    page.eval(&format!(
        "(Object.defineProperty(navigator.clipboard, 'writeText', {{ configurable: true, value: async text => {{ {act} }} }}), null)"
    ))
    .await;
}

async fn said(page: &Page, words: &str) {
    page.wait_until(
        &format!("the page says {words}"),
        &format!("document.querySelector('[role=status].speech').textContent === '{words}'"),
    )
    .await;
}

#[test]
fn the_contents_and_the_line_at_the_top_follow() {
    visit("contents", |page| async move {
        page.open("/").await;
        let current =
            "Array.from(document.querySelectorAll('.contents [aria-current=location]'), link => link.getAttribute('href')).join()";
        let line = "document.querySelector('.read').getBoundingClientRect().width / document.documentElement.clientWidth";
        assert_eq!(page.eval(current).await, "");
        assert_eq!(page.eval(line).await, 0);

        page.eval("document.querySelector('#sec2').scrollIntoView({ behavior: 'instant' })").await;
        page.wait_until("the reader is in the second section", &format!("{current} === '#sec2'")).await;
        assert_eq!(page.eval(&format!("(part => part > 0.2 && part < 0.9)({line})")).await, true);
        assert_eq!(
            page.eval(
                "(({ top, bottom }) => top >= 0 && bottom < innerHeight)(document.querySelector('.contents').getBoundingClientRect())"
            )
            .await,
            true,
            "the contents go along"
        );
        page.eval("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })").await;
        page.wait_until("the reader leapt to the end", &format!("{current} === '#sec3' && {line} > 0.99")).await;
        page.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
        page.wait_until("and back", &format!("{current} === '' && {line} === 0")).await;
    });
}

#[test]
fn a_long_table_of_contents_scrolls_along() {
    visit("long-contents", |page| async move {
        let chapter = |n: usize| format!("{n}、渡口第{n}次复航\n首班渡轮当日上午离岸，码头恢复售票，居民往来如常。");
        let head = ["渡口复航记".to_owned(), "新海网海州2021年7月26日电 海州渡口恢复通行。".to_owned()];
        let lines: Vec<String> = head.into_iter().chain((1..=160).map(chapter)).collect();
        page.serve_instead("/reports/metro.txt", Some(lines.join("\n").as_bytes()));
        page.open("/?src=reports/metro.txt").await;
        page.resize(1400, 800).await;
        page.wait_until("all of it is there", "document.querySelector('#sec160') && !document.querySelector('article[aria-busy]')").await;
        let table = "document.querySelector('.contents')";
        let fits = format!("{table}.getBoundingClientRect().height <= innerHeight && {table}.scrollHeight > {table}.clientHeight");
        assert_eq!(page.eval(&fits).await, true, "the table scrolls for itself");
        // What is laid out on the way moves the place: a reader, too, goes on until it is there.
        let go = "document.querySelector('#sec120').scrollIntoView({ behavior: 'instant' })";
        let current = format!("{table}.querySelector('[aria-current]')");
        let far = format!("({go}, Number({current}?.hash.slice(4)) >= 110)");
        page.wait_until("the reader is far down", &far).await;
        let seen = format!(
            "(({{ top, bottom }}, table) => top >= table.top - 1 && bottom <= table.bottom + 1)\
             ({current}.getBoundingClientRect(), {table}.getBoundingClientRect())"
        );
        page.wait_until("and so is the table", &seen).await;
    });
}

#[test]
fn nothing_is_cut_on_the_narrowest_page() {
    visit("narrow", |page| async move {
        for target in ["/", "/?lang=en", "/?lang=zh-Hant"] {
            page.open(target).await;
            page.resize(320, 640).await;
            page.wait_until("the page is narrow", "innerWidth <= 500").await;
            let wide = "Array.from(document.querySelectorAll('body *')).filter(part => part.getClientRects().length > 0 && \
                !part.closest('.sr, svg, .anchor, input, details:not([open]) > :not(summary)') && part.getBoundingClientRect().right > innerWidth + 1).map(part => part.className)";
            assert_eq!(page.eval(wide).await, json!([]), "{target}");
            assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await, true, "{target}");
        }
    });
}
