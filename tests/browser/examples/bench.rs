//! How long the built page takes to open a text of 1 MB and one of 10 MB, beside Chromium's own time for the same text as plain HTML
//! paragraphs in the page's fonts; how long a move of the slider takes to be painted; how long at most input has to wait meanwhile.
//! Last, how fast the npm package reads in the browser, its JSON included, beside the crate natively in the same run.
//!
//! Rounds alternate between the two, so that a busy machine is busy for both; the medians are told. `scripts/bench-page.sh` runs it.

use std::fs;
use std::time::Instant;

use serde_json::Value;
use wirecopy::report::Label;
use wirecopy_browser::{Page, root, visit};

/// Where the text is served, and its plain page.
const TEXT: &str = "/reports/metro.txt";
const PLAIN: &str = "/plain.html";

/// After the next frame is painted.
const PAINTED: &str = "const painted = () => new Promise(done => requestAnimationFrame(() => { \
    const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));";

fn main() {
    let report = fs::read_to_string(root("reports/default.txt")).expect("the default report");
    let index = fs::read_to_string(root("dist/index.html")).expect("a built page");
    visit("bench", |page| async move {
        println!(
            "milliseconds, median of the rounds        plain HTML    page: beginning    whole    longest task    slider: median    most"
        );
        for (size, rounds) in [(1 << 20, 7), (10 << 20, 3)] {
            measure(&page, &text(&report, size), &index, rounds).await;
        }
        for file in ["index.js", "core.js", "parser.js", "parser_bg.wasm"] {
            let bytes = fs::read(root(&format!("target/npm/{file}"))).expect("the package: `make npm` builds it");
            page.serve_instead(&format!("/npm/{file}"), Some(&bytes));
        }
        for (name, text, turns) in [("7 KB", report.clone(), 40), ("1 MB", self::text(&report, 1 << 20), 5)] {
            wasm(&page, name, &text, turns).await;
        }
    });
}

/// How fast a text is read in the browser, and natively.
async fn wasm(page: &Page, name: &str, text: &str, turns: usize) {
    page.serve_instead(TEXT, Some(text.as_bytes()));
    page.open_still(PLAIN).await;
    let took = page
        .eval(&format!(
            "(async () => {{ const {{ default: init, parse }} = await import('/npm/index.js'); await init(); \
             const text = await (await fetch('{TEXT}')).text(), took = []; \
             for (let n = 0; n < {turns}; n++) {{ const start = performance.now(); parse(text); took.push(performance.now() - start); }} \
             return took; }})()"
        ))
        .await;
    let browser = median(took.as_array().expect("numbers").iter().filter_map(Value::as_f64).collect());
    let native = median(
        (0..turns)
            .map(|_| {
                let start = Instant::now();
                drop(std::hint::black_box(wirecopy::parse(text)));
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect(),
    );
    let bytes = f64::from(u32::try_from(text.len()).expect("a few megabytes"));
    let speed = |took: f64| bytes / took / 1e3;
    println!(
        "reading {name}: {browser:.2} ms in WebAssembly with its JSON ({:.0} MB/s), {native:.2} ms natively ({:.0} MB/s)",
        speed(browser),
        speed(native)
    );
}

async fn measure(page: &Page, text: &str, index: &str, rounds: usize) {
    page.serve_instead(TEXT, Some(text.as_bytes()));
    page.serve_instead(PLAIN, Some(plain(text, index).as_bytes()));
    let mut columns: [Vec<f64>; 6] = Default::default();
    for _ in 0..rounds {
        page.open_still(PLAIN).await;
        let plain = page.eval(&format!("(async () => {{ {PAINTED} await painted(); return [performance.now()]; }})()")).await;

        page.open("/").await;
        let opened = page
            .eval(&format!(
                "(async () => {{ {PAINTED} \
                 const tasks = [0]; new PerformanceObserver(list => tasks.push(...list.getEntries().map(task => task.duration))).observe({{ type: 'longtask' }}); \
                 document.querySelector('#open').open = true; document.querySelector('#address').value = '{}'; \
                 const start = performance.now(); let first, article; document.querySelector('#open form').requestSubmit(); \
                 do {{ await painted(); if (!article?.isConnected) article = document.querySelector('article'); \
                 if (!first && article?.querySelector('.stretch')) first = performance.now() - start; }} \
                 while (!first || article.hasAttribute('aria-busy')); \
                 const whole = performance.now() - start; await new Promise(done => setTimeout(done, 500)); \
                 return [first, whole, Math.max(...tasks)]; }})()",
                TEXT.trim_start_matches('/')
            ))
            .await;
        let slid = page
            .eval(&format!(
                "(async () => {{ {PAINTED} const slider = document.querySelector('#within'), took = []; \
                 for (let n = 0; n < 20; n++) {{ const start = performance.now(); slider.value = 37 * n; \
                 slider.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); await painted(); took.push(performance.now() - start); \
                 await new Promise(done => setTimeout(done, 250)); }} \
                 took.sort((a, b) => a - b); return [took[10], took[19]]; }})()"
            ))
            .await;
        let numbers = [&plain, &opened, &slid].into_iter().flat_map(|list| list.as_array().expect("numbers")).filter_map(Value::as_f64);
        columns.iter_mut().zip(numbers).for_each(|(column, number)| column.push(number));
    }
    let [plain, first, whole, task, slid, most] = columns.map(median);
    println!(
        "{:>9} MB {:>40.0} {:>18.0} {:>8.0} {:>15.0} {:>17.0} {:>7.0}    {:.2} × plain, beginning {:.2} ×",
        text.len() >> 20,
        plain,
        first,
        whole,
        task,
        slid,
        most,
        whole / plain,
        first / plain
    );
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

/// A report of so many bytes: the body of another, over and over, between its head and its end.
fn text(report: &str, bytes: usize) -> String {
    let read = wirecopy::parse(report);
    let first = read.blocks.iter().find(|block| block.label == Label::Paragraph).expect("a story").span.start;
    let end = read.blocks.iter().find(|block| block.label == Label::EndMark).expect("an end").span.start;
    let body = format!("{}\n", &report[first..end]);
    format!("{}{}{}", &report[..first], body.repeat(bytes.div_ceil(body.len())), &report[end..])
}

/// Its lines as paragraphs, in the page's own style.
fn plain(text: &str, index: &str) -> String {
    let links: String =
        index.split_inclusive('>').filter(|tag| tag.contains("rel=\"stylesheet\"")).map(|tag| &tag[tag.find('<').unwrap_or(0)..]).collect();
    let written = text.lines().filter(|line| !line.trim().is_empty());
    let paragraphs: Vec<String> = written.map(|line| line.replace('&', "&amp;").replace('<', "&lt;")).collect();
    let body = paragraphs.join("</p>\n<p>");
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">{links}</head>\
         <body><div id=\"app\"><main><article lang=\"zh-Hans\"><p>{body}</p></article></main></div></body></html>"
    )
}
