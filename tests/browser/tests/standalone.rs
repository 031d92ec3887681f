//! A reader takes page and report along as one file, which opens without a server, asks for nothing, and makes further files.

use std::{fs, path::PathBuf};

use serde_json::json;
use wirecopy_browser::{Page, empty_folder, visit};

const TEXT: &str = "暴雨夜，海州渡口全员撤离\n新海网海州2021年7月24日电 (李远)接到报告后，应急队半小时内赶到现场；1小时内，渡口全员撤离。\n\
    </script><!-- 队员在渡口。 海事局供图\n渡口又开了\n大江网免责声明：\n1. 未经授权不得转载。\r\n2. 转载请注明。\n";

/// A picture of one colour, and the same in another form.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9ccp\x09M\x03\0\x01\xe0\x01\0\xc5\xc6\xf5\x88\0\0\0\0IEND\xaeB`\x82";

#[test]
fn one_file_is_taken_along_and_makes_another() {
    visit("standalone", |page| async move {
        let folder = empty_folder("standalone");
        page.open("/").await;
        let first = take(&page, folder.join("first.html")).await;
        page.open_file(&first).await;
        assert_eq!(page.texts("figure").await.len(), 6);
        asks_for_nothing(&page).await;

        // A text of the reader's, a label set right, a photo.
        page.open("/").await;
        page.drop_on("body", &[("a.txt", "text/plain", TEXT)]).await;
        page.wait_until("the text is read", "document.title === '暴雨夜，海州渡口全员撤离'").await;
        page.click("#inspect").await;
        page.wait_for(".lines").await;
        let line =
            page.eval("[...document.querySelectorAll('.lines > li')].find(line => line.textContent.includes('渡口又开了')).id").await;
        page.pick(&format!("#{} select", line.as_str().expect("lines have ids")), "heading").await;
        page.click("#inspect").await;
        page.wait_until(
            "the label is set",
            "[...document.querySelectorAll('article h2')].some(head => head.textContent.includes('渡口又开了'))",
        )
        .await;
        let photo = folder.join("p.png");
        fs::write(&photo, PNG).expect("the photo is written");
        page.choose("#photo-1", &photo).await;
        page.wait_until("the photo is there", "document.querySelector('#fig1 img')?.naturalWidth === 1").await;
        let second = take(&page, folder.join("second.html")).await;
        complete(&page, &second).await;
        let third = take(&page, folder.join("third.html")).await;
        complete(&page, &third).await;
        let (second, third) = (fs::read(second).unwrap(), fs::read(third).unwrap());
        assert_eq!(second.len(), third.len(), "a file of a file is the same file");
    });
}

/// Saves the page as a file.
async fn take(page: &Page, file: PathBuf) -> PathBuf {
    page.keep_downloads().await;
    page.whole().await;
    page.choose_from("#export", "#save-page").await;
    let taken = page.downloaded().await;
    page.wait_until("it is said", "document.querySelector('.speech').textContent === '网页已存成一个文件，不联网也能打开。'").await;
    let name = taken["name"].as_str().expect("a name");
    assert!(name.rsplit_once('.').is_some_and(|(_, kind)| kind == "html"), "{name}");
    fs::write(&file, taken["text"].as_str().expect("a file of text")).expect("the file is written");
    file
}

async fn complete(page: &Page, file: &std::path::Path) {
    page.open_file(file).await;
    assert_eq!(page.eval("document.title").await, "暴雨夜，海州渡口全员撤离");
    assert!(page.texts("article h2").await.concat().contains("渡口又开了"), "the correction is kept");
    page.wait_until("the photo is in it", "document.querySelector('#fig1 img')?.naturalWidth === 1").await;
    assert_eq!(page.eval("document.querySelector('#fig1 img').src.split(':')[0]").await, "data");
    page.eval("(slider => { slider.value = 0; slider.dispatchEvent(new Event('input', { bubbles: true })) })(document.querySelector('input[type=range]'))").await;
    page.wait_until(
        "the slider works",
        "document.querySelectorAll('.step').length === 2 && !document.querySelector('.step[data-reached=true]')",
    )
    .await;
    page.click("#notice summary").await;
    page.wait_until("the notice opens", "document.querySelector('#notice').open").await;
    asks_for_nothing(page).await;
}

async fn asks_for_nothing(page: &Page) {
    let asked =
        page.eval("performance.getEntriesByType('resource').map(asked => asked.name).filter(name => !/^(data|blob):/.test(name))").await;
    assert_eq!(asked, json!([]));
}
