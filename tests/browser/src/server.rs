//! A static file server for one folder on a free loopback port; what static hosting does, and no more.

use std::{
    fs,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    rc::Rc,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::spawn_local,
};

/// Serves the folder for as long as the runtime lives.
pub(crate) async fn serve(folder: PathBuf) -> SocketAddr {
    let index = folder.join("index.html");
    assert!(index.is_file(), "{} is missing: build the page with `make build`", index.display());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a loopback port is free");
    let address = listener.local_addr().expect("a bound port has an address");
    let folder: Rc<Path> = folder.into();
    spawn_local(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let folder = Rc::clone(&folder);
            // A browser that hangs up is no failure of the test.
            spawn_local(async move { answer(stream, &folder).await.ok() });
        }
    });
    address
}

async fn answer(stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut request = String::new();
    stream.read_line(&mut request).await?;
    let mut header = String::new();
    while stream.read_line(&mut header).await? > 2 {
        header.clear();
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let (status, kind, body) = match file(folder, target).and_then(|file| Some((kind(&file), fs::read(&file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.shutdown().await
}

/// The file of a request target, never outside the folder. Built pages have plain ASCII names: nothing is decoded.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
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
        check("/../Cargo.toml", None);
        check("//etc/passwd", None);
        check("*", None);
    }

    #[test]
    fn wasm_and_modules_have_the_types_browsers_insist_on() {
        assert_eq!(kind(Path::new("a.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("a.js")), "text/javascript; charset=utf-8");
    }
}
