//! A reader opens the menus at the top by key and by pointer, and chooses language and light; the address remembers.

use fantoccini::key::Key;
use wirecopy_browser::{Page, visit};

#[test]
fn menus_by_key_and_by_pointer() {
    visit("menus", |page| async move {
        page.open("/?x=1#p3").await;
        page.whole().await;
        page.wait_for("article").await;

        by_key(&page).await;
        by_pointer(&page).await;
        language(&page).await;
        light(&page).await;
        from_the_address(&page).await;
    });
}

const FOCUS: &str = "document.activeElement.textContent";

async fn opened(page: &Page, menus: &str) {
    let open = "Array.from(document.querySelectorAll('details.menu[open]'), menu => menu.id).join()";
    page.wait_until(&format!("the open menus are [{menus}]"), &format!("{open} === '{menus}'")).await;
}

async fn by_key(page: &Page) {
    page.press("#open summary", Key::Enter).await;
    opened(page, "open").await;
    page.press("#open summary", Key::Tab).await;
    page.wait_until("the first entry has the focus", "document.activeElement.id === 'file'").await;
    page.press("#paste", Key::Escape).await;
    opened(page, "").await;
    assert_eq!(page.eval(FOCUS).await, "打开", "the focus is back where it came from");

    page.eval("document.querySelector('#export summary').focus()").await;
    page.press("#export summary", Key::Space).await;
    opened(page, "export").await;
    page.press("#embed-open", Key::Tab).await;
    page.wait_until("Tab leaves the menu", &format!("{FOCUS} === '显示'")).await;
    opened(page, "").await;
}

async fn by_pointer(page: &Page) {
    page.click("#open summary").await;
    opened(page, "open").await;
    page.click("#display summary").await;
    opened(page, "display").await;
    page.click("h1").await;
    opened(page, "").await;

    page.click("#display summary").await;
    let small = "Array.from(document.querySelectorAll('.menu summary, .menu[open] button'), part => part.getBoundingClientRect()) \
                 .filter(({ width, height }) => width < 44 || height < 44).length";
    assert_eq!(page.eval(small).await, 0, "every target can be touched");
    page.click("h1").await;
}

async fn language(page: &Page) {
    page.choose_from("#display", "[value=en]").await;
    page.wait_until("the interface is English", "document.documentElement.lang === 'en'").await;
    opened(page, "").await;
    assert_eq!(page.eval(FOCUS).await, "Display");
    assert_eq!(page.texts("#open summary").await, ["Open"]);
    assert_eq!(page.eval("location.search + location.hash").await, "?x=1&lang=en#p3", "all else in the address stays");
    assert_eq!(page.eval("document.querySelector('article').lang").await, "zh-Hans", "the report speaks for itself");

    page.choose_from("#display", "[value=zh-Hant]").await;
    page.wait_until("the interface is traditional", "document.documentElement.lang === 'zh-Hant'").await;
    assert_eq!(page.texts("[name=lang][aria-pressed=true]").await, ["繁體"]);
}

const PAPER: &str = "getComputedStyle(document.documentElement).backgroundColor";
const META: &str = "Array.from(document.querySelectorAll('meta[name=theme-color], meta[name=color-scheme]'), meta => meta.content).join()";

async fn light(page: &Page) {
    let paper = page.eval(PAPER).await;
    page.choose_from("#display", "[value=dark]").await;
    page.wait_until("the page is dark", &format!("{PAPER} === 'rgb(23, 20, 16)'")).await;
    assert_eq!(page.eval(META).await, "dark,#171410,#171410");
    assert_eq!(page.eval("location.search").await, "?x=1&lang=zh-Hant&theme=dark");

    page.choose_from("#display", "[value=auto]").await;
    page.wait_until("the page is as the system", &format!("{PAPER} === {paper}")).await;
    assert_eq!(page.eval(META).await, "light dark,#faf7f0,#171410");
    assert_eq!(page.eval("location.search").await, "?x=1&lang=zh-Hant");
}

async fn from_the_address(page: &Page) {
    page.open("/?theme=dark&lang=en").await;
    page.wait_for("article").await;
    assert_eq!(page.eval(PAPER).await, "rgb(23, 20, 16)");
    assert_eq!(page.texts("#display [aria-pressed=true]").await, ["English", "Dark"]);
}
