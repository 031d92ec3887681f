#!/usr/bin/env bash
# Gets Trunk, which builds the page, and wasm-bindgen of the version the page is linked with: their own releases where
# they can be had, else compiled here.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

sha256() { if has sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

# Fetches a release archive and puts its program into a folder; fails where there is none or its checksum is another.
release() {
  local url=$1 checksum=$2 program=$3 folder=$4 work result=0
  has curl || return 1
  work=$(mktemp -d)
  curl -fsSL --connect-timeout 5 --max-time 20 "$url$checksum" -o "$work/checksum" &&
    curl -fsSL --connect-timeout 5 --max-time 300 "$url" -o "$work/archive" &&
    [ "$(sha256 "$work/archive")" = "$(cut -d ' ' -f 1 "$work/checksum")" ] &&
    tar -xzf "$work/archive" -C "$work" &&
    mkdir -p "$folder/bin" &&
    find "$work" -type f -name "$program" -exec mv {} "$folder/bin/" \; || result=1
  rm -rf "$work"
  return "$result"
}

# The machine's name in the archives' names.
host=$(rustc -vV | sed -n 's/^host: //p')
from_source() {
  say "No release for $host can be fetched: compiling it, which takes some minutes this one time."
  compile_tool "$@"
}

if ! is_version trunk "$TRUNK_VERSION"; then
  step "Getting Trunk $TRUNK_VERSION: it builds and serves the page."
  release "https://github.com/trunk-rs/trunk/releases/download/v$TRUNK_VERSION/trunk-$host.tar.gz" .sha256 trunk "$TRUNK_HOME" ||
    from_source "$TRUNK_HOME" "trunk@$TRUNK_VERSION" --no-default-features --features rustls
  is_version trunk "$TRUNK_VERSION" || fail "Trunk $TRUNK_VERSION does not run: see the lines above."
fi

if ! is_version wasm-bindgen "$BINDGEN_VERSION"; then
  step "Getting wasm-bindgen $BINDGEN_VERSION: it joins the WebAssembly to the browser and must be of Cargo.lock's version."
  release "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/$BINDGEN_VERSION/wasm-bindgen-$BINDGEN_VERSION-${host/linux-gnu/linux-musl}.tar.gz" \
    .sha256sum wasm-bindgen "$BINDGEN_HOME" ||
    from_source "$BINDGEN_HOME" "wasm-bindgen-cli@$BINDGEN_VERSION" --bin wasm-bindgen
  is_version wasm-bindgen "$BINDGEN_VERSION" || fail "wasm-bindgen $BINDGEN_VERSION does not run: see the lines above."
fi
