//! The npm package on a plain page: what the browser reads with it is what the parser reads natively.

use std::fs;

use serde_json::Value;
use wirecopy::{export, text::decode::decode};
use wirecopy_browser::{root, visit_folder};

#[test]
fn reports_are_those_of_the_native_parser() {
    assert!(root("target/npm/index.js").is_file(), "the package is missing: build it with `make npm`");
    visit_folder("package", root(""), |page| async move {
        page.open_still("/examples/npm/index.html").await;
        page.wait_until("the parser is loaded", "document.querySelector('#json').textContent").await;
        assert_eq!(page.texts("mark").await, ["半小时内", "3个工作日内"]);

        for path in ["reports/default.txt", "tests/reports/cna-traditional/source.txt", "tests/reports/utf16-notepad/source.txt"] {
            let before = page.texts("#json").await;
            page.choose("#file", &root(path)).await;
            let unchanged = Value::from(before[0].clone());
            page.wait_until("the file is read", &format!("document.querySelector('#json').textContent.trim() !== {unchanged}")).await;

            let decoded = decode(&fs::read(root(path)).expect("the file is there"), None);
            let expected = export::json(&wirecopy::parse(&decoded.text)).expect("a report is JSON");
            // As the browser reads it: 1.0 is 1.
            let expected = page.eval(&expected).await;
            assert_eq!(page.eval("JSON.parse(document.querySelector('#json').textContent)").await, expected, "{path}");
            let encoding = &page.texts("#encoding").await[0];
            assert!(encoding.starts_with(decoded.encoding.name()), "{path}: {encoding}");
            let deadlines = expected["timeline"]["steps"].as_array().expect("steps are a list").iter().map(|step| step["text"].clone());
            let marked = page.texts("mark").await;
            assert!(deadlines.clone().all(|deadline| marked.iter().any(|text| *text == deadline)), "{path}: {marked:?}");
        }

        // Half of a surrogate pair is a character to nobody, and no reason to fail.
        page.eval(
            "(text => { text.value = '🚒\\ud83d接到报警后，消防员10分钟内赶到现场。'; text.dispatchEvent(new Event('input')) })(document.querySelector('#text'))",
        )
        .await;
        assert_eq!(page.texts("mark").await, ["10分钟内"]);
    });
}
