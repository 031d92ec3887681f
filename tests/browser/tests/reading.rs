//! A reader opens the default report, looks at its photo captions, unfolds the legal notice, and asks what was done within an hour.

use fantoccini::key::Key;
use wirecopy_browser::{Page, visit};

#[test]
fn a_reader_reads_the_default_report() {
    visit("reading", |page| async move {
        page.open("/").await;
        page.wait_for("article").await;
        assert_ne!(page.texts("h1").await.concat(), "", "the report has a headline");

        captions(&page).await;
        notice(&page).await;
        first_hour(&page).await;
        source_of_a_step(&page).await;
    });
}

async fn captions(page: &Page) {
    page.wait_for("#fig6").await;
    let numbers = page.eval("Array.from(document.querySelectorAll('figure.caption'), figure => figure.id)").await;
    assert_eq!(numbers, serde_json::json!(["fig1", "fig2", "fig3", "fig4", "fig5", "fig6"]));

    let captions = page.texts("figure.caption figcaption").await;
    for (caption, opening) in captions.iter().zip(CAPTIONS) {
        assert!(caption.contains(opening), "{caption} is not the caption {opening}…");
    }
    let credits = page.texts("figure.caption .credit").await;
    assert_eq!(credits.len(), CREDITS.len(), "every caption has its credit: {credits:?}");
    for (credit, expected) in credits.iter().zip(CREDITS) {
        assert!(credit.contains(expected), "{credit} is not the credit {expected}");
    }
}

async fn notice(page: &Page) {
    let open = "document.querySelector('details#notice').open";
    page.wait_for("details#notice").await;
    assert_eq!(page.eval(open).await, false, "the legal notice starts folded");
    assert!(page.texts("#notice summary").await.concat().contains("版权及免责声明"), "the folded notice shows its title");

    page.click("#notice summary").await;
    page.wait_until("the legal notice is open", open).await;
    page.wait_until(
        "its seven clauses are seen",
        "document.querySelectorAll('#notice ol > li').length === 7 && \
         Array.from(document.querySelectorAll('#notice ol > li')).every(li => li.checkVisibility())",
    )
    .await;
}

/// By keyboard: the slider starts anywhere, goes home and then up to one hour.
async fn first_hour(page: &Page) {
    let says = "document.querySelector('#within').getAttribute('aria-valuetext')";
    page.press("#within", Key::Home).await;
    page.wait_until("the slider is at its start", "document.querySelector('#within').value === document.querySelector('#within').min")
        .await;
    let mut said = page.eval(says).await;
    while !said.as_str().expect("the slider has a value text").starts_with("1 小时") {
        page.press("#within", Key::Right).await;
        page.wait_until(&format!("the slider says something else than {said}"), &format!("{says} !== {said}")).await;
        said = page.eval(says).await;
        assert_ne!(
            page.eval("document.querySelector('#within').value === document.querySelector('#within').max").await,
            true,
            "1 小时 is never said"
        );
    }
    page.wait_until(
        "two of four steps are reached",
        "document.querySelectorAll('ol.steps > li.step').length === 4 && document.querySelectorAll('li.step[data-reached=\"true\"]').length === 2",
    )
    .await;
    assert_eq!(page.texts("li.step[data-reached='false']").await.len(), 2, "the two others are not reached");
}

async fn source_of_a_step(page: &Page) {
    let link = "li.step[data-reached='true'] a.source";
    let target = page.eval(&format!("document.querySelector(\"{link}\").getAttribute('href')")).await;
    let target = target.as_str().expect("a step links to its sentence").to_owned();
    assert!(target.starts_with("#s"), "{target} is the address of a sentence");

    page.click(link).await;
    let sentence = format!("document.querySelector('article {target}')");
    page.wait_until(
        "the step's sentence is marked",
        &format!("{sentence} && ({sentence}.matches(':target') || {sentence} === document.activeElement)"),
    )
    .await;
    page.wait_until(
        "the step's sentence is in sight",
        &format!("(({{top, bottom}}) => top >= 0 && bottom <= innerHeight && bottom > top)({sentence}.getBoundingClientRect())"),
    )
    .await;
    let sentence = page.texts(&format!("article {target}")).await.concat();
    assert!(sentence.contains("半小时内"), "{sentence} is not what the first step was read from");
}

const CAPTIONS: [&str; 6] = [
    "民警在收费站卡口查验过往驾乘人员",
    "民警对重点区域开展疫情防控检查工作",
    "两孩子晚上睡在接警大厅的照片",
    "辅警王百齐用胶带固定电话",
    "民警在小区入口查验健康码、行程码",
    "徐州交警支队高速一大队民警在高速公路出口执勤",
];

const CREDITS: [&str; 6] = ["徐州警方供图", "徐州警方供图", "铜山警方供图", "徐州警方供图", "徐州警方供图", "赵坤坤"];
