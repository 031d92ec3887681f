#!/usr/bin/env bash
# Compiles the standard library for pages: for size, and with panics that trap without a word, which takes a sixth off the WebAssembly of
# a first visit. Without its sources the page is linked with the library that came with the compiler.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

use_wasm || fail "the page cannot be compiled to WebAssembly yet: run scripts/setup-wasm.sh."
std=$(small_std)
if [ -d "$std" ]; then exit; fi
do_without() {
  say "$1: the page is linked with the compiler's own standard library, and is larger by a sixth."
  exit
}
case $TOOLS in
  *[[:space:]]*) do_without "The folder of the tools has a space in its name, which flags can't hold" ;;
esac

sources=$(rustc --print sysroot)/lib/rustlib/src/rust/library
if [ -d "$(kept_sources)" ]; then
  sources=$(kept_sources)/library
elif [ ! -f "$sources/sysroot/Cargo.toml" ] && has rustup; then
  step "Adding the sources of the standard library with rustup: the page gets one that is compiled for size."
  RUST_BACKTRACE=0 RUSTUP_MAX_RETRIES=1 within 120 rustup component add rust-src || true
fi
[ -f "$sources/sysroot/Cargo.toml" ] || do_without "The sources of the standard library can't be had"

step "Compiling the standard library for pages, about a minute this one time."
mkdir -p "$TOOLS"
work=$(mktemp -d "$TOOLS/std.XXXXXX")
trap 'rm -rf "$work"' EXIT
# As the compiler's own build does it: unstable features stay inside, and the page can be optimised across crates.
flags="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes -Zunstable-options -Cpanic=immediate-abort -Copt-level=z --remap-path-prefix=$sources=std"
case $CRATES in
  *[[:space:]]*) ;;
  *) flags+=" --remap-path-prefix=$CRATES=cargo" ;;
esac
if ! RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags __CARGO_DEFAULT_LIB_METADATA=std \
  cargo build --quiet --release --target "$WASM_TARGET" --manifest-path "$sources/sysroot/Cargo.toml" --features optimize_for_size \
  --target-dir "$work/target" 2>"$work/said"; then
  cat "$work/said"
  do_without "It can't be compiled"
fi
mkdir -p "$work/std/lib/rustlib/$WASM_TARGET/lib"
cp "$work/target/$WASM_TARGET"/release/deps/*.rlib "$work/std/lib/rustlib/$WASM_TARGET/lib/"
mv "$work/std" "$std"
