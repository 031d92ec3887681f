//! The pictures of the documents, of the built page as it is: `docs/images`. `scripts/screenshots.sh` runs it.

use std::fs;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use wirecopy_browser::{Page, root, visit};

/// A window: its size in CSS pixels, and the pixels of the picture to one of them.
struct Window {
    width: u32,
    height: u32,
    scale: f64,
}

const DESK: Window = Window { width: 1040, height: 720, scale: 1.5 };
const PHONE: Window = Window { width: 390, height: 800, scale: 2.0 };

/// A picture: its name, the address and the window it is taken of, and what to bring to the top of the window first.
const PICTURES: [(&str, &str, Window, Option<&str>); 6] = [
    ("report", "?theme=light", DESK, None),
    ("report-dark", "?theme=dark", DESK, None),
    ("phone", "?theme=light", PHONE, None),
    ("phone-timeline", "?theme=light#within=PT1H", PHONE, Some("#timeline")),
    ("timeline", "?theme=light#within=PT1H", Window { height: 600, ..DESK }, Some("#timeline")),
    ("inspect", "?theme=light&view=inspect", DESK, None),
];

fn main() {
    for (folder, lang) in [("en", "en"), ("zh-CN", "zh-Hans")] {
        let images = root("docs/images").join(folder);
        fs::create_dir_all(&images).expect("a folder for the pictures");
        visit("screenshots", |page| async move {
            for (name, address, window, place) in &PICTURES {
                let address = address.replacen('?', &format!("/?lang={lang}&"), 1);
                let picture = taken(&page, &address, window, *place).await;
                println!("{:>7} bytes  docs/images/{folder}/{name}.webp", picture.len());
                fs::write(images.join(format!("{name}.webp")), picture).expect("the picture is written");
            }
        });
    }
}

/// A picture of the page as a window of that size shows it.
async fn taken(page: &Page, address: &str, window: &Window, place: Option<&str>) -> Vec<u8> {
    let Window { width, height, scale } = window;
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": *width < 600 });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    page.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.devtools("Emulation.setEmulatedMedia", still).await;
    page.open(address).await;
    if let Some(place) = place {
        page.eval(&format!("document.querySelector('{place}').scrollIntoView({{ behavior: 'instant', block: 'start' }})")).await;
    }
    page.eval("new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(() => painted(true))))").await;
    let answer = page.devtools("Page.captureScreenshot", json!({ "format": "webp", "quality": 75, "optimizeForSpeed": false })).await;
    STANDARD.decode(answer["data"].as_str().expect("a picture comes back")).expect("the picture is in base64")
}
