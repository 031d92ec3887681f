#!/usr/bin/env bash
# Gets what the tests need beyond the page's own tools: a browser with its driver, Chinese glyphs, shellcheck.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

system=$(sed -n 's/^ID=//p' /etc/os-release 2>/dev/null || true)
packages=()
if ! find_browser; then
  step "The page is tested in Chromium, driven over WebDriver; one of the two is missing here."
  case $system in
    ubuntu) packages+=(chromium-browser chromium-chromedriver) ;;
    *) packages+=(chromium chromium-driver) ;;
  esac
fi
if has apt-get && [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then
  step "The page is Chinese; there are no Chinese glyphs here to show it with."
  packages+=(fontconfig fonts-noto-cjk)
fi
if has apt-get && ! has shellcheck; then
  step "The scripts are checked with shellcheck, which is missing here."
  packages+=(shellcheck)
fi
if [ ${#packages[@]} -eq 0 ]; then exit; fi

if ! has apt-get; then
  fail "a browser to test in is missing: install Chrome and its chromedriver, or name them in CHROME and CHROMEDRIVER."
fi
if [ "$(id -u)" = 0 ]; then
  root=(env)
elif has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  root=(sudo)
else
  fail "packages are missing: run 'sudo apt-get install ${packages[*]}', then run this again."
fi
step "Installing ${packages[*]} with apt."
"${root[@]}" apt-get update -qq
"${root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${packages[@]}" </dev/null
find_browser || fail "Chromium was installed but it or its driver is not found: name them in CHROME and CHROMEDRIVER."
