#!/usr/bin/env bash
# Takes the pictures of the documents anew, of dist/ as it is, in Chromium: docs/images.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ -f dist/index.html ] || fail "dist/ holds no page: run 'make build'."
find_browser chromium || fail "no browser to take pictures of: run 'scripts/setup.sh test'."
BROWSER=chromium cargo run --quiet --locked --package wirecopy-browser --example screenshots
