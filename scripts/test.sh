#!/usr/bin/env bash
# Every test, those that fail soonest first.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/lint.sh
step "Tests: parser and command line"
cargo test --locked --no-default-features --features cli
step "Tests: components and sites"
cargo test --locked
step "The page, as it is published"
scripts/build.sh
scripts/test-browser.sh
