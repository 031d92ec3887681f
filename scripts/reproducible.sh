#!/usr/bin/env bash
# Whether the same sources give the same page: builds the last commit in two new folders and compares what is published, byte for byte.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in one another-folder; do
  git clone --quiet . "$work/$name"
  step "Building in a folder named $name"
  (cd "$work/$name" && env -u CARGO_TARGET_DIR scripts/build.sh)
  (cd "$work/$name/dist" && find . -type f -exec cksum {} + | sort -k 3) >"$work/$name.sums"
done
diff "$work/one.sums" "$work/another-folder.sums" || fail "the two builds differ in the files above."
say "Both builds are the same, $(wc -l <"$work/one.sums" | tr -d ' ') files."
