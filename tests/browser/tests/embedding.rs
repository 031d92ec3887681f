//! Parts of the report in the frames of another page: each gets the height of its page, whatever else the two pages, or their neighbours, say.

use serde_json::{Value, json};
use wirecopy_browser::{Browser, Page, visit};

const TEXT: &str = "海州渡口全员撤离\n应急队员在渡口值守。 海州渡口供图\n新海网海州7月24日电 7月23日20时30分，渡口接到报告后，应急队10分钟内赶到现场；\
    1小时内，旅客全部撤离；48小时内，须完成检修。7月24日上午，风停了。(完)\n海州渡口免责声明：\n1. 本网转载作品，旨在传递信息。\n2. 如有异议，请与本网联系。\n";

/// Two parts side by side; what is added by a test stands behind.
fn host(more: &str) -> String {
    format!(
        "<!doctype html><html lang=zh-Hans><head><title>江声日报</title><link rel=icon href='data:,'></head><body>\
         <iframe id=a data-wirecopy title=时限 width=640 height=90 src='SITE/?view=timeline&lang=zh-Hans'></iframe>\
         <iframe id=b data-wirecopy title=图说 width=640 height=80 style='border: 3px solid; padding: 0' src='SITE/?view=captions'></iframe>\
         <script>window.heard = []; addEventListener('message', event => heard.push([event.source === frames[0], event.data?.height]))</script>\
         {more}</body></html>"
    )
}

const SCRIPT: &str = "<script src=SITE/embed.js async></script>";

/// In a frame: it is as high as its page, to the pixel.
const FITS: &str = "document.querySelector('#within:enabled, .gallery') && Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight";

/// The heights of both frames' insides.
async fn heights(page: &Page) -> (u64, u64) {
    let heights = page.eval("['a', 'b'].map(id => document.getElementById(id).clientHeight)").await;
    (heights[0].as_u64().expect("a height"), heights[1].as_u64().expect("a height"))
}

/// Waits until a frame fits; the heights then.
async fn fit(page: &Page, frame: &str) -> (u64, u64) {
    show(page, frame).await;
    page.enter(frame).await;
    page.wait_until(&format!("{frame} is as high as its page"), FITS).await;
    page.leave().await;
    heights(page).await
}

/// Brings a frame into sight: browsers draw none that is elsewhere.
async fn show(page: &Page, frame: &str) {
    page.eval(&format!("document.querySelector('{frame}').scrollIntoView({{ behavior: 'instant' }})")).await;
}

/// Pulls the slider of the frame one is in to the start, and waits until the steps follow. Not every driver has keys for a frame.
async fn pull_back(page: &Page) {
    page.eval("(slider => { slider.value = 0; slider.dispatchEvent(new Event('input', { bubbles: true })); return true })(document.querySelector('#within'))")
        .await;
    page.wait_until(
        "the steps follow",
        "document.querySelector('#within').value === '0' && !document.querySelector('[data-reached=true]')",
    )
    .await;
}

/// Does something in the first frame.
async fn inside(page: &Page, doing: &str) {
    show(page, "#a").await;
    page.enter("#a").await;
    page.eval(&format!("(() => {{ {doing}; return true }})()")).await;
    page.leave().await;
}

#[test]
fn frames_follow_the_height_of_their_pages() {
    visit("embedding", |page| async move {
        page.serve_instead("/reports/default.txt", Some(TEXT.as_bytes()));
        page.open_host(&host("")).await;
        page.enter("#a").await;
        page.wait_for("#within:enabled").await;
        assert_eq!(page.texts("h1").await, ["海州渡口全员撤离"], "the report has its name");
        assert_eq!(page.eval("document.querySelectorAll('.menu, .ways, article').length").await, 0);
        page.leave().await;
        assert_eq!(heights(&page).await, (90, 80), "nobody listens yet");

        // The script comes late, and asks for what was told before.
        let site = page.eval("document.querySelector('#a').src.split('/?')[0]").await;
        page.eval(&format!(
            "document.body.append(Object.assign(document.createElement('script'), {{ src: {} }}))",
            json!(format!("{}/embed.js", site.as_str().expect("an origin")))
        ))
        .await;
        let (first, _) = fit(&page, "#a").await;
        let (a, b) = fit(&page, "#b").await;
        assert_eq!(a, first);

        // A slider moved keeps it, a fold opened changes it, and closed gives it back; the other frame stays as it is.
        page.enter("#a").await;
        pull_back(&page).await;
        page.leave().await;
        let (started, _) = fit(&page, "#a").await;
        // Some browsers round each line.
        assert!(started.abs_diff(a) <= 1, "{started} {a}");
        let a = started;
        inside(&page, "document.querySelector('#calendar').open = true").await;
        page.wait_until("the frame grows", &format!("document.querySelector('#a').clientHeight > {a}")).await;
        let (open, _) = fit(&page, "#a").await;
        inside(&page, "document.querySelector('#calendar').open = false").await;
        page.wait_until("the frame shrinks", &format!("document.querySelector('#a').clientHeight < {open}")).await;
        assert_eq!(fit(&page, "#a").await, (a, b));

        // Larger type, and back; a narrower frame.
        inside(&page, "document.documentElement.style.fontSize = '24px'").await;
        page.wait_until("the frame grows with its type", &format!("document.querySelector('#a').clientHeight > {a}")).await;
        fit(&page, "#a").await;
        inside(&page, "document.documentElement.style.fontSize = ''").await;
        page.wait_until("the frame shrinks", &format!("document.querySelector('#a').clientHeight === {a}")).await;
        page.eval("(document.querySelector('#a').width = 240, true)").await;
        page.wait_until("the frame grows with its lines", &format!("document.querySelector('#a').clientHeight > {a}")).await;
        fit(&page, "#a").await;
        assert_eq!(heights(&page).await.1, b);

        // Whole numbers, each only when it is another, and quiet afterwards.
        let frames =
            "new Promise(done => { let left = 20; const next = () => left-- ? requestAnimationFrame(next) : done(heard.length); next() })";
        let heard = page.eval("heard").await;
        assert_eq!(page.eval(frames).await, heard.as_array().expect("a list").len());
        let told: Vec<&Value> = heard.as_array().expect("a list").iter().filter(|told| told[0] == true).map(|told| &told[1]).collect();
        assert!(told.iter().all(|height| height.as_u64().is_some()), "{told:?}");
        // The answer to the question may be the same number again.
        assert!(told.windows(2).filter(|two| two[0] == two[1]).count() <= 1, "{told:?}");

        // A frame that comes later is sized too.
        page.eval(
            "(frame => { Object.assign(frame, { id: 'c', title: '声明', src: document.querySelector('#a').src.replace('timeline', 'notice') }); \
             frame.dataset.wirecopy = ''; document.body.append(frame); return true })(document.createElement('iframe'))",
        )
        .await;
        page.enter("#c").await;
        page.wait_until(
            "the notice fits",
            "document.querySelector('section#notice') && Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight",
        )
        .await;
        assert_eq!(page.texts("#notice .number").await, ["1", "2"]);
    });
}

#[test]
fn what_leads_out_of_a_frame_opens_elsewhere() {
    visit("embedding-out", |page| async move {
        page.serve_instead("/reports/default.txt", Some(TEXT.as_bytes()));
        page.open_host(&host(SCRIPT)).await;
        page.enter("#a").await;
        page.wait_for("#within:enabled").await;
        let links = page.eval("Array.from(document.querySelectorAll('h1 a, #step-1 .source'), a => [a.search + a.hash, a.target])").await;
        assert_eq!(links, json!([["?lang=zh-Hans", "_blank"], ["?lang=zh-Hans#s1", "_blank"]]));
        // What is dropped or pasted is no business of a frame's, nor does Escape leave its part.
        page.eval(
            "(data => { data.setData('text/plain', '别的文本'); \
             document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); \
             document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); return true })(new DataTransfer())",
        )
        .await;
        page.eval("document.querySelector('#within').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))").await;
        pull_back(&page).await;
        assert_eq!(page.eval("document.title").await, "海州渡口全员撤离");
        assert_eq!(page.eval("document.querySelectorAll('article').length").await, 0);
    });
}

#[test]
fn sandboxed_frames() {
    visit("embedding-sandbox", |page| async move {
        page.serve_instead("/reports/default.txt", Some(TEXT.as_bytes()));
        let sandboxed = |kind: &str| host(SCRIPT).replace("<iframe ", &format!("<iframe sandbox='{kind}' "));

        // With its origin it is a frame like any other.
        page.open_host(&sandboxed("allow-scripts allow-same-origin")).await;
        fit(&page, "#a").await;

        // Without one its server must let every page have its files.
        page.open_to_all();
        blocked(&page);
        page.open_host(&sandboxed("allow-scripts")).await;
        if Browser::from_env() == Browser::WebKit {
            return only_text(&page).await;
        }
        fit(&page, "#a").await;
        page.enter("#a").await;
        assert_eq!(page.eval("origin").await, "null");
        assert_eq!(page.texts("[role=alert]").await, [""; 0]);
        pull_back(&page).await;
        page.leave().await;
        fit(&page, "#a").await;
    });
}

/// To `WebKit` a page without an origin has no files of its own: its policy blocks all of them.
fn blocked(page: &Page) {
    if Browser::from_env() == Browser::WebKit {
        page.expect_complaint("blocked by s");
    }
}

/// The first frame has its text and says what is missing.
async fn only_text(page: &Page) {
    page.enter("#a").await;
    page.wait_until("it says what to do", "document.querySelector('.bare')?.getClientRects().length").await;
    assert_eq!(page.eval("document.querySelectorAll('article > p[id]').length > 0").await, true);
}

#[test]
fn a_sandboxed_frame_whose_server_is_closed_says_so_above_the_text() {
    visit("embedding-closed", |page| async move {
        // What each browser calls it.
        for complaint in
            ["CORS", "Cross-Origin", "cross-origin", "Access-Control", "ERR_FAILED", "Origin null", "origin 'null'", "sandboxed"]
        {
            page.expect_complaint(complaint);
        }
        blocked(&page);
        page.open_host(&host(SCRIPT).replace("<iframe ", "<iframe sandbox=allow-scripts ")).await;
        if Browser::from_env() == Browser::WebKit {
            return only_text(&page).await;
        }
        page.enter("#a").await;
        page.wait_until("it says what to do", "document.querySelector('main [role=alert]')?.textContent.includes('allow-same-origin')")
            .await;
        assert_eq!(page.eval("document.querySelectorAll('li.step').length > 0 && document.querySelector('#within').disabled").await, true);
        assert_eq!(page.eval("getComputedStyle(document.querySelector('.bare')).display").await, "none", "its style is there");
        page.wait_until("it fits", "Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight").await;
    });
}

/// What is no height, as a list of JavaScript.
const NONSENSE: &str =
    "[NaN, Infinity, -Infinity, 1e9, 20001, -5, 0, 12.5, '500', '500px', [500], { height: 500 }, true, null, undefined, 500n]";

#[test]
fn a_hostile_frame_moves_nothing() {
    visit("embedding-hostile-frame", |page| async move {
        page.serve_instead("/reports/default.txt", Some(TEXT.as_bytes()));
        let hostile = format!(
            "<!doctype html><html><head><title>x</title><link rel=icon href='data:,'></head><body><script>addEventListener('message', ({{ data }}) => {{ \
             const say = message => {{ parent.postMessage(message, '*'); parent.frames[0].postMessage(message, '*') }}; \
             if (data === 'nonsense') {{ for (const height of {NONSENSE}) say({{ type: 'wirecopy:height', height }}); \
             for (const message of [null, 500, 'wirecopy:height', {{ height: 500 }}, {{ type: ['wirecopy:height'], height: 500 }}]) say(message); }} \
             if (data === 'flood') for (let i = 0; i < 5000; i++) say({{ type: 'wirecopy:height', height: i % 2 ? 1e9 : 1 + i % 300 }}); \
             parent.postMessage(data, '*') }})</script></body></html>"
        );
        page.serve_instead("/hostile.html", Some(hostile.as_bytes()));
        page.open_host(&host(&format!(
            "<script>window.said = []; addEventListener('message', ({{ data }}) => typeof data === 'string' && said.push(data))</script>\
             <iframe id=h data-wirecopy title=x height=70 src=SITE/hostile.html></iframe>{SCRIPT}"
        )))
        .await;
        let (a, b) = (fit(&page, "#a").await.0, fit(&page, "#b").await.1);
        let ask = |what: &str| format!("(frames[2].postMessage('{what}', '*'), true)");

        page.eval(&ask("nonsense")).await;
        page.wait_until("all of it is said", "said.includes('nonsense')").await;
        painted(&page).await;
        assert_eq!(page.eval("document.querySelector('#h').clientHeight").await, 70);
        assert_eq!(heights(&page).await, (a, b));

        // A flood moves its own frame alone, and once for each picture.
        page.eval(
            "(window.moved = 0, new MutationObserver(() => window.moved++).observe(document.querySelector('#h'), { attributes: true }), true)",
        )
        .await;
        page.eval(&ask("flood")).await;
        page.wait_until("all of it is said", "said.includes('flood')").await;
        painted(&page).await;
        assert_eq!(page.eval("document.querySelector('#h').clientHeight <= 300 && moved < 1000").await, true);
        assert_eq!(heights(&page).await, (a, b));
        fit(&page, "#a").await;
    });
}

#[test]
fn a_hostile_host_moves_nothing() {
    visit("embedding-hostile-host", |page| async move {
        page.serve_instead("/reports/default.txt", Some(TEXT.as_bytes()));
        page.open_host(&host(SCRIPT)).await;
        let (a, b) = (fit(&page, "#a").await.0, fit(&page, "#b").await.1);
        page.enter("#a").await;
        let before = page.eval(SHOWN).await;
        page.leave().await;
        // It poses as the frame, and tells the frame what only it could know.
        page.eval(&format!(
            "(() => {{ heard.length = 0; for (const to of [window, frames[0]]) {{ \
             for (const height of [...{NONSENSE}, 333]) to.postMessage({{ type: 'wirecopy:height', height }}, '*'); \
             for (const data of ['x', 7, null, {{ type: 'wirecopy:within', within: 'PT1H' }}, {{ type: 'wirecopy:view', view: 'report' }}]) to.postMessage(data, '*') }} \
             for (let i = 0; i < 2000; i++) frames[0].postMessage({{ type: 'wirecopy:ask' }}, '*'); return true }})()"
        ))
        .await;
        page.wait_until("the frame answers", "heard.some(([first]) => first)").await;
        painted(&page).await;
        assert_eq!(heights(&page).await, (a, b));
        assert_eq!(page.eval("heard.filter(([first]) => first).length < 200").await, true, "not each question is answered");
        page.enter("#a").await;
        assert_eq!(page.eval(SHOWN).await, before);
    });
}

/// What a frame shows.
const SHOWN: &str =
    "[document.title, location.href, document.querySelector('#within').value, document.querySelector('main').children.length]";

/// Some pictures later.
async fn painted(page: &Page) {
    page.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))")
        .await;
}

#[test]
fn the_dialog_hands_out_what_shows_the_report_elsewhere() {
    visit("embedding-dialog", |page| async move {
        // The frame is sent elsewhere before it has loaded what was chosen first.
        page.expect_complaint("Importing a module script failed");
        page.expect_complaint("Load failed");
        page.serve_instead("/reports/default.txt", Some(TEXT.as_bytes()));
        page.open("/?lang=zh-Hans#within=PT1H").await;
        page.wait_for("article").await;
        page.choose_from("#export", "#embed-open").await;
        page.wait_until("the dialog is above the page", "document.querySelector('#embed')?.matches(':modal')").await;
        let markup = "document.querySelector('#markup').value";
        let site = page.eval("location.origin").await;
        let site = site.as_str().expect("an origin");
        let expected = |query: &str, title: &str, height: u32| {
            format!(
                "<iframe data-wirecopy src=\"{site}/{query}\" title=\"{title}：海州渡口全员撤离\" height=\"{height}\" loading=\"lazy\" \
                 style=\"width: 100%; border: 0\"></iframe>\n<script src=\"{site}/embed.js\" async></script>"
            )
        };
        assert_eq!(page.eval(markup).await, expected("?view=timeline", "响应时限", 760));

        // What is chosen is in the frame above the markup, and in the markup.
        page.click("#embed-here").await;
        page.pick("#embed-theme", "dark").await;
        page.pick("#embed-lang", "en").await;
        let chosen = expected("?view=timeline&amp;lang=en&amp;theme=dark#within=PT1H", "响应时限", 760);
        page.wait_until("the markup follows", &format!("{markup} === {}", json!(chosen))).await;
        page.enter("#embed iframe").await;
        page.wait_until(
            "the frame is as chosen",
            "document.querySelector('#within:enabled')?.getAttribute('aria-valuetext').includes('2/3') && document.documentElement.dataset.theme === 'dark'",
        )
        .await;
        page.leave().await;
        page.pick("#embed-view", "notice").await;
        let chosen = expected("?view=notice&amp;lang=en&amp;theme=dark", "版权及免责声明", 480);
        page.wait_until("the markup follows", &format!("{markup} === {}", json!(chosen))).await;
        assert!(page.texts("#embed-here").await.is_empty(), "a notice has no timeline to start");

        // Copied; and where the browser refuses, selected.
        for (answer, told) in [("window.copied = text", "代码已复制。"), ("throw new Error()", "浏览器没有允许复制。代码已经选中")]
        {
            page.eval(&format!(
                "Object.defineProperty(navigator.clipboard, 'writeText', {{ configurable: true, value: async text => {{ {answer} }} }})"
            ))
            .await;
            page.click("#embed-copy").await;
            page.wait_until(told, &format!("document.querySelector('.copied').textContent.startsWith({})", json!(told))).await;
        }
        assert_eq!(page.eval("window.copied").await, chosen);
        assert_eq!(
            page.eval("(field => document.activeElement === field && field.selectionEnd === field.value.length)(document.querySelector('#markup'))").await,
            true
        );
        page.type_key(fantoccini::key::Key::Escape).await;
        page.wait_until(
            "it is closed, and the focus is where it was opened",
            "!document.querySelector('#embed') && document.activeElement === document.querySelector('#export > summary')",
        )
        .await;

        // The markup shows the part on a page of another origin.
        page.open_host(&format!("<!doctype html><html><head><link rel=icon href='data:,'></head><body>{chosen}</body></html>")).await;
        page.enter("iframe").await;
        page.wait_until(
            "the notice fits",
            "document.querySelector('section#notice') && Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight",
        )
        .await;
        page.leave().await;

        // A text that is only here.
        page.open("/?lang=zh-Hans").await;
        page.wait_for("article").await;
        page.eval(
            "(data => { data.setData('text/plain', '别的文本。'); \
             document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })) })(new DataTransfer())",
        )
        .await;
        page.wait_until("the text is read", "document.title === '电稿' || document.querySelector('article').textContent === '别的文本。'")
            .await;
        page.choose_from("#export", "#embed-open").await;
        page.wait_until("it says why not", "document.querySelector('#embed p')?.textContent.includes('只在您的浏览器里')").await;
        assert!(page.texts("#markup").await.is_empty());
        page.click("#embed-close").await;
        page.wait_until("it is closed", "!document.querySelector('#embed')").await;
    });
}
