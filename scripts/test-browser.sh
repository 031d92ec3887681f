#!/usr/bin/env bash
# Tests dist/ in the named browsers, in all of them if none is named; what follows -- is for cargo test.
# `test-browser.sh firefox -- --test reading` is one file of tests in one browser.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

named=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  named+=("$1")
  shift
done
if [ $# -gt 0 ]; then shift; fi
# The tests of the page are of dist/ as it is; those of the npm package, of the parser as it stands.
case " $* " in
  "  " | *" package "*) scripts/npm.sh >/dev/null ;;
esac

# Something to test with is missing: never in continuous integration, nor where it was asked for by name.
missing() {
  if in_ci || [ ${#named[@]} -gt 0 ]; then fail "$1"; fi
  say "skipped: $1"
}

skip=()
if [ ! -f "$AXE" ]; then
  missing "axe-core, which judges the page's accessibility, is not here: install Node.js with npm, then run 'scripts/setup.sh test'."
  skip=(-- --skip axe)
fi
for browser in "${named[@]:-${BROWSERS[@]}}"; do
  step "Tests: the page in $browser"
  if find_browser "$browser"; then
    BROWSER=$browser cargo test --locked --package wirecopy-browser "$@" "${skip[@]}"
  else
    case $browser in
      chromium) missing "Chromium or its driver is not here: install both, or name them in CHROME and CHROMEDRIVER." ;;
      firefox) missing "Firefox or its driver is not here: install Firefox, or name it in FIREFOX, then run 'scripts/setup.sh test'." ;;
      webkit) missing "WebKitGTK is not here: where there is apt, 'scripts/setup.sh test' installs it; on other Linux systems install WebKitWebDriver and Xvfb." ;;
    esac
  fi
done
