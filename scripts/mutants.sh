#!/usr/bin/env bash
# Breaks the rules of the parser one by one and asks the tests which of them they notice. `mutants.sh` tries them all,
# `mutants.sh src/time/role/within.rs` those of a file; JOBS says how many at a time. What was missed is in target/mutants/missed.txt.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

step "Mutants: building"
cargo build --quiet --locked --manifest-path mutants/Cargo.toml --target-dir target/mutants/tool
step "Mutants: each behind a switch, then the tests for each"
target/mutants/tool/debug/wirecopy-mutants "$@"
say "What was missed, line by line: target/mutants/missed.txt"
