//! A static file server for one folder on a free loopback port; what static hosting does, and one thing more: every page
//! it serves starts with a script that tells it what the browser complains of. No browser but Chromium tells its driver.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    fs,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    rc::Rc,
};

use percent_encoding::percent_decode_str;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::spawn_local,
};

/// The script and where it stands; it tells by `POST` to the same place.
const EAR: &str = include_str!("ear.js");
const EAR_PLACE: &str = "/.ear.js";

/// A folder that is served for as long as the runtime lives.
#[derive(Debug)]
pub(crate) struct Site {
    folder: PathBuf,
    pub(crate) address: SocketAddr,
    complaints: RefCell<Vec<String>>,
    /// What was asked for, in order.
    pub(crate) asked: RefCell<Vec<String>>,
    /// What is served for a target instead of the folder's file; nothing for a file that is gone.
    pub(crate) instead: RefCell<HashMap<String, Option<Vec<u8>>>>,
    /// Whether WebAssembly is held back, as on a slow network.
    pub(crate) held: Cell<bool>,
    /// Whether nothing is answered, as where there is no network.
    pub(crate) gone: Cell<bool>,
    pub(crate) released: Notify,
    /// Whether every page may have its files, a page without an origin too.
    pub(crate) open: Cell<bool>,
}

impl Site {
    pub(crate) async fn serve(folder: PathBuf) -> Rc<Self> {
        assert!(folder.is_dir(), "{} is missing: build the page with `make build`", folder.display());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a loopback port is free");
        let address = listener.local_addr().expect("a bound port has an address");
        let site = Rc::new(Self {
            folder,
            address,
            complaints: RefCell::default(),
            asked: RefCell::default(),
            instead: RefCell::default(),
            held: Cell::default(),
            gone: Cell::default(),
            released: Notify::new(),
            open: Cell::default(),
        });
        let serving = Rc::clone(&site);
        spawn_local(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let site = Rc::clone(&serving);
                // A browser that hangs up is no failure of the test.
                spawn_local(async move { site.answer(stream).await.ok() });
            }
        });
        site
    }

    /// What was complained of since this was last asked: errors, what the page's policy blocked, files that are not there.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.complaints.take()
    }

    async fn answer(&self, stream: TcpStream) -> std::io::Result<()> {
        if self.gone.get() {
            return Ok(());
        }
        let mut stream = BufReader::new(stream);
        let mut request = String::new();
        if stream.read_line(&mut request).await? == 0 {
            // A browser opened a connection in case it needs one.
            return Ok(());
        }
        let mut length = 0;
        let mut header = String::new();
        while stream.read_line(&mut header).await? > 2 {
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or_default();
            }
            header.clear();
        }
        let target = request.split(' ').nth(1).unwrap_or_default();
        if target != EAR_PLACE {
            self.asked.borrow_mut().push(target.to_owned());
        }
        while self.held.get() && target.contains(".wasm") {
            self.released.notified().await;
        }
        let (status, kind, body) = if target == EAR_PLACE {
            let mut words = vec![0; length];
            stream.read_exact(&mut words).await?;
            if !words.is_empty() {
                self.complaints.borrow_mut().push(String::from_utf8_lossy(&words).into_owned());
            }
            ("200 OK", "text/javascript", EAR.into())
        } else if let Some((kind, body)) = self.read(target) {
            ("200 OK", kind, body)
        } else {
            // In Chromium's words.
            self.complaints.borrow_mut().push(format!("{target}: the server responded with a status of 404 (Not Found)"));
            ("404 Not Found", "text/plain", Vec::new())
        };
        let length = body.len();
        let open = if self.open.get() { "Access-Control-Allow-Origin: *\r\n" } else { "" };
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{open}Connection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(&body).await?;
        stream.shutdown().await
    }

    /// The type and bytes of a request target, a page with the script in front.
    fn read(&self, target: &str) -> Option<(&'static str, Vec<u8>)> {
        let file = file(&self.folder, target)?;
        let instead = self.instead.borrow().get(target).cloned();
        let mut body = instead.unwrap_or_else(|| fs::read(&file).ok())?;
        let kind = kind(&file);
        if kind.starts_with("text/html") {
            let page = String::from_utf8(body).expect("built pages are UTF-8");
            body = page.replacen("<head>", &format!("<head><script src=\"{EAR_PLACE}\"></script>"), 1).into();
        }
        Some((kind, body))
    }
}

/// The file of a request target, never outside the folder.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = percent_decode_str(target.split(['?', '#']).next()?.strip_prefix('/')?).decode_utf8().ok()?;
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    let path = format!("{path}{index}");
    let path = Path::new(&path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        // Bytes of an unknown encoding: a charset here would be a claim.
        Some("txt") => "text/plain",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_names_a_file_of_the_folder_or_none() {
        let check = |target, expected: Option<&str>| assert_eq!(file(Path::new("d"), target), expected.map(PathBuf::from), "{target}");
        check("/", Some("d/index.html"));
        check("/?view=timeline", Some("d/index.html"));
        check("/a/b.wasm?1", Some("d/a/b.wasm"));
        check("/a/b/", Some("d/a/b/index.html"));
        check("/%E6%B8%A1%20a.txt", Some("d/渡 a.txt"));
        check("/../Cargo.toml", None);
        check("/%2E%2E/Cargo.toml", None);
        check("//etc/passwd", None);
        check("*", None);
    }

    #[test]
    fn wasm_and_modules_have_the_types_browsers_insist_on() {
        assert_eq!(kind(Path::new("a.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("a.js")), "text/javascript; charset=utf-8");
    }
}
