//! Hostile texts on the page: characters all of them. Nothing in them runs, loads, leads anywhere or becomes an element.

#[path = "../../fixtures/hostile.rs"]
mod hostile;

use std::fmt::Write as _;

use wirecopy::report::{Label, Report};
use wirecopy::text::{decode::decode, html, markup};
use wirecopy_browser::visit;

/// Opens bytes as a file of the reader's, waits until they are on the page or refused, and tells what is wrong with the page.
const OPEN: &str = r"
async bytes => {
  const file = document.querySelector('#file'), files = new DataTransfer();
  files.items.add(new File([Uint8Array.from(bytes.match(/../g) ?? [], byte => parseInt(byte, 16))], 'hostile.txt'));
  const before = document.querySelector('#encoding');
  document.querySelector('#dismiss')?.click();
  while (document.querySelector('[role=alert]')) await new Promise(requestAnimationFrame);
  file.files = files.files;
  file.dispatchEvent(new Event('change', { bubbles: true }));
  const refused = () => document.querySelector('[role=alert]'), here = () => document.querySelector('#encoding');
  while (!refused() && (!here() || here() === before)) await new Promise(requestAnimationFrame);
  // What would run, runs soon after.
  await new Promise(done => setTimeout(done));
  const wrong = [], main = document.querySelector('main');
  if (window.hit !== undefined) wrong.push('a script ran');
  for (const element of document.querySelectorAll('body *')) {
    const name = element.localName;
    if (main.contains(element) && /^(iframe|object|embed|base|meta|link|style|form|video|audio|marquee|math|img)$/.test(name)) wrong.push(name);
    if (name === 'script' && !element.hasAttribute('src')) wrong.push('a script');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$/.test(attribute)) wrong.push(name + ' ' + attribute);
      if (/^(href|src|action)$/.test(attribute) && name !== 'use'
          && !/^(https?|mailto|tel|blob):$/.test(new URL(value, document.baseURI).protocol)) wrong.push(value);
      if (/^mailto:/.test(value) && /[?&,]/.test(value)) wrong.push(value);
    }
  }
  const ids = Array.from(document.querySelectorAll('[id]'), element => element.id);
  if (new Set(ids).size !== ids.length) wrong.push('an id twice');
  if (main.scrollWidth > innerWidth) wrong.push('wider than the window: ' + main.scrollWidth);
  return { wrong, refused: refused()?.textContent ?? '', text: main.textContent };
}";

#[test]
fn hostile_texts_are_shown_as_texts_and_nothing_runs() {
    visit("hostile", |page| async move {
        page.open("/").await;
        let mut faults = Vec::new();
        for text in hostile::texts() {
            let mut bytes = String::new();
            for byte in &text.bytes {
                write!(bytes, "{byte:02x}").expect("a string takes it");
            }
            let seen = page.eval(&format!("({OPEN})('{bytes}')")).await;
            for wrong in seen["wrong"].as_array().expect("a list comes back") {
                faults.push(format!("{}: {wrong}", text.name));
            }

            let mut decoded = decode(&text.bytes, None);
            let is_text = decoded.is_text();
            if markup::is_page(&decoded.text) {
                decoded.text = html::to_text(&decoded.text).into();
            }
            let is_text = is_text && !decoded.text.trim().is_empty();
            if (seen["refused"] == "") != is_text {
                faults.push(format!("{}: the page says {}", text.name, seen["refused"]));
            }
            // Of a long text the beginning is there at once.
            if is_text && decoded.text.len() < 20_000 {
                let shown = without_space(seen["text"].as_str().expect("the page has a text"));
                let missing = read(&wirecopy::parse(&decoded.text)).into_iter().find(|piece| !shown.contains(piece));
                faults.extend(missing.map(|piece| format!("{}: {piece:?} is not on the page", text.name)));
            }
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    });
}

/// What of a report stands on the page word by word: not what is cut for a dateline or a deadline.
fn read(report: &Report) -> Vec<String> {
    let whole = report.dateline.is_none() && report.timeline.steps.is_empty();
    let blocks = report.blocks.iter().filter(|block| block.label == Label::Heading || whole && block.label == Label::Paragraph);
    let blocks = blocks.map(|block| block.text.as_str());
    let headline = report.headline.iter().map(|headline| headline.text.as_str());
    let captions = report.captions.iter().map(|caption| caption.text.as_str());
    let clauses = report.notice.iter().flat_map(|notice| &notice.clauses).map(|clause| clause.text.as_str());
    blocks.chain(headline).chain(captions).chain(clauses).map(without_space).filter(|piece| !piece.is_empty()).collect()
}

/// A text but for its white space, and for what HTML can't hold.
fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\0').collect()
}
