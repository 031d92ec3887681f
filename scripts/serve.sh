#!/usr/bin/env bash
# Serves the page on this machine alone, and builds it anew when a source changes. PORT is the first port tried.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
# Trunk listens even where its build failed: only a page is an answer.
answers() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET / HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n' >&3
    read -r status <&3
    [[ $status == *' 200 '* ]]
  ) 2>/dev/null
}

use_wasm || fail "the page cannot be compiled to WebAssembly yet: run scripts/setup.sh."
cargo fetch --quiet --locked --target "$WASM_TARGET"

port=${PORT:-8080}
while listens "$port"; do port=$((port + 1)); done

# Not dist/: that is always the page as it was built to be published.
served=${CARGO_TARGET_DIR:-target}/serve
mkdir -p "$served" target dist
step "Building the page; this takes a minute or two the first time."
trunk serve --release --address 127.0.0.1 --disable-address-lookup --port "$port" --dist "$served" --ignore "${CARGO_TARGET_DIR:-target}" --ignore target --ignore dist &
trunk=$!
trap 'kill "$trunk" 2>/dev/null || true; wait "$trunk" 2>/dev/null || true' EXIT
trap 'say; exit 0' INT TERM

until answers "$port"; do
  kill -0 "$trunk" 2>/dev/null || fail "the page could not be served: see Trunk's lines above."
  sleep 0.2
done
say ""
say "  Wirecopy is at http://127.0.0.1:$port/"
say "  Open that address in a browser. The page follows the sources; Ctrl-C ends."
say ""
wait "$trunk"
