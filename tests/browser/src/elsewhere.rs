//! Another server: on this machine too, but of another origin than the page's.

use std::time::Duration;

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::spawn_local,
    time::sleep,
};

/// What the server says at every place but those with a meaning of their own.
const TEXT: &str = "渡口又开了\n新海网海州7月26日电 海州渡口26日恢复通行。\n接到通知后，工作人员2小时内到岗。\n";

/// Serves for as long as the runtime lives; its origin comes back.
///
/// | target | answer |
/// |---|---|
/// | `/closed` | a text for its own pages alone |
/// | `/moved` | that the text is at `/open` |
/// | `/page` | a page |
/// | `/silent` | a beginning, and nothing more |
/// | `/endless` | a text without an end |
/// | `/none` | that there is none |
/// | any other | a text for every page, of a type that is none of text |
pub(crate) async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a loopback port is free");
    let address = listener.local_addr().expect("a bound port has an address");
    spawn_local(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A browser that hangs up is no failure of the test.
            spawn_local(async move { answer(stream).await.ok() });
        }
    });
    format!("http://{address}")
}

async fn answer(stream: TcpStream) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut request = String::new();
    stream.read_line(&mut request).await?;
    let mut header = String::new();
    while stream.read_line(&mut header).await? > 2 {
        header.clear();
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let open = "Access-Control-Allow-Origin: *\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n";
    let whole = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
    let said = match target {
        "/closed" => format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{}", whole(TEXT)),
        "/moved" => format!("HTTP/1.1 302 Found\r\nLocation: /open\r\n{open}{}", whole("")),
        "/none" => format!("HTTP/1.1 404 Not Found\r\n{open}{}", whole("")),
        "/page" => {
            let lines = TEXT.trim_end().replace('\n', "</p><p>");
            format!(
                "HTTP/1.1 200 OK\r\n{open}{}",
                whole(&format!("<!doctype html><html><body><nav>首页</nav><p>{lines}</p></body></html>"))
            )
        }
        "/silent" => format!("HTTP/1.1 200 OK\r\n{open}Content-Length: 1000000\r\n\r\n{TEXT}"),
        "/endless" => format!("HTTP/1.1 200 OK\r\n{open}\r\n"),
        _ => format!("HTTP/1.1 200 OK\r\n{open}{}", whole(TEXT)),
    };
    stream.write_all(said.as_bytes()).await?;
    stream.flush().await?;
    match target {
        "/silent" => loop {
            sleep(Duration::from_secs(1)).await;
        },
        "/endless" => {
            let much = TEXT.repeat(10_000);
            loop {
                stream.write_all(much.as_bytes()).await?;
            }
        }
        _ => stream.shutdown().await,
    }
}
