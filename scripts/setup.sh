#!/usr/bin/env bash
# Sets up what building the page needs; `setup.sh test` adds what testing it needs. Run again, it does nothing.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if ! has cargo || ! has rustc; then
  fail "Rust is missing: install it as https://rustup.rs says, then run this again."
fi
wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
oldest=$(printf '%s\n%s\n' "$wanted" "$(rustc_version)" | sort -V | head -n 1)
[ "$oldest" = "$wanted" ] || fail "Rust $wanted or newer is needed, this is $(rustc_version): run 'rustup update', then run this again."

scripts/setup-wasm.sh
scripts/setup-std.sh
scripts/setup-tools.sh
if [ "${1:-}" = test ]; then scripts/setup-browser.sh; fi
