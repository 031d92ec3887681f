#!/usr/bin/env bash
# Looks at the sources without running them: format, lints on every set of features, documentation, scripts.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

step "Format"
cargo fmt --all --check

step "Scripts"
if has shellcheck; then
  shellcheck scripts/*.sh .ci/run
else
  say "skipped: shellcheck is not on this machine."
fi

step "Lints: parser and command line"
cargo clippy --quiet --all-targets --no-default-features --features cli -- -D warnings
step "Lints: components, sites and browser tests"
cargo clippy --quiet --workspace --all-targets -- -D warnings
step "Lints: page, and parser for JavaScript"
if wasm_works; then
  cargo clippy --quiet --target "$WASM_TARGET" --no-default-features --features page -- -D warnings
  cargo clippy --quiet --target "$WASM_TARGET" --no-default-features --features js --lib -- -D warnings
else
  say "skipped: this clippy's own compiler has no WebAssembly standard library."
fi

step "Dependencies"
if ! has cargo-deny; then
  say "skipped: cargo-deny is not on this machine ('cargo install cargo-deny' brings it)."
elif ! cargo deny --all-features fetch db >/dev/null 2>&1; then
  say "The database of advisories can't be had here: licences, sources and duplicates alone are looked at."
  cargo deny --all-features --offline --log-level error check --hide-inclusion-graph licenses bans sources
else
  cargo deny --all-features --log-level error check --hide-inclusion-graph
fi

step "Documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --all-features
