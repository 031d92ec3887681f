#!/usr/bin/env bash
# The bytes of dist/, file by file: as it is, by gzip -9, by brotli 11. Files of a first visit are marked, and where they take more than BUDGET
# kilobytes (thousands of bytes, brotli) this fails. With twiggy on the machine and TOP=25, the 25 largest functions of both modules.
# `size.sh FOLDER` asks of another folder's.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

folder=${1:-dist}
if [ "$folder" = dist ]; then
  [ -f dist/index.html ] || fail "dist/ holds no page: run 'make build'."
fi

# One window size for all three, that they give the same figure.
if has brotli; then
  brotli_bytes() { brotli --quality=11 --lgwin=22 --stdout "$1" | wc -c; }
elif has node; then
  brotli_bytes() { node -p 'require("zlib").brotliCompressSync(require("fs").readFileSync(process.argv[1])).length' "$1"; }
elif python3 -c 'import brotli' 2>/dev/null; then
  brotli_bytes() { python3 -c 'import brotli, sys; print(len(brotli.compress(open(sys.argv[1], "rb").read(), quality=11, lgwin=22)))' "$1"; }
else
  brotli_bytes() { echo 0; }
  say "No brotli here: its column stays empty. The program brotli, Node.js or Python's brotli would fill it."
fi

# What a first visit asks for; tests/browser/tests/first_visit.rs holds the page to it.
first() {
  case $1 in
    index.html | before.js | boot.js | page-*.css | wirecopy-quick-* | reports/default.* | reports/index.json) echo '*' ;;
    *) echo '-' ;;
  esac
}

result=0
find "$folder" -type f | LC_ALL=C sort | while read -r file; do
  name=${file#"$folder"/}
  printf '%s %s %s %s %s\n' "$(first "$name")" "$(wc -c <"$file")" "$(gzip -9nc "$file" | wc -c)" "$(brotli_bytes "$file")" "$name"
done | awk -v folder="$folder" -v budget="${BUDGET:-100}" '
  function row(mark, raw, gzip, brotli, name) { printf "%1s %10s %10s %10s  %s\n", mark, raw, gzip, brotli ? brotli : "-", name }
  BEGIN { row("", "raw", "gzip -9", "brotli 11", "file") }
  { row($1 == "*" ? "*" : "", $2, $3, $4, $5); raw += $2; gzip += $3; brotli += $4 }
  $1 == "*" { first_raw += $2; first_gzip += $3; first_brotli += $4 }
  END {
    row("", raw, gzip, brotli, "all of " folder)
    if (folder != "dist") exit
    row("*", first_raw, first_gzip, first_brotli, "a first visit")
    if (first_brotli > budget * 1000) {
      printf "\nwirecopy: a first visit takes %.1f KB of brotli, and may take %d.\n", first_brotli / 1000, budget
      exit 1
    }
  }' || result=1

if [ -n "${TOP:-}" ] && has twiggy && use_wasm; then
  for module in wirecopy-quick wirecopy-page; do
    step "The largest functions of $module, in bytes before compression"
    # With their names, in a folder apart.
    CARGO_PROFILE_PAGE_STRIP=none cargo build --quiet --locked --target "$WASM_TARGET" --profile page --no-default-features --features page \
      --bin "$module" --target-dir target/names
    wasm-bindgen --target web --no-typescript --out-dir target/names/out "target/names/$WASM_TARGET/page/$module.wasm"
    twiggy top -n "$TOP" "target/names/out/${module}_bg.wasm" | cut -c 1-160
  done
fi
exit "$result"
