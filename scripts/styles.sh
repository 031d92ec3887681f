#!/usr/bin/env bash
# Joins the styles into one file, which is one request instead of a dozen: base first, print last; between them the order does
# not matter, since each file is about another part of the page. Comments and indents stay behind: they are a kilobyte to load.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir -p target
{
  cat styles/base.css
  find styles -name '*.css' ! -name base.css ! -name print.css | LC_ALL=C sort | xargs cat
  cat styles/print.css
} | awk -v RS='[*]/' -v ORS='' '{ sub(/\/[*].*/, ""); print }' | sed -e 's/^ *//' -e '/^$/d' >target/page.css
