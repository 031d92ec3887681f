#!/usr/bin/env bash
# Builds the page into dist/, as it is published.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

use_wasm || fail "the page cannot be compiled to WebAssembly yet: run scripts/setup.sh."
# Trunk builds offline.
cargo fetch --quiet --locked --target "$WASM_TARGET"
trunk build --release "$@"
say "The page is in dist/."
