#!/usr/bin/env bash
# How long the built page takes to open long texts, in Chromium, beside plain HTML of the same text in the same run.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ -f dist/index.html ] || fail "dist/ holds no page: run 'make build'."
find_browser chromium || fail "no browser to measure in: run 'scripts/setup.sh test'."
BROWSER=chromium cargo run --quiet --locked --release --package wirecopy-browser --example bench
