#!/usr/bin/env bash
# Builds the parser for JavaScript into target/npm, a package as npm takes it, and prints its sizes.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

use_wasm || fail "the parser cannot be compiled to WebAssembly yet: run scripts/setup.sh."
package=target/npm
version=$(sed -n '0,/^version = "\(.*\)"/s//\1/p' Cargo.toml)
cargo rustc --quiet --locked --lib --crate-type cdylib --profile "${PROFILE:-page}" --target "$WASM_TARGET" --no-default-features --features js
rm -rf "$package"
mkdir -p "$package"
wasm-bindgen --target web --no-typescript --remove-producers-section --out-dir "$package" --out-name parser \
  "${CARGO_TARGET_DIR:-target}/$WASM_TARGET/${PROFILE:-page}/wirecopy.wasm"
cp npm/*.js npm/*.d.ts npm/README.md schema/report.d.ts schema/report.schema.json LICENSE-* "$package/"
sed "s/\"version\": \"0.0.0\"/\"version\": \"$version\"/" npm/package.json >"$package/package.json"
scripts/size.sh "$package"
