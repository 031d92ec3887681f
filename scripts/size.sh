#!/usr/bin/env bash
# The bytes of a first visit: every file of dist/ as it is, by gzip -9 and by brotli 11. `size.sh FOLDER` asks of another folder's.
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

find "$folder" -type f | LC_ALL=C sort | while read -r file; do
  printf '%s %s %s %s\n' "$(wc -c <"$file")" "$(gzip -9nc "$file" | wc -c)" "$(brotli_bytes "$file")" "${file#"$folder"/}"
done | awk -v all="$([ "$folder" = dist ] && echo "a first visit" || echo "all of $folder")" '
  function row(raw, gzip, brotli, name) { printf "%10s %10s %10s  %s\n", raw, gzip, brotli ? brotli : "-", name }
  BEGIN { row("raw", "gzip -9", "brotli 11", "file") }
  { row($1, $2, $3, $4); raw += $1; gzip += $2; brotli += $3 }
  END { row(raw, gzip, brotli, all) }'
