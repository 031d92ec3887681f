# What every script here shares; sourced, never run.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Outside the clone, so that a second clone finds its tools built.
TOOLS=${WIRECOPY_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/wirecopy}
WASM_TARGET=wasm32-unknown-unknown
# Written by setup-wasm.sh when the page needs another compiler than the one on the PATH.
WASM_ENV=$TOOLS/wasm-env.sh

cd "$ROOT"

say() { printf '%s\n' "$*"; }
step() { printf '\n==> %s\n' "$*"; }
fail() {
  printf '\nwirecopy: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command for at most so many seconds, where the machine can bound it.
within() {
  local seconds=$1
  shift
  if has timeout; then timeout "$seconds" "$@"; else "$@"; fi
}

# The version of a crate in Cargo.lock.
locked() {
  awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock
}

TRUNK_VERSION=0.21.14
BINDGEN_VERSION=$(locked wasm-bindgen)
TRUNK_HOME=$TOOLS/trunk-$TRUNK_VERSION
BINDGEN_HOME=$TOOLS/wasm-bindgen-$BINDGEN_VERSION
PATH=$TRUNK_HOME/bin:$BINDGEN_HOME/bin:$PATH
# Trunk must find its tools on the PATH, never download them.
export PATH TRUNK_OFFLINE=true TRUNK_SKIP_VERSION_CHECK=true

rustc_version() { "${RUSTC:-rustc}" -V | awk '{ print $2 }'; }
is_version() { [ "$("$1" --version 2>/dev/null | awk '{ print $2 }')" = "$2" ]; }

# Compiles an empty crate: a folder of that name may hold another compiler's libraries.
wasm_works() {
  local out result=0
  out=$(mktemp -d)
  "${RUSTC:-rustc}" --target "$WASM_TARGET" --crate-type lib --crate-name empty --emit metadata --out-dir "$out" - \
    </dev/null >/dev/null 2>&1 || result=1
  rm -rf "$out"
  return "$result"
}

# Chooses the compiler for the page: the one on the PATH where it can, else the one that was set up.
use_wasm() {
  if wasm_works; then return; fi
  # shellcheck source=/dev/null
  if [ -f "$WASM_ENV" ]; then . "$WASM_ENV"; fi
  wasm_works
}

# The browser and its driver: CHROME and CHROMEDRIVER, else what the machine has.
find_browser() {
  local name
  if [ -z "${CHROME:-}" ]; then
    for name in chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
      if has "$name"; then
        CHROME=$(command -v "$name")
        break
      fi
    done
  fi
  if [ -z "${CHROMEDRIVER:-}" ]; then
    for name in chromedriver "${CHROMEWEBDRIVER:-}/chromedriver" /usr/lib/chromium-browser/chromedriver; do
      if has "$name"; then
        CHROMEDRIVER=$(command -v "$name")
        break
      fi
    done
  fi
  export CHROME CHROMEDRIVER
  [ -n "${CHROME:-}" ] && [ -n "${CHROMEDRIVER:-}" ]
}
