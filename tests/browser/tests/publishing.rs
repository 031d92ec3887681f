//! An editor publishes the built folder as it is, under any address; puts reports into it; or has a site made of a folder of texts.

use std::{env, fs, path::Path, process::Command};

use serde_json::json;
use wirecopy_browser::{Page, empty_folder, root, visit_folder};

const FERRY: &str =
    "渡口又开了\n新海网海州2021年7月26日电 海州渡口26日恢复通行。\n渡轮离岸。 海事局供图\n接到通知后，工作人员2小时内到岗。\n";
const RAIN: &str = "雨停之后\n新海网海州2021年7月24日电 雨停了。接到报告后，应急队半小时内赶到现场。\n";
const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'><rect width='3' height='2' fill='#789'/></svg>";

/// Runs a program that must succeed.
fn run(program: &str, arguments: &[&str]) {
    let output = Command::new(program).args(arguments).current_dir(root("")).output();
    let output = output.unwrap_or_else(|error| panic!("{program} does not run: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Unpacks the built page as a host does that was given it as one archive.
fn deploy(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder can be made");
    let archive = folder.with_extension("tar");
    let (archive, folder, dist) = (archive.to_str().unwrap(), folder.to_str().unwrap(), root("dist"));
    run("tar", &["-cf", archive, "-C", dist.to_str().unwrap(), "."]);
    run("tar", &["-xf", archive, "-C", folder]);
}

#[test]
fn the_folder_works_under_any_address() {
    let host = empty_folder("host");
    deploy(&host.join("repo-name"));
    deploy(&host.join("a/b"));
    visit_folder("under", host, |page| async move {
        for place in ["/repo-name/", "/a/b/", "/a/b/index.html?lang=zh-Hans"] {
            page.open(place).await;
            assert_eq!(page.texts("figure").await.len(), 6, "{place}");
            page.whole().await;
            page.choose_from("#open", "#samples a:nth-of-type(3)").await;
            page.wait_until("the sample beside the page is opened", "document.title.includes('地铁')").await;
        }
    });
}

#[test]
fn one_file_is_replaced_or_several_are_listed() {
    let host = empty_folder("listed");
    deploy(&host.join("news"));
    let reports = host.join("news/reports");
    fs::write(reports.join("ferry.txt"), FERRY).unwrap();
    fs::write(reports.join("rain.txt"), RAIN).unwrap();
    fs::write(reports.join("ferry.svg"), PICTURE).unwrap();
    fs::write(reports.join("ferry.photos.json"), r#"{"1": {"file": "ferry.svg"}}"#).unwrap();
    let list = reports.join("index.json");
    fs::write(&list, r#"[{"file": "ferry.txt", "photos": "ferry.photos.json"}]"#).unwrap();
    visit_folder("listed", host, |page| async move {
        // The only one of a list is the page's report.
        page.open("/news/").await;
        assert_eq!(page.texts("h1").await, ["渡口又开了"]);
        page.wait_until("its photo is there", "document.querySelector('#fig1 img')?.naturalWidth > 0").await;
        assert_eq!(page.texts(".up").await.len(), 0);

        let several = r#"[{"file": "ferry.txt", "photos": "ferry.photos.json"}, {"file": "rain.txt", "title": "雨（改）"}, {"file": "none.txt"}, {"files": 1}]"#;
        fs::write(&list, several).unwrap();
        page.open("/news/").await;
        page.wait_until("what is wrong is said", "document.querySelector('.doubt')?.textContent.includes('报道清单第 1 行')").await;
        fs::write(&list, several.replace(", {\"files\": 1}", "")).unwrap();
        page.expect_complaint("404");
        page.open("/news/").await;
        page.wait_until(
            "all is said that there is",
            "document.querySelectorAll('.index time').length === 2 && document.querySelector('.missing')",
        )
        .await;
        assert_eq!(page.texts(".index h2").await, ["渡口又开了", "雨（改）", "none"]);
        assert_eq!(page.texts(".index .agency").await, ["新海网 海州", "新海网 海州"]);
        assert_eq!(page.eval("document.title").await, "报道");

        // From one to the others and back, by plain links.
        page.click(".index li:first-child a").await;
        page.wait_until("the report is opened", "document.title === '渡口又开了'").await;
        assert_eq!(page.eval("location.search").await, "?report=ferry");
        page.wait_until("its photo is there", "document.querySelector('#fig1 img')?.naturalWidth > 0").await;
        page.click(".up a").await;
        page.wait_for(".index").await;
        page.open("/news/?report=nobody&lang=en").await;
        page.wait_until("it says so", "document.querySelector('[role=alert]')?.textContent.includes('no report named “nobody”')").await;

        // A text of the reader's over the index, and back.
        page.open("/news/?lang=en").await;
        page.wait_for(".index").await;
        page.copy(&[("text/plain", RAIN)]).await;
        page.paste("body").await;
        page.wait_until("the text is read", "document.title === '雨停之后'").await;
        page.eval("history.back()").await;
        page.wait_until("the index is back", "document.querySelector('.index') && document.title === 'Reports'").await;
        assert_eq!(page.eval("document.querySelector('.index a').getAttribute('href')").await, "?report=ferry&lang=en");
    });
}

#[test]
fn a_site_is_made_of_a_folder_of_texts() {
    let host = empty_folder("made");
    let (texts, site) = (host.join("texts"), host.join("site"));
    fs::create_dir_all(texts.join("pics")).unwrap();
    fs::write(texts.join("渡口.txt"), FERRY).unwrap();
    fs::write(texts.join("渡口.photos.json"), r#"{"1": {"file": "pics/a b.svg", "alt": "渡轮"}}"#).unwrap();
    fs::write(texts.join("pics/a b.svg"), PICTURE).unwrap();
    // In an encoding that has to be found.
    fs::write(texts.join("rain.txt"), encoding_rs::GB18030.encode(RAIN).0).unwrap();
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let (texts, out) = (texts.to_str().unwrap(), site.to_str().unwrap());
    run(&cargo, &["run", "--quiet", "--locked", "--", "site", texts, "--out", out, "--title", "海州", "--base", "https://news.example/"]);
    visit_folder("made", site, |page| async move {
        page.open("/").await;
        assert_eq!(page.texts("h1, .index h2, .index time").await, ["海州", "渡口又开了", "2021-07-26", "雨停之后", "2021-07-24"]);
        axe(&page).await;
        page.click(".index li:first-child a").await;
        page.wait_for("article").await;
        page.alive().await;
        assert_eq!(page.texts("h1").await, ["渡口又开了"]);
        page.wait_until("its photo is there", "document.querySelector('#fig1 img')?.naturalWidth > 0").await;
        assert_eq!(
            page.eval("[document.title, document.querySelector('link[rel=canonical]').href]").await,
            json!(["渡口又开了", "https://news.example/%E6%B8%A1%E5%8F%A3.html"])
        );
        page.click(".up a").await;
        page.wait_for(".index").await;
        page.alive().await;
        page.click(".index li:nth-child(2) a").await;
        page.wait_until("the other is opened", "location.pathname === '/rain.html'").await;
        page.alive().await;
        assert_eq!(page.texts("h1").await, ["雨停之后"]);
        assert_eq!(page.texts("#encoding").await.len(), 0, "no encoding is left to be guessed");
    });
}

/// Nothing on the page is out of assistive technology's reach.
async fn axe(page: &Page) {
    if env::var_os("AXE").is_some_and(|file| Path::new(&file).exists()) {
        assert_eq!(page.violations().await, [""; 0]);
    }
}
