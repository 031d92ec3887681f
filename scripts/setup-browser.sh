#!/usr/bin/env bash
# Gets what the tests need beyond the page's own tools: three browsers with their drivers, Chinese glyphs, axe-core, shellcheck.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

system=$(sed -n 's/^ID=//p' /etc/os-release 2>/dev/null || true)
packages=()
if ! find_browser chromium; then
  step "The page is tested in Chromium, driven over WebDriver; one of the two is missing here."
  case $system in
    ubuntu) packages+=(chromium-browser chromium-chromedriver) ;;
    *) packages+=(chromium chromium-driver) ;;
  esac
fi
if ! find_firefox; then
  step "The page is tested in Firefox too, which is missing here."
  case $system in
    ubuntu) packages+=(firefox) ;;
    *) packages+=(firefox-esr) ;;
  esac
fi
if ! has WebKitWebDriver && ! has "${WEBKITDRIVER:-}" || ! has Xvfb; then
  step "The page is tested in WebKitGTK too, in place of Safari; its driver or a screen in memory is missing here."
  packages+=(webkit2gtk-driver xvfb)
fi
if has apt-get && ! find_locale && [ ! -f /usr/share/i18n/locales/zh_CN ]; then
  step "WebKitGTK asks for pages in the language of its locale; the sources of a Chinese one are missing here."
  packages+=(locales)
fi
if has apt-get && [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then
  step "The page is Chinese; there are no Chinese glyphs here to show it with."
  packages+=(fontconfig fonts-noto-cjk)
fi
if has apt-get && ! has shellcheck; then
  step "The scripts are checked with shellcheck, which is missing here."
  packages+=(shellcheck)
fi

if [ ${#packages[@]} -gt 0 ] && has apt-get; then
  root=()
  if [ "$(id -u)" = 0 ]; then
    root=(env)
  elif has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    root=(sudo)
  fi
  if [ ${#root[@]} -gt 0 ]; then
    step "Installing ${packages[*]} with apt."
    "${root[@]}" apt-get update -qq
    "${root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${packages[@]}" </dev/null ||
      say "apt could not install all of it."
  else
    say "Not installed, for want of the right to: run 'sudo apt-get install ${packages[*]}', then run this again."
  fi
fi

if find_firefox && ! find_browser firefox; then
  step "Getting geckodriver $GECKODRIVER_VERSION, which drives Firefox: compiling it, which takes some minutes this one time."
  compile_tool "$GECKODRIVER_HOME" "geckodriver@$GECKODRIVER_VERSION" || say "It could not be compiled."
fi
if has Xvfb && has localedef && ! find_locale; then
  step "Making the locale zh_CN.UTF-8 for WebKitGTK: the machine's own locales stay as they are."
  mkdir -p "$TOOLS/locale"
  localedef -i zh_CN -f UTF-8 "$TOOLS/locale/zh_CN.UTF-8" || say "It could not be made."
fi

if has npm && [ ! -f "$AXE" ]; then
  step "Getting axe-core with npm: the tests ask it what of the page assistive technology can't use."
  install_node --omit=dev || say "It could not be fetched."
fi

# The tests say what they skip for want of the others.
find_browser chromium || fail "a browser to test in is missing: install Chromium or Chrome with its chromedriver, or name them in CHROME and CHROMEDRIVER."
