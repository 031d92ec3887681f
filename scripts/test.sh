#!/usr/bin/env bash
# Every test, those that fail soonest first.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/lint.sh
step "Tests: parser and command line"
cargo test --locked --no-default-features --features cli
step "Tests: components and sites"
cargo test --locked
if has c++; then
  RUNS=20000 scripts/fuzz.sh
else
  say "skipped: fuzzing, for which there is no C++ compiler here."
fi
step "The parser for JavaScript"
scripts/npm.sh
if has node; then
  node --test scripts/node/npm.mjs
elif in_ci; then
  fail "Node.js is missing, in which the npm package is tested."
else
  say "skipped in Node.js, which is not on this machine; the browsers below read with it too."
fi
step "The page, as it is published"
scripts/build.sh
scripts/test-browser.sh
