//! The browsers the page is read in: how each is started, what it is asked for, where it complains.

use std::{
    env,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{
    Client,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use http::Method;
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::sleep};
use url::{ParseError, Url};

/// A browser driven over `WebDriver`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome: `CHROME` and `CHROMEDRIVER` name them, else the driver on the PATH chooses.
    Chromium,
    /// Firefox: `FIREFOX` and `GECKODRIVER` name it and its driver, else the driver on the PATH chooses.
    Firefox,
    /// `WebKitGTK`'s own small browser, on a screen of its own: `WEBKITDRIVER` names its driver, else the one on the PATH. It
    /// stands for Safari, whose engine it shares.
    WebKit,
}

impl Browser {
    /// The browser that `BROWSER` names; panics at a name that is none.
    pub fn from_env() -> Self {
        match env::var("BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("BROWSER={other}: no such browser; there are: chromium, firefox, webkit"),
        }
    }

    /// Starts the browser's driver on a free port and waits until it listens.
    pub(crate) async fn start(self) -> Driver {
        let port = free_port();
        let (variable, usual, arguments) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver", vec![format!("--port={port}")]),
            // Firefox's other door must not be the same for two that run side by side.
            Self::Firefox => ("GECKODRIVER", "geckodriver", vec![format!("--port={port}"), format!("--websocket-port={}", free_port())]),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver", vec![format!("--port={port}")]),
        };
        let program = named(variable).unwrap_or_else(|| usual.into());
        let mut command = Command::new(&program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
        if self == Self::Firefox {
            command.env("MOZ_CRASHREPORTER_DISABLE", "1");
        }
        if self != Self::Chromium {
            // What they warn of on their way is not the page's.
            command.stderr(Stdio::null());
        }
        let screen = (self == Self::WebKit).then(Screen::start);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
            // It asks pages for the language it speaks itself; `LOCPATH` may say where the machine keeps that.
            command.env("LC_ALL", "zh_CN.UTF-8");
            // Containers: root, no name spaces, no graphics card.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
            // Painting on threads of a graphics card that is not there crashes once in a while.
            command.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
        }
        let child = command.spawn().unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        let mut driver = Driver { child, url: format!("http://127.0.0.1:{port}"), _screen: screen };
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
            if let Some(status) = driver.child.try_wait().expect("a child can be asked") {
                panic!("{program} ended before it listened: {status}");
            }
            assert!(Instant::now() < deadline, "{program} does not listen on port {port} after 20 s");
            sleep(Duration::from_millis(20)).await;
        }
        driver
    }

    /// What a new session is asked for. Drivers give each session a profile of its own.
    pub(crate) fn capabilities(self) -> Capabilities {
        let (mut capabilities, options, program) = match self {
            Self::Chromium => (
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": {
                        "args": [
                            "--headless=new", "--window-size=1280,900",
                            // Containers: root, no graphics card, a small /dev/shm.
                            "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                            // A closed network: nothing but the page is asked for.
                            "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        ],
                        "prefs": { "intl.accept_languages": "zh-CN,zh" },
                    },
                }),
                "goog:chromeOptions",
                named("CHROME"),
            ),
            Self::Firefox => (
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": {
                        "args": ["-headless", "--width=1280", "--height=900"],
                        "prefs": {
                            "intl.accept_languages": "zh-CN, zh",
                            // Milliseconds after which it gives up ending in good order, which now and then never ends.
                            "toolkit.asyncshutdown.crash_timeout": 5000,
                        },
                    },
                }),
                "moz:firefoxOptions",
                named("FIREFOX"),
            ),
            Self::WebKit => (json!({ "webkitgtk:browserOptions": { "args": ["--automation"] } }), "webkitgtk:browserOptions", None),
        };
        if let Some(program) = program {
            capabilities[options]["binary"] = program.into();
        }
        let Value::Object(capabilities) = capabilities else { unreachable!("capabilities are written as an object") };
        capabilities
    }

    /// The errors on the browser's console since it was last asked, where its driver tells them. What no driver tells, the page's server hears.
    pub(crate) async fn complaints(self, client: &Client) -> Vec<String> {
        match self {
            Self::Chromium => {
                let log = client.issue_cmd(ChromeLog).await.expect("the driver tells its log");
                let entries = log.as_array().expect("the log is a list").iter();
                entries.filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
            }
            Self::Firefox | Self::WebKit => Vec::new(),
        }
    }
}

/// The program that a variable of the environment names, if any.
fn named(variable: &str) -> Option<String> {
    env::var(variable).ok().filter(|program| !program.is_empty())
}

/// A running driver; ends with the value.
pub(crate) struct Driver {
    child: Child,
    pub(crate) url: String,
    /// Ends after the driver.
    _screen: Option<Screen>,
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// A screen in memory for the browser that cannot do without; ends with the value.
struct Screen {
    child: Child,
    /// As the variable `DISPLAY` gives it.
    name: String,
}

impl Screen {
    fn start() -> Self {
        // It chooses its own number and says it when it is ready.
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start: {error}"));
        let mut number = String::new();
        let said = BufReader::new(child.stdout.take().expect("its output is a pipe")).read_line(&mut number);
        assert!(said.is_ok_and(|bytes| bytes > 0), "Xvfb ended without a screen");
        Self { child, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

fn end(child: &mut Child) {
    // It may have ended by itself.
    child.kill().ok();
    child.wait().ok();
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port is free");
    listener.local_addr().expect("a bound port has an address").port()
}

/// chromedriver's own command for the browser's console.
#[derive(Debug)]
struct ChromeLog;

impl WebDriverCompatibleCommand for ChromeLog {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// chromedriver's own command for what only Chromium's developer tools can do.
#[derive(Debug)]
pub(crate) struct DevTools {
    pub(crate) command: &'static str,
    pub(crate) params: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.params }).to_string()))
    }
}
