#!/usr/bin/env bash
# Every test, those that fail soonest first.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/lint.sh
step "Tests: parser and command line"
cargo test --locked
step "Tests: components"
cargo test --locked --features ssr
if has c++; then
  RUNS=20000 scripts/fuzz.sh
else
  say "skipped: fuzzing, for which there is no C++ compiler here."
fi
step "The page, as it is published"
scripts/build.sh
scripts/test-browser.sh
