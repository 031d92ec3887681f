//! The browsers the page is read in: how each is started, what it is asked for, where it complains.

use std::{
    env,
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
}

impl Browser {
    /// The browser that `BROWSER` names; panics at a name that is none.
    pub fn from_env() -> Self {
        match env::var("BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok(other) => panic!("BROWSER={other}: no such browser; there is: chromium"),
        }
    }

    /// Starts the browser's driver on a free port and waits until it listens.
    pub(crate) async fn start(self) -> Driver {
        let port = free_port();
        let (program, arguments) = match self {
            Self::Chromium => (env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into()), [format!("--port={port}")]),
        };
        let child = Command::new(&program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        let mut driver = Driver { child, url: format!("http://127.0.0.1:{port}") };
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
        let Value::Object(mut capabilities) = (match self {
            Self::Chromium => json!({
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
        }) else {
            unreachable!("capabilities are written as an object")
        };
        if let (Self::Chromium, Ok(chrome)) = (self, env::var("CHROME")) {
            capabilities["goog:chromeOptions"]["binary"] = chrome.into();
        }
        capabilities
    }

    /// The errors on the browser's console since it was last asked.
    pub(crate) async fn complaints(self, client: &Client) -> Vec<String> {
        match self {
            Self::Chromium => {
                let log = client.issue_cmd(ChromeLog).await.expect("the driver tells its log");
                let entries = log.as_array().expect("the log is a list").iter();
                entries.filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
            }
        }
    }
}

/// A running driver; ends with the value.
pub(crate) struct Driver {
    child: Child,
    pub(crate) url: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.child.kill().ok();
        self.child.wait().ok();
    }
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
