#!/usr/bin/env bash
# Asks Lighthouse how dist/ does on a phone with a slow line: the middle of RUNS runs, three if not said, in a browser whose language is
# READER, zh-CN if not said; the page in another language is the whole one. Fails under 95 for
# performance and under 100 for accessibility, best practices and search engines.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ -f dist/index.html ] || fail "dist/ holds no page: run 'make build'."
has npm || fail "Lighthouse runs on Node.js: install it with npm, then run this again."
find_chrome || fail "Lighthouse looks through Chromium: install it, or name it in CHROME."
if [ ! -d "$NODE_HOME/node_modules/lighthouse" ]; then
  step "Getting Lighthouse with npm: it judges the page as a search engine would."
  install_node --include=dev
fi
step "Lighthouse: the page on a phone with a slow line"
node scripts/node/lighthouse.mjs dist "$NODE_HOME" "${RUNS:-3}" "${READER:-zh-CN}"
