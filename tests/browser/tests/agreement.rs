//! The page and the command line make the same report of the same bytes, whatever decoder and parser the browser brings.

use std::{fs, path::PathBuf};

use encoding_rs::{BIG5, GB18030};
use serde_json::Value;
use wirecopy::{export, report::Note, text::decode};
use wirecopy_browser::{Page, visit};

const STORY: &str = "暴雨夜，海州渡口全员撤离\n新海网海州7月24日电 接到报告后，应急队半小时内赶到现场。\n";

const PAGES: [&str; 7] = [
    "<!doctype html><title>渡口_新闻</title><p>雨停<b>了<i>。</b>渡口</i>又开了。<p>　　船<br>来了，\n  人<wbr>上船。",
    "<html><table>散落的话<caption>水位</caption><tr><th>站<td>水位<tr><td><p>东口</p></td><td>3.2米</td></table><p>表后的话。",
    "<html><head><noscript><p>请打开脚本</p></noscript><title>渡口</title></head><NOSCRIPT><img alt=图></NOSCRIPT><p>雨停了，渡口又开了。",
    "<html><pre>第一行\n   第二行\n\n第三行</pre><p>x &nbsp;&lt;b&gt; &amp;amp; &#8220;y&#x201D; &hellip;<select><option>选</select><textarea>写</textarea>",
    "<html><div hidden>旧稿<p>旧稿</div><template><p>样</template><ruby>漢<rt>ㄏㄢˋ</rt></ruby>字在这里。<svg><title>图</title></svg><math><mi>x</mi></math>",
    "<html><h1>雨 停\u{a0}了</h1><ul><li>甲地有雨。<li>乙地无雨。</ul><img alt=' 渡口的船 '><figure><figcaption>船到。李远 摄</figcaption></figure></body></html>尾",
    "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html><body><p>雨停了。<!-- 不是 --></p><![CDATA[x]]><p/>又下了。\u{0}\r\n完",
];

#[test]
fn page_and_command_line_agree() {
    visit("agreement", |page| async move {
        page.open("/").await;
        page.wait_for("article").await;
        page.eval(
            "(URL.createObjectURL = blob => { blob.text().then(text => window.saved = JSON.parse(text)); return '#'; }, \
              HTMLAnchorElement.prototype.click = () => {}, null)",
        )
        .await;
        let mut broken = GB18030.encode(STORY).0.into_owned();
        broken[20] = 0xFF;
        let utf16: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_be_bytes).chain([0xDC, 0x00, 0x4E]).collect();
        for bytes in [
            broken,
            utf16,
            STORY.as_bytes()[1..].to_vec(),
            [b"\xEF\xBB\xBF\xEF\xBB\xBF", STORY.as_bytes()].concat(),
            BIG5.encode("颱風逼近，海州全力防禦，市民請勿外出。").0.into_owned(),
            GB18030.encode(&PAGES[0].replace("<title>", "<meta charset=big5><title>")).0.into_owned(),
        ] {
            check(&page, &bytes).await;
        }
        for text in PAGES {
            check(&page, text.as_bytes()).await;
        }
    });
}

async fn check(page: &Page, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("agreement.txt");
    fs::write(&path, bytes).expect("the file is written");
    let decoded = decode::read(bytes, None);
    let mut report = wirecopy::parse(&decoded.text);
    report.notes.splice(..0, Note::on_decoding(&decoded));
    let expected: Value =
        serde_json::from_str(&export::json_with_source(&report, &decoded.text).expect("a report is JSON")).expect("JSON is JSON");

    // Each file has a list of encodings of its own.
    page.eval("window.before = document.querySelector('#encoding'), window.saved = undefined, null").await;
    page.choose("#file", &path).await;
    page.wait_until("the file is read", "document.querySelector('#encoding') && document.querySelector('#encoding') !== window.before")
        .await;
    page.choose_from("#export", "#save").await;
    page.wait_until("the report is handed out", "window.saved").await;
    assert_eq!(page.eval("window.saved").await, expected, "{}", decoded.text);
}
