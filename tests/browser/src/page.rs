//! The page under a person's eyes and hands.

use std::{
    cell::RefCell,
    path::Path,
    rc::Rc,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    key::Key,
};
use serde_json::Value;
use tokio::time::sleep;

use crate::{browser::DevTools, elsewhere, root, server::Site};

/// How long anything may take before it counts as not happening. Generous: a slow machine is no failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// The open page. Every method waits for what it needs and panics, saying what it waited for, when that does not come.
#[derive(Clone, Debug)]
pub struct Page {
    client: Client,
    site: Rc<Site>,
    expected: Rc<RefCell<Vec<&'static str>>>,
    /// A site of another origin, once there is one.
    host: Rc<RefCell<Option<Rc<Site>>>>,
}

impl Page {
    pub(crate) fn new(client: Client, site: Rc<Site>) -> Self {
        Self { client, site, expected: Rc::default(), host: Rc::default() }
    }

    /// A complaint with these words is no failure: the browser may say that it blocked what a test tries.
    pub fn expect_complaint(&self, words: &'static str) {
        self.expected.borrow_mut().push(words);
    }

    pub(crate) fn expects(&self, complaint: &str) -> bool {
        self.expected.borrow().iter().any(|words| complaint.contains(words))
    }

    pub(crate) fn complaints(&self) -> Vec<String> {
        let host = self.host.borrow().as_ref().map(|host| host.complaints());
        self.site.complaints().into_iter().chain(host.into_iter().flatten()).collect()
    }

    /// Opens a page of another origin, in which `SITE` stands for the site's address.
    pub async fn open_host(&self, html: &str) {
        if self.host.borrow().is_none() {
            let host = Site::serve(root("dist")).await;
            self.host.replace(Some(host));
        }
        let host = self.host.borrow().clone().expect("it is there now");
        let html = html.replace("SITE", &format!("http://{}", self.site.address));
        host.instead.borrow_mut().insert("/host.html".to_owned(), Some(html.into()));
        let url = format!("http://{}/host.html", host.address);
        self.client.goto(&url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// Goes into a frame: what follows is about its page.
    pub async fn enter(&self, css: &str) {
        self.wait_for(css).await.enter_frame().await.unwrap_or_else(|error| panic!("{css} cannot be entered: {error}"));
    }

    /// Goes back out of a frame.
    pub async fn leave(&self) {
        self.client.enter_parent_frame().await.expect("there is a page around it");
    }

    /// Lets every page have the site's files, one without an origin too.
    pub fn open_to_all(&self) {
        self.site.open.set(true);
    }

    /// Opens an address of the site, such as `/?view=timeline`, and waits until the page there is alive.
    pub async fn open(&self, target: &str) {
        self.open_still(target).await;
        self.alive().await;
    }

    /// Opens a file of this machine as a double click does, by no server, and waits for nothing but its HTML.
    pub async fn open_from_disk(&self, file: &Path) {
        let url = url::Url::from_file_path(file).expect("an absolute path");
        self.client.goto(url.as_str()).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// The same, and waits until the page in it is alive.
    pub async fn open_file(&self, file: &Path) {
        self.open_from_disk(file).await;
        self.alive().await;
    }

    /// Opens an address of the site and waits for nothing but its HTML.
    pub async fn open_still(&self, target: &str) {
        let url = format!("http://{}{target}", self.site.address);
        self.client.goto(&url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// Has the browser load the page again, as when it restores a tab, and waits until it is alive.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page loads again");
        self.alive().await;
    }

    /// Waits until the page lives: as it was built, or as the whole page where the address or a file beside it asks for that.
    pub async fn alive(&self) {
        self.wait_until("the page is alive", "document.documentElement.dataset.alive").await;
    }

    /// Has the whole page come, as a pointer on its way to a menu does, and waits until it has taken over.
    pub async fn whole(&self) {
        self.eval("document.querySelector('.ways').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))").await;
        self.wait_until("the whole page is there", "document.documentElement.dataset.alive === 'whole'").await;
    }

    /// Holds the page's WebAssembly back, or lets it go.
    pub fn hold(&self, held: bool) {
        self.site.held.set(held);
        self.site.released.notify_waiters();
    }

    /// Has the site's server answer nothing, as where there is no network, or answer again.
    pub fn cut_off(&self, gone: bool) {
        self.site.gone.set(gone);
    }

    /// What the page has asked its server for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.site.asked.borrow().clone()
    }

    /// Has another file served in a file's place, or none.
    pub fn serve_instead(&self, target: &str, file: Option<&[u8]>) {
        self.site.instead.borrow_mut().insert(target.to_owned(), file.map(Into::into));
    }

    /// Starts another server and tells its origin: a text, and servers' ways to keep one, as `elsewhere.rs` lists them.
    pub async fn elsewhere(&self) -> String {
        elsewhere::serve().await
    }

    /// The first element of a selector, once there is one.
    pub async fn wait_for(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).every(Duration::from_millis(20)).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("no {css} on the page after {PATIENCE:?}: {error}"))
    }

    /// Waits until a JavaScript expression is truthy; `what` tells a person what that means.
    pub async fn wait_until(&self, what: &str, expression: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.client.execute(&format!("return !!({expression});"), Vec::new()).await {
                Ok(Value::Bool(true)) => return,
                // Of a page that is left while it is asked, Firefox answers null: the next one is asked.
                Ok(Value::Bool(false) | Value::Null) => {}
                Ok(value) => panic!("!! makes a bool, not {value}: {expression}"),
                // A link was followed: WebKit's driver tells so of the page that is being left, where the others wait for the next.
                Err(error) if error.to_string().contains("before the unload event") => {}
                Err(error) => panic!("{expression} fails: {error}"),
            }
            assert!(Instant::now() < deadline, "waited {PATIENCE:?} until {what}: {expression}");
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The value of a JavaScript expression in the page; of a promise, what it comes to.
    pub async fn eval(&self, expression: &str) -> Value {
        let value = self.client.execute(&format!("return ({expression});"), Vec::new()).await;
        value.unwrap_or_else(|error| panic!("{expression} fails: {error}"))
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str) {
        self.client.execute(script, Vec::new()).await.expect("the script runs");
    }

    /// Gives the window another size, in CSS pixels. Some browsers' windows have a least width above a phone's.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window takes a size");
    }

    /// Has Chromium's developer tools do something, and tells what came of it.
    pub async fn devtools(&self, command: &'static str, params: Value) -> Value {
        let done = self.client.issue_cmd(DevTools { command, params }).await;
        done.unwrap_or_else(|error| panic!("{command} fails: {error}"))
    }

    /// The text of every element of a selector, in document order, seen or not.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let css = Value::from(css);
        let texts = self.eval(&format!("Array.from(document.querySelectorAll({css}), e => e.textContent.trim())")).await;
        texts.as_array().expect("an array comes back").iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Brings the first element of a selector into sight, where a pointer must be able to reach it, and clicks it.
    pub async fn click(&self, css: &str) {
        let selector = Value::from(css);
        loop {
            let element = self.wait_for(css).await;
            // At once: the driver's own way there follows the page's smooth scrolling and clicks before it has arrived.
            self.eval(&format!("document.querySelector({selector}).scrollIntoView({{ behavior: 'instant', block: 'center' }})")).await;
            match element.click().await {
                // The whole page has just taken the place of what was found.
                Err(error) if error.is_stale_element_reference() => {}
                clicked => return clicked.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}")),
            }
        }
    }

    /// Presses the mouse button on the first element of a selector and keeps it down.
    pub async fn hold_down(&self, css: &str) {
        let element = self.wait_for(css).await;
        let moved = PointerAction::MoveToElement { element, duration: None, x: 0., y: 0. };
        self.mouse([moved, PointerAction::Down { button: MOUSE_BUTTON_LEFT }]).await;
    }

    /// Lets the mouse button go where it is.
    pub async fn let_go(&self) {
        self.mouse([PointerAction::Up { button: MOUSE_BUTTON_LEFT }]).await;
    }

    async fn mouse(&self, actions: impl IntoIterator<Item = PointerAction>) {
        let actions = actions.into_iter().fold(MouseActions::new("mouse".into()), MouseActions::then);
        self.client.perform_actions(actions).await.unwrap_or_else(|error| panic!("the mouse cannot do that: {error}"));
    }

    /// Opens a menu of the line above the page and clicks one of its entries.
    pub async fn choose_from(&self, menu: &str, entry: &str) {
        self.click(&format!("{menu}:not([open]) > summary")).await;
        self.click(&format!("{menu}[open] {entry}")).await;
    }

    /// Focuses the first element of a selector and presses a key.
    pub async fn press(&self, css: &str, key: Key) {
        let keys = key.to_string();
        self.wait_for(css).await.send_keys(&keys).await.unwrap_or_else(|error| panic!("{css} takes no keys: {error}"));
    }

    /// Presses a key where the focus is.
    pub async fn type_key(&self, key: impl Into<char>) {
        let value = key.into();
        let keys = KeyActions::new("keys".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.unwrap_or_else(|error| panic!("{value} cannot be pressed: {error}"));
    }

    /// Copies, as if elsewhere: by key, the named forms (`text/html`) of something.
    pub async fn copy(&self, forms: &[(&str, &str)]) {
        let forms = Value::from(forms.iter().map(|(form, text)| Value::from(vec![*form, *text])).collect::<Vec<_>>());
        // Only what is selected can be copied.
        self.eval(&format!(
            "(addEventListener('copy', event => {{ for (const [form, text] of {forms}) event.clipboardData.setData(form, text); \
             event.preventDefault(); window.copied = true }}, {{ once: true }}), \
             window.copied = false, getSelection().selectAllChildren(document.querySelector('h1')))"
        ))
        .await;
        self.chord('c').await;
        self.wait_until("the browser copies", "window.copied").await;
        self.eval("getSelection().removeAllRanges()").await;
    }

    /// Pastes what was copied last, by key, with the focus on the first element of a selector.
    pub async fn paste(&self, css: &str) {
        let css = Value::from(css);
        self.eval(&format!("document.querySelector({css}).focus()")).await;
        self.chord('v').await;
    }

    /// Presses a key with the one that makes it a command.
    pub async fn chord(&self, key: char) {
        let command = if cfg!(target_os = "macos") { Key::Meta } else { Key::Control }.into();
        let keys = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: command })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: command });
        self.client.perform_actions(keys).await.unwrap_or_else(|error| panic!("{key} cannot be pressed: {error}"));
    }

    /// Chooses a file in a file input, seen or not.
    pub async fn choose(&self, css: &str, file: &Path) {
        let file = file.to_str().expect("the file's path is UTF-8");
        self.wait_for(css).await.send_keys(file).await.unwrap_or_else(|error| panic!("{css} takes no file: {error}"));
    }

    /// Drops a file of a name alone, of whatever type, on the page.
    pub async fn drop_file(&self, name: &str, text: &str) {
        self.drop_on("body", &[(name, "", text)]).await;
    }

    /// Drops files (name, type, content) on the first element of a selector.
    pub async fn drop_on(&self, css: &str, files: &[(&str, &str, &str)]) {
        let css = Value::from(css);
        let files = Value::from(files.iter().map(|(name, kind, text)| Value::from(vec![*name, *kind, *text])).collect::<Vec<_>>());
        self.eval(&format!(
            "(data => {{ for (const [name, type, text] of {files}) data.items.add(new File([text], name, {{ type }})); \
             for (const kind of ['dragover', 'drop']) document.querySelector({css}).dispatchEvent(\
             new DragEvent(kind, {{ dataTransfer: data, bubbles: true, cancelable: true }})) }})(new DataTransfer())"
        ))
        .await;
    }

    /// From here on keeps what this page would download.
    pub async fn keep_downloads(&self) {
        self.eval(
            "(() => { const blobs = {}; window.saved = []; const make = URL.createObjectURL; \
             URL.createObjectURL = blob => { const url = make.call(URL, blob); blobs[url] = blob; return url; }; \
             HTMLAnchorElement.prototype.click = function () { const name = this.download, kind = blobs[this.href].type; \
             blobs[this.href].text().then(text => saved.push({ name, kind, text })); }; })()",
        )
        .await;
    }

    /// Waits for the next download that is kept: the `name` the link proposes, and the file's `kind` and `text`.
    pub async fn downloaded(&self) -> Value {
        self.wait_until("a file is handed out", "saved.length").await;
        let mut files = self.eval("saved.splice(0)").await;
        let files = files.as_array_mut().expect("an array comes back");
        assert_eq!(files.len(), 1, "one file at a time");
        files.remove(0)
    }

    /// Chooses from a list, by value, as by key: drivers feign a pointer's way, and not all leave the focus on the list.
    pub async fn pick(&self, css: &str, value: &str) {
        self.wait_for(css).await;
        let (css, choice) = (Value::from(css), Value::from(value));
        let chosen = self
            .eval(&format!(
                "(list => {{ list.focus(); list.value = {choice}; \
                 for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, {{ bubbles: true }})); \
                 return [...list.options].some(option => option.value === {choice}) }})(document.querySelector({css}))"
            ))
            .await;
        assert_eq!(chosen, true, "{css} has no {value}");
    }
}
