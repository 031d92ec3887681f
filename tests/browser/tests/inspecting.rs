//! A reader goes through a report line by line, by keyboard alone: corrects labels, takes corrections back, and keeps them in a file.

use fantoccini::key::Key;
use serde_json::{Value, json};
use wirecopy_browser::{Page, visit};

const TEXT: &str = "暴雨夜，海州渡口全员撤离\n\
    首班渡轮离岸。 海州海事局供图\n\
    新海网海州2021年7月24日电 (李远)接到报告后，应急队半小时内赶到现场。雨停了\u{200b}。(完)\n\
    渡口的清晨\n\
    “水位退到警戒线以下，就开。”值守员说。雨停之后，渡口恢复通行，首班渡轮载着乘客离岸。\n\
    分享到：\n";

#[test]
fn lines_are_inspected_and_corrected() {
    visit("inspecting", |page| async move {
        page.open("/").await;
        page.wait_for("article").await;
        page.drop_file("a.txt", TEXT).await;
        page.wait_until("the text is read", "document.title === '暴雨夜，海州渡口全员撤离'").await;
        page.press("#inspect", Key::Enter).await;
        page.wait_for(".lines").await;
        assert_eq!(page.eval("new URLSearchParams(location.search).get('view')").await, "inspect");

        nothing_is_hidden(&page).await;
        by_key(&page).await;
        a_part_of_a_line(&page).await;
        by_list(&page).await;
        kept(&page).await;
        from_the_address(&page).await;
    });
}

async fn nothing_is_hidden(page: &Page) {
    let shown = page.texts(".lines .source").await.concat();
    let blank = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(blank(&shown), blank(TEXT));
    assert_eq!(page.eval("document.querySelector('.unseen').dataset.code").await, "U+200B");
    assert_eq!(page.texts("[data-label=furniture] .source").await, ["分享到："]);
    assert_eq!(page.texts("[data-label=caption] .reason").await, ["有图片署名“供图”"]);
}

/// The line with the focus, its label, and what was said.
async fn here(page: &Page, line: usize, label: &str, said: &str) {
    let line = line.to_string();
    page.wait_until(
        &format!("line {line} has the focus and is {label}; said: {said}"),
        &format!(
            "(line => line.matches('.lines > li') && line.querySelector('.number').textContent === '{line}' && line.dataset.label === '{label}' && \
             line.querySelector('select').value === '{label}' && document.querySelector('.speech').textContent === '{said}')(document.activeElement)"
        ),
    )
    .await;
}

async fn by_key(page: &Page) {
    page.eval("document.activeElement.blur()").await;
    page.eval("document.querySelector('#b1').focus()").await;
    here(page, 1, "title", "").await;
    for _ in 0..4 {
        page.type_key('j').await;
    }
    page.type_key('j').await;
    page.type_key('k').await;
    let at = page.eval("document.activeElement.querySelector('.source').textContent").await;
    page.type_key('j').await;
    page.wait_until("the next line has the focus", &format!("document.activeElement.querySelector('.source').textContent !== {at}")).await;
    page.eval("[...document.querySelectorAll('.lines > li')].find(line => line.dataset.label === 'heading').focus()").await;
    here(page, 4, "heading", "").await;

    page.type_key('p').await;
    here(page, 4, "paragraph", "第 4 行改为正文。").await;
    assert_eq!(page.texts(".lines .corrected .reason").await, ["由您更正"]);
    assert_eq!(page.texts(".tools .count").await, ["已更正 1 处"]);
    page.chord('z').await;
    here(page, 4, "heading", "已撤销。有 1 处随之改变。").await;
    page.chord('y').await;
    here(page, 4, "paragraph", "已重做。有 1 处随之改变。").await;
    page.type_key(Key::Delete).await;
    here(page, 4, "heading", "第 4 行恢复为小标题。").await;
    assert!(page.texts(".lines .corrected").await.is_empty());
    assert_eq!(page.texts(".tools .count").await, ["已更正 0 处"]);
}

async fn a_part_of_a_line(page: &Page) {
    page.eval(
        "(line => { line.focus(); const text = line.querySelector('.source').firstChild; \
         getSelection().setBaseAndExtent(text, 0, text, text.textContent.indexOf('雨停之后')); })\
         ([...document.querySelectorAll('.lines > li')].find(line => line.querySelector('.source').textContent.startsWith('“水位')))",
    )
    .await;
    page.type_key('c').await;
    page.wait_until(
        "the line is cut",
        "[...document.querySelectorAll('.lines > li')].filter(line => line.querySelector('.number').textContent === '5').map(line => line.dataset.label).join() === 'caption,paragraph'",
    )
    .await;
    here(page, 5, "caption", "第 5 行改为图说。").await;
}

async fn by_list(page: &Page) {
    page.pick("[data-label=furniture] select", "paragraph").await;
    page.wait_until(
        "the last line is a paragraph, and its list has the focus",
        "document.activeElement.matches('.corrected select') && document.activeElement.value === 'paragraph' && \
         document.querySelector('.tools .count').textContent === '已更正 2 处'",
    )
    .await;
    // The list follows what is taken back.
    page.press("#undo", Key::Enter).await;
    page.wait_until(
        "the list says furniture again",
        "document.querySelector('#b9 select').value === 'furniture' && document.activeElement.id === 'undo'",
    )
    .await;
    page.press("#redo", Key::Enter).await;
    page.wait_until("and a paragraph again", "document.querySelector('#b9 select').value === 'paragraph'").await;
    page.press("#redo", Key::Enter).await;
    assert_eq!(page.eval("document.activeElement.id").await, "redo", "a button with nothing left to do keeps the focus");
    page.click("#b9 .restore").await;
    page.wait_until("the line has the focus", "document.activeElement.id === 'b9' && document.activeElement.dataset.label === 'furniture'")
        .await;
}

/// The report follows, and the exported file brings the correction back.
async fn kept(page: &Page) {
    page.keep_downloads().await;
    page.choose_from("#export", "#save").await;
    let saved = page.downloaded().await["text"].as_str().expect("a text").to_owned();
    let report: Value = serde_json::from_str(&saved).expect("JSON");
    let start = TEXT.find("“水位").expect("the line is there");
    let end = TEXT.find("雨停之后").expect("the line is there");
    assert_eq!(report["corrections"], json!([{ "span": [start, end], "label": "caption" }]));

    page.press("#inspect", Key::Enter).await;
    page.wait_for("article").await;
    assert_eq!(page.texts("article figcaption .shows").await, ["首班渡轮离岸。", "“水位退到警戒线以下，就开。”值守员说。"]);

    page.drop_file("b.txt", "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行，首班渡轮离岸。\n").await;
    page.wait_until("another text is read", "document.title === '渡口又开了'").await;
    page.wait_until("where the corrections are is said", "document.querySelector('.speech').textContent.includes('后退')").await;
    page.eval("history.back()").await;
    page.wait_until(
        "they are with the text before",
        "document.title === '暴雨夜，海州渡口全员撤离' && document.querySelectorAll('article figure').length === 2",
    )
    .await;
    page.eval("history.forward()").await;
    page.wait_until("the other text is back", "document.title === '渡口又开了'").await;
    page.drop_file("a.json", &saved).await;
    page.wait_until("the report is back, corrected", "document.querySelectorAll('article figure').length === 2").await;
}

async fn from_the_address(page: &Page) {
    page.open("/?view=inspect#b3").await;
    page.wait_until("the third line has the focus", "document.activeElement.id === 'b3'").await;
    page.press("#b3", Key::Tab).await;
    page.wait_until("its list of labels is next", "document.activeElement.matches('#b3 select')").await;
}
