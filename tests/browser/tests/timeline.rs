//! The timeline under a reader's keys, pointer and patience: it plays, rests, stops; the address goes along; dates stand in their lane.

use fantoccini::key::Key;
use serde_json::json;
use wirecopy_browser::{Page, visit};

const STEPS: &str = "海州渡口全员撤离\n新海网海州7月24日电 7月23日20时30分，渡口接到报告后，应急队10分钟内赶到现场；1小时内，旅客全部撤离；\
    48小时内，须完成检修。7月24日上午，风停了。(完)\n";
const DATES: &str =
    "海州渡口恢复通行\n新海网海州7月26日电 2024年7月23日凌晨，海州起风。3时15分，渡口停航。次日，风停了。7月26日，渡口恢复通行。(完)\n";

const SAYS: &str = "document.querySelector('#within').getAttribute('aria-valuetext')";
const PLAYS: &str = "document.querySelector('#timeline').classList.contains('plays')";

#[test]
fn the_timeline_plays_and_is_held() {
    visit("timeline-plays", |page| async move {
        page.serve_instead("/reports/default.txt", Some(STEPS.as_bytes()));
        page.open("/?lang=zh-Hans").await;
        page.wait_for("#within").await;
        says(&page, "48 小时内，3/3 项已到时限").await;

        // At the end it begins anew, and comes to its end again; what was chosen on the way is in the address.
        page.press("#play", Key::Enter).await;
        page.wait_until("the button holds", "document.querySelector('#play').textContent === '暂停'").await;
        says(&page, "10 分钟内，1/3 项已到时限").await;
        page.wait_until("the address rests at the deadline", "location.hash === '#within=PT10M'").await;
        says(&page, "48 小时内，3/3 项已到时限").await;
        page.wait_until("it stays at the end", &format!("!{PLAYS}")).await;

        // A key, a pull, another window, and the button itself hold it.
        for (what, held) in [
            ("the button", "document.querySelector('#play').click()"),
            ("a hand on the slider", "document.querySelector('#within').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))"),
            ("another window", "document.dispatchEvent(new Event('visibilitychange'))"),
        ] {
            play(&page).await;
            if what == "another window" {
                page.eval("!!Object.defineProperty(document, 'hidden', { configurable: true, value: true })").await;
            }
            page.eval(&format!("(() => {{ {held}; return true }})()")).await;
            page.wait_until(&format!("{what} holds it"), &format!("!{PLAYS}")).await;
        }
        page.eval("delete document.hidden").await;
        play(&page).await;
        page.press("#within", Key::Home).await;
        page.wait_until("a key holds it", &format!("!{PLAYS}")).await;
        says(&page, "起点，0/3 项已到时限").await;
    });
}

async fn play(page: &Page) {
    page.eval("(() => { document.querySelector('#play').focus(); return true })()").await;
    page.press("#play", Key::Enter).await;
    page.wait_until("it plays", PLAYS).await;
}

async fn says(page: &Page, words: &str) {
    page.wait_until(&format!("the slider says {words}"), &format!("{SAYS} === {}", json!(words))).await;
}

#[test]
fn by_keyboard_alone() {
    visit("timeline-keys", |page| async move {
        page.serve_instead("/reports/default.txt", Some(STEPS.as_bytes()));
        page.open("/?lang=zh-Hans").await;
        page.wait_for("#within").await;
        for (key, words) in [
            (Key::Home, "起点，0/3 项已到时限"),
            (Key::Right, "10 分钟内，1/3 项已到时限"),
            (Key::Up, "1 小时内，2/3 项已到时限"),
            (Key::PageUp, "48 小时内，3/3 项已到时限"),
            (Key::PageDown, "1 小时内，2/3 项已到时限"),
            (Key::Left, "10 分钟内，1/3 项已到时限"),
            (Key::End, "48 小时内，3/3 项已到时限"),
            (Key::Down, "1 小时内，2/3 项已到时限"),
        ] {
            page.press("#within", key).await;
            says(&page, words).await;
        }
        // What is reached is said in words, and so is what comes next.
        let fates = page.texts(".step .due").await;
        assert_eq!(fates, ["已完成", "已完成", "未到"]);
        assert_eq!(page.texts(".next").await, ["下一项：48小时内 须完成检修"]);
        assert!(page.texts(".trigger .since").await.concat().starts_with("7月23日 20:30"), "the text says when the clock started");
        page.wait_until("the address follows", "location.hash === '#within=PT1H'").await;

        // To the sentence, and back to where the timeline was.
        page.press("#step-1 .source", Key::Enter).await;
        page.wait_until("the sentence is marked", "document.querySelector('#s1').matches(':target')").await;
        page.eval("(() => { history.back(); return true })()").await;
        page.wait_until("the address is the timeline's again", "location.hash === '#within=PT1H'").await;
        says(&page, "1 小时内，2/3 项已到时限").await;
        page.eval("(() => { location.hash = '#within=PT10M'; return true })()").await;
        says(&page, "10 分钟内，1/3 项已到时限").await;
        page.eval("(() => { history.back(); return true })()").await;
        says(&page, "1 小时内，2/3 项已到时限").await;

        // The lane of dates is folded behind the steps, and opens where the address names one of its entries.
        assert_eq!(page.eval("document.querySelector('#calendar').open").await, false);
        page.click("article a.date").await;
        page.wait_until(
            "the lane is open at the entry",
            "document.querySelector('#calendar').open && document.querySelector('.entry:target')",
        )
        .await;
    });
}

#[test]
fn dates_stand_in_the_place_of_deadlines() {
    visit("timeline-dates", |page| async move {
        page.serve_instead("/reports/default.txt", Some(DATES.as_bytes()));
        page.open("/?lang=zh-Hans#event-2").await;
        page.wait_for("section#calendar").await;
        assert!(page.texts("#timeline").await.is_empty());
        assert_eq!(page.texts("#calendar .date").await, ["2024年7月23日", "7月24日", "7月26日"]);
        assert_eq!(page.texts("#calendar .hour").await, ["凌晨", "3:15"]);
        page.wait_until("the entry is marked", "document.querySelector('#event-2').matches(':target')").await;
        page.click("#event-3 .source").await;
        page.wait_until(
            "its sentence is marked and in sight",
            "document.querySelector('article #e3:target') && document.querySelector('#e3').getBoundingClientRect().top < innerHeight",
        )
        .await;
        assert_eq!(page.texts("#e3").await, ["次日，风停了"]);
    });
}
