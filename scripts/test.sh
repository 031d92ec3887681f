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
step "Tests: the page in a browser"
find_browser || fail "no browser to test in: run 'scripts/setup.sh test'."
cargo test --locked --package wirecopy-browser
