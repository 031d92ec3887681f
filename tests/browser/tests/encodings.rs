//! A reader opens texts in the encodings that archives and older systems hand out, sees which one was found, and corrects a wrong guess.

use std::{fs, path::PathBuf};

use encoding_rs::{BIG5, GB18030};
use wirecopy_browser::{Page, visit};

const HANS: &str = "暴雨夜，海州渡口全员撤离\n\
    新海网海州7月24日电 (李远)24日夜，海州渡口水位上涨。接到报告后，应急队半小时内赶到现场；2小时内，渡口人员全部撤离。(完)\n";
const HANT: &str = "暴雨夜，海州渡口全員撤離\n\
    （海州社記者李遠海州24日電）海州渡口水位今晚上漲，應變小組接獲通報後半小時內趕到現場，2小時內將人員全數撤離。\n";

/// Rare characters alone: byte by byte they could as well be common ones of the mainland's encoding.
const RARE: &str = "崞埩浀芮邾郇邿郿\n";

#[test]
fn texts_in_other_encodings_are_read() {
    visit("encodings", |page| async move {
        page.open("/").await;
        page.wait_for("article").await;
        assert_eq!(page.eval("document.querySelector('#encoding')").await, serde_json::Value::Null, "the page's own report needs no word");

        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        found(&page, "hans.txt", &GB18030.encode(HANS).0, HANS, "gb18030", "GB18030（推测）").await;
        found(&page, "hant.txt", &BIG5.encode(HANT).0, HANT, "big5", "Big5（推测）").await;
        found(&page, "marked.txt", &utf16(&format!("\u{FEFF}{HANS}")), HANS, "utf-16le", "UTF-16LE").await;
        found(&page, "unmarked.txt", &utf16(HANT), HANT, "utf-16le", "UTF-16LE（推测）").await;
        found(&page, "utf8.txt", format!("\u{FEFF}{HANS}").as_bytes(), HANS, "utf-8", "UTF-8").await;

        correction(&page).await;
        not_a_text(&page).await;
    });
}

async fn found(page: &Page, name: &str, bytes: &[u8], text: &str, encoding: &str, said: &str) {
    let headline = text.lines().next().expect("the text has lines");
    page.choose("#file", &file(name, bytes)).await;
    page.wait_until(
        &format!("{encoding} is told of {name}"),
        &format!("(document.querySelector('#encoding') || {{}}).value === '{encoding}' && document.title === '{headline}'"),
    )
    .await;
    assert_eq!(page.texts("h1").await, [headline]);
    assert_eq!(page.texts("#encoding option:checked").await, [said]);
    assert!(page.texts(".doubt").await.is_empty(), "every byte of {name} is text");
}

/// The same bytes in another encoding and back, with N where the reader left it.
async fn correction(page: &Page) {
    let text = "document.querySelector('h1').textContent";
    page.choose("#file", &file("rare.txt", &BIG5.encode(RARE).0)).await;
    page.wait_until("the rare characters are taken for others", "document.querySelector('#encoding').value === 'gb18030'").await;
    assert_eq!(page.texts("#encoding option:checked").await, ["GB18030（推测）"]);
    assert_ne!(page.eval(text).await, RARE.trim());

    page.pick("#encoding", "big5").await;
    page.wait_until("the text is read right", &format!("{text} === '{}'", RARE.trim())).await;
    assert!(page.eval("document.activeElement.id === 'encoding'").await == true, "the reader can go on choosing by key");

    page.pick("#encoding", "utf-8").await;
    page.wait_for(".doubt").await;
    assert!(page.texts(".doubt").await.concat().contains("处不合 UTF-8 编码"));
    page.pick("#encoding", "big5").await;
    page.wait_until("no byte was lost on the way", &format!("{text} === '{}'", RARE.trim())).await;
}

async fn not_a_text(page: &Page) {
    page.choose("#file", &file("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\xf3\xd6")).await;
    page.wait_until("the page says that this is no text", "document.querySelector('[role=alert]')").await;
    assert_eq!(page.texts("[role=alert]").await, ["photo.txt 不是文本。请在原来的程序里另存为纯文本或网页后再打开。"]);
    assert_eq!(page.texts("h1").await, [RARE.trim()], "what was open stays");
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the file is written");
    path
}
