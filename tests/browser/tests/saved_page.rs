//! A reader opens a page saved elsewhere: the story without its menus, and nothing of it runs.

use std::{fs, path::PathBuf};

use encoding_rs::GB18030;
use wirecopy_browser::visit;

/// As a site would serve it, down to what must not happen; in an encoding its head declares.
const PAGE: &str = r#"<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>海州渡口全员撤离_海州新闻网</title>
<noscript><p>请打开脚本</p></noscript>
<script>window.ran = true; document.title = "ran";</script>
<base href="https://elsewhere.example/"><link rel="stylesheet" href="/style.css">
</head><body onload="window.ran = true">
<nav><ul><li><a href="/">首页</a></li><li><a href="javascript:window.ran = true">时政</a></li></ul></nav>
<h1>暴雨夜，海州渡口
    全员撤离</h1>
<p>&emsp;&emsp;新海网海州7月24日电&nbsp;(李远)接到报告后，应急队<b>半小时内</b>赶到现场；2小时内，渡口人员全部撤离。</p>
<figure><img src="/boat.jpg" onerror="window.ran = true"><figcaption>应急队员扶老人上船。李远 摄</figcaption></figure>
<p hidden>旧稿</p><iframe srcdoc="<script>parent.ran = true</script>"></iframe><svg><script>window.ran = true</script></svg>
<p>&ldquo;水退之前，谁也不能走。&rdquo;渡口的人这样说。(完)</p>
</body></html>"#;

#[test]
fn a_saved_page_is_read_for_its_story() {
    visit("saved_page", |page| async move {
        for blocked in ["script-src", "base-uri"] {
            page.expect_complaint(blocked);
        }
        page.open("/").await;
        page.wait_for("article").await;
        let file = |name: &str, bytes: &[u8]| {
            let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
            fs::write(&path, bytes).expect("the file is written");
            path
        };

        page.choose("#file", &file("saved.html", &GB18030.encode(PAGE).0)).await;
        page.wait_until("the story is there", "document.title === '暴雨夜，海州渡口全员撤离'").await;
        assert_eq!(page.texts("h1").await, ["暴雨夜，海州渡口全员撤离"]);
        assert_eq!(page.texts("#encoding option:checked").await, ["GB18030"], "the page itself says so");
        assert_eq!(page.texts("figure.caption .credit").await.len(), 1);
        assert_eq!(page.texts("li.step").await.len(), 2);
        let story = page.texts("main").await.concat();
        for (what, is_there) in
            [("“水退之前", true), ("首页", false), ("请打开脚本", false), ("旧稿", false), ("<", false), ("nbsp", false)]
        {
            assert_eq!(story.contains(what), is_there, "{what} in {story}");
        }
        assert_eq!(page.eval("window.ran === undefined && document.querySelectorAll('base, iframe').length === 0").await, true);

        let deep = format!("<html><title>井</title>{}井很深，雨停之前谁也看不见底。{}", "<div><b>".repeat(5000), "<p>乙".repeat(100));
        page.choose("#file", &file("deep.html", deep.as_bytes())).await;
        page.wait_until("a page of any depth is read", "document.querySelector('main').textContent.includes('井很深，雨停之前')").await;

        page.choose("#file", &file("blank.html", b"<html><body><nav>menu</nav>")).await;
        page.wait_until("a page without text is told", "document.querySelector('[role=alert]')").await;
        assert_eq!(page.texts("[role=alert]").await, ["blank.html 里没有文字。请换一个文件。"]);
    });
}
