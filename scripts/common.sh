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
GECKODRIVER_VERSION=0.37.1
GECKODRIVER_HOME=$TOOLS/geckodriver-$GECKODRIVER_VERSION
PATH=$TRUNK_HOME/bin:$BINDGEN_HOME/bin:$GECKODRIVER_HOME/bin:$PATH
# Trunk must find its tools on the PATH, never download them.
export PATH TRUNK_OFFLINE=true TRUNK_SKIP_VERSION_CHECK=true

# Where cargo keeps the crates.
CRATES=${CARGO_HOME:-$HOME/.cargo}
rustc_version() { "${RUSTC:-rustc}" -V | awk '{ print $2 }'; }
# Where setup-std.sh puts the standard library for pages, and where its sources are when no rustup brought them.
small_std() { printf '%s' "$TOOLS/wasm-std-$(rustc_version)"; }
kept_sources() { printf '%s' "$TOOLS/rust-src-$(rustc_version)"; }
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

# Chooses the compiler for the page, the one on the PATH where it can, else the one that was set up, and with it the standard library
# that setup-std.sh compiled for pages, where there is one.
use_wasm() {
  local for_rustc=()
  if ! wasm_works; then
    # shellcheck source=/dev/null
    if [ -f "$WASM_ENV" ]; then . "$WASM_ENV"; fi
    wasm_works || return
  fi
  # What is published doesn't tell whose machine built it: crates name their files in their panics. Flags can't hold a space.
  case $CRATES in
    *[[:space:]]*) ;;
    *) for_rustc+=("--remap-path-prefix=$CRATES=cargo") ;;
  esac
  if [ -d "$(small_std)" ]; then
    # Whatever is linked with it panics as it does; the compiler still calls that unstable.
    export RUSTC_BOOTSTRAP=1
    for_rustc+=("--sysroot=$(small_std)" -Zunstable-options -Cpanic=immediate-abort)
  fi
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="${for_rustc[*]:-}"
}

# Builds a program of crates.io into a folder of its own; the rest is for cargo install.
compile_tool() {
  local folder=$1
  shift
  # A tool that runs for seconds need not be optimised for minutes.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --locked --root "$folder" "$@"
}

# The browsers the page is tested in.
BROWSERS=(chromium firefox webkit)
# Continuous integration skips nothing.
in_ci() { [ -n "${CI:-}" ]; }

# Sets a variable to the first of some programs that the machine has, unless it names one already.
choose() {
  local variable=$1 program
  shift
  if [ -n "${!variable:-}" ]; then set -- "${!variable}"; fi
  for program in "$@"; do
    if has "$program"; then
      export "$variable=$(command -v "$program")"
      return
    fi
  done
  return 1
}

find_chrome() {
  choose CHROME chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"
}
find_firefox() { choose FIREFOX firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox; }
# WebKitGTK speaks the language of its locale, and the page is Chinese: the machine's own, else one that was set up.
find_locale() {
  if locale -a 2>/dev/null | grep -qix 'zh_CN\.utf-\?8'; then return; fi
  [ -d "$TOOLS/locale/zh_CN.UTF-8" ] && export LOCPATH=$TOOLS/locale
}

# A browser of the list with its driver: those the variables name, else what the machine has.
find_browser() {
  case $1 in
    chromium) find_chrome && choose CHROMEDRIVER chromedriver "${CHROMEWEBDRIVER:-}/chromedriver" /usr/lib/chromium-browser/chromedriver ;;
    firefox) find_firefox && choose GECKODRIVER geckodriver "${GECKOWEBDRIVER:-}/geckodriver" ;;
    webkit) choose WEBKITDRIVER WebKitWebDriver && has Xvfb && find_locale ;;
    *) fail "$1 is none of the browsers: ${BROWSERS[*]}." ;;
  esac
}

# What judges the page with Node.js; its versions stand in scripts/node.
NODE_HOME=$TOOLS/node-$(cksum <scripts/node/package-lock.json | cut -d ' ' -f 1)
AXE=$NODE_HOME/node_modules/axe-core/axe.min.js
export AXE
# Fetches them at those versions; the rest is for npm.
install_node() {
  mkdir -p "$NODE_HOME"
  cp scripts/node/package*.json "$NODE_HOME/"
  npm ci --prefix "$NODE_HOME" --ignore-scripts --silent "$@"
}
