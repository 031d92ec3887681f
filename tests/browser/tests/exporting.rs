//! A reader takes the report out: as a file in three forms, as a citation, copied or by hand; and opens the exported file again.

use serde_json::Value;
use wirecopy_browser::{Page, visit};

const TEXT: &str =
    "暴雨夜，海州渡口全员撤离\n新海网海州2021年7月24日电 (李远)接到报告后，应急队半小时内赶到现场。<b>雨</b>停了\u{200b}。(完)\n分享到：\n";

#[test]
fn a_report_is_taken_out_and_opened_again() {
    visit("exporting", |page| async move {
        page.open("/").await;
        page.wait_for("article").await;
        page.drop_file("a.txt", TEXT).await;
        page.wait_until("the text is read", "document.title === '暴雨夜，海州渡口全员撤离'").await;
        page.keep_downloads().await;

        let json = files(&page).await;
        cite(&page).await;
        open_again(&page, &json).await;
    });
}

/// Clicks an entry of the export menu.
async fn choose(page: &Page, entry: &str) {
    page.eval("document.querySelector('#export').open = true").await;
    page.click(entry).await;
}

async fn saved(page: &Page, entry: &str, name: &str, kind: &str) -> String {
    choose(page, entry).await;
    let file = page.downloaded().await;
    assert_eq!((&file["name"], &file["kind"]), (&Value::from(name), &Value::from(kind)));
    file["text"].as_str().expect("a file of text").to_owned()
}

async fn files(page: &Page) -> String {
    let article = saved(page, "#save-jsonld", "暴雨夜-海州渡口全员撤离.jsonld", "application/ld+json").await;
    let article: Value = serde_json::from_str(&article).expect("JSON-LD is JSON");
    assert_eq!((&article["@type"], &article["dateCreated"]), (&"NewsArticle".into(), &"2021-07-24".into()));

    let markdown = saved(page, "#save-markdown", "暴雨夜-海州渡口全员撤离.md", "text/markdown;charset=utf-8").await;
    assert!(markdown.starts_with("# 暴雨夜，海州渡口全员撤离\n\n新海网海州2021年7月24日电 · 记者 李远\n"), "{markdown}");

    let json = saved(page, "#save", "暴雨夜-海州渡口全员撤离.json", "application/json").await;
    let report: Value = serde_json::from_str(&json).expect("JSON is JSON");
    assert_eq!((&report["source"], &report["corrections"]), (&TEXT.into(), &serde_json::json!([])));
    json
}

/// Copied; and where the browser refuses, shown and selected.
async fn cite(page: &Page) {
    let answer = |with: &str| {
        format!("Object.defineProperty(navigator.clipboard, 'writeText', {{ configurable: true, value: async text => {{ {with} }} }})")
    };
    page.eval(&answer("window.copied = text;")).await;
    choose(page, "#cite-gbt7714").await;
    page.wait_until(
        "the citation is copied",
        "window.copied === '李远. 暴雨夜，海州渡口全员撤离[N/OL]. 新海网, 2021-07-24.' && document.querySelector('.speech').textContent === '引文已复制。'",
    )
    .await;

    page.eval(&answer("throw new DOMException('', 'NotAllowedError');")).await;
    choose(page, "#cite").await;
    page.wait_until(
        "the citation is there to copy by hand, selected",
        "(field => field && document.activeElement === field && field.value.slice(field.selectionStart, field.selectionEnd) === \
         '李远：《暴雨夜，海州渡口全员撤离》，新海网海州2021年7月24日电。')(document.querySelector('#handout'))",
    )
    .await;
    page.click("#handout-close").await;
    page.wait_until(
        "it is gone, and the focus is back at the menu",
        "!document.querySelector('#handout') && document.activeElement === document.querySelector('#export > summary')",
    )
    .await;
}

async fn open_again(page: &Page, json: &str) {
    page.drop_file("b.txt", "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行，首班渡轮离岸。\n").await;
    page.wait_until("another text is read", "document.title === '渡口又开了'").await;

    for (name, text, told) in [
        ("c.json", "[1, 2]", "c.json 不是从这里导出的报道。请打开在本页导出的 JSON 文件，或者电稿的原文。"),
        (
            "d.json",
            r#"{"blocks": [], "corrections": []}"#,
            "d.json 里只有读出的结果，没有电稿原文。请打开原文，或在命令行加上 --with-source 重新导出。",
        ),
    ] {
        page.drop_file(name, text).await;
        page.wait_until(&format!("the page says {told}"), &format!("document.querySelector('[role=alert]')?.textContent === '{told}'"))
            .await;
        assert_eq!(page.eval("document.title").await, "渡口又开了", "the text stays");
    }

    page.drop_file("e.json", json).await;
    page.wait_until("the report is back", "document.title === '暴雨夜，海州渡口全员撤离' && !document.querySelector('[role=alert]')").await;
    assert_eq!(saved(page, "#save", "暴雨夜-海州渡口全员撤离.json", "application/json").await, json, "and goes out as it came");
}
