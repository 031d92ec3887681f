//! A page that browsers may keep: read again without a network, and told from the newest.

use std::{fs, path::Path};

use fantoccini::key::Key;
use wirecopy_browser::visit;

const NEWER: &str = "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n接到通知后，工作人员2小时内到岗。\n";

#[test]
fn a_kept_page_is_read_without_a_network_and_says_so() {
    visit("offline-kept", |page| async move {
        let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/index.html");
        let index = fs::read_to_string(index).expect("the page is built");
        let without = index.replace(" data-offline=\"sw.js\"", "");
        let with = without.replace(" data-wasm=", " data-offline=\"sw.js\" data-wasm=");
        page.serve_instead("/", Some(with.as_bytes()));
        page.open("/").await;
        if page.eval("!navigator.serviceWorker").await == true {
            // A browser that keeps no pages reads this one as it reads any.
            return;
        }
        page.wait_until(
            "the page is kept",
            "caches.open('wirecopy').then(kept => Promise.all(['/', '/reports/default.txt', '/boot.js'].map(file => kept.match(file)))).then(files => files.every(Boolean))",
        )
        .await;
        page.wait_until("the page is watched over", "navigator.serviceWorker.controller").await;
        let title = page.eval("document.title").await;

        // What the server has goes before what is kept.
        page.serve_instead("/reports/default.txt", Some(NEWER.as_bytes()));
        page.open("/").await;
        page.wait_until("the newer report is here", "document.title === '渡口又开了'").await;
        assert_eq!(page.texts("#copy").await.len(), 0);

        for complaint in ["Failed to load", "Failed to fetch", "ERR_", "NetworkError", "Load failed", "access control checks"] {
            page.expect_complaint(complaint);
        }
        page.cut_off(true);
        page.open("/").await;
        page.wait_until("the page says that it is a copy", "document.querySelector('#copy')?.textContent.includes('副本')").await;
        page.wait_until("it is the report that was read last", "document.title === '渡口又开了'").await;
        page.press("#within", Key::Home).await;
        page.wait_until("the timeline moves", "location.hash === '#within=PT0S'").await;
        page.cut_off(false);

        // Where it is left out, it goes.
        page.serve_instead("/", Some(without.as_bytes()));
        page.serve_instead("/reports/default.txt", None);
        page.expect_complaint("404");
        page.open("/").await;
        page.wait_until("no worker is left", "navigator.serviceWorker.getRegistration().then(worker => !worker)").await;
        assert_eq!(page.eval("document.title").await, title);

        // A worker that dies under an open page takes nothing from it, nor from the next visit.
        page.serve_instead("/", Some(with.as_bytes()));
        page.open("/").await;
        page.wait_until("the page is watched over", "navigator.serviceWorker.controller").await;
        page.eval(
            "Promise.all([caches.delete('wirecopy'), navigator.serviceWorker.getRegistration().then(worker => worker.unregister())]).then(() => null)",
        )
        .await;
        page.press("#within", Key::End).await;
        page.wait_until("the timeline moves on", "location.hash.startsWith('#within=') && location.hash !== '#within=PT0S'").await;
        page.open("/").await;
        assert_eq!(page.eval("document.title").await, title);
    });
}
