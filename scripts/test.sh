#!/usr/bin/env bash
# Every test, those that fail soonest first.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/lint.sh
step "Tests: parser and command line"
cargo test --locked
step "Tests: components"
cargo test --locked --features ssr
step "The page, as it is published"
scripts/build.sh
scripts/test-browser.sh
