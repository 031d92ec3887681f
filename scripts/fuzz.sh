#!/usr/bin/env bash
# Tries to break the parser: `fuzz.sh` gives every target a short while, `fuzz.sh parse 600` one target ten minutes; RUNS ends a
# target by inputs instead. What is found to be new is kept in target/fuzz/corpus, what breaks in target/fuzz/broken.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

has c++ || fail "libFuzzer is written in C++: install g++ or clang."
targets=(parse parse_with decode time records page address)
[ $# -eq 0 ] || targets=("$1")
seconds=${2:-20}

# What libFuzzer is told of the program as it runs. The parser has no unsafe code: no sanitizer watches memory, and any compiler does.
flags="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters"
flags="$flags -Cllvm-args=-sanitizer-coverage-pc-table -Ccodegen-units=1"
host=$(rustc -vV | sed -n 's/^host: //p')
build=(cargo build --quiet --locked --manifest-path fuzz/Cargo.toml --release --target "$host" --target-dir target/fuzz)
for target in "${targets[@]}"; do build+=(--bin "$target"); done
step "Fuzzing: building ${targets[*]}"
RUSTFLAGS="$flags" "${build[@]}"

seeds=target/fuzz/seeds
mkdir -p "$seeds" target/fuzz/broken
cp reports/*.txt fuzz/seeds/* "$seeds"
for source in tests/reports/*/source.*; do cp "$source" "$seeds/$(basename "$(dirname "$source")").${source##*.}"; done

for target in "${targets[@]}"; do
  step "Fuzzing: $target"
  mkdir -p "target/fuzz/corpus/$target"
  limit=(-max_total_time="$seconds")
  # A number of inputs is a test: the same ones each time, from the same start.
  if [ -n "${RUNS:-}" ]; then limit=(-runs="$RUNS" -seed=1); fi
  "target/fuzz/$host/release/$target" "${limit[@]}" -dict=fuzz/words.dict -max_len=4096 -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="target/fuzz/broken/$target-" "target/fuzz/corpus/$target" "$seeds" >"target/fuzz/$target.log" 2>&1 ||
    fail "$target broke: $(grep -m1 -E 'panicked|ERROR|SUMMARY' "target/fuzz/$target.log" || true) (target/fuzz/$target.log)"
  say "$(awk '/stat::number_of_executed_units/ { runs = $2 } /stat::new_units_added/ { new = $2 } / cov: / { cov = $4 } END { printf "%d inputs, %d of them new, %d edges covered", runs, new, cov }' "target/fuzz/$target.log")"
done

# What a long run has kept, beside each other: a text that takes much longer than others of its length would be a way to hang the page.
if [ -z "${RUNS:-}" ] && [ -d target/fuzz/corpus/parse ]; then
  step "Fuzzing: the slowest of what was kept"
  cargo run --quiet --locked --release --no-default-features --example slowest target/fuzz/corpus/parse "$seeds"
fi
