#!/usr/bin/env bash
# Gives the compiler its WebAssembly standard library: by rustup, else built from Debian's sources of the very same
# compiler, else with Debian's own compiler beside its sources.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if use_wasm; then exit; fi

version=$(rustc_version)
sysroot=$(rustc --print sysroot)
folder=$sysroot/lib/rustlib/$WASM_TARGET/lib
# What an earlier run copied there; of no use after a compiler update, and in rustup's way.
copied=$folder/copied-by-wirecopy
if [ -f "$copied" ]; then
  (cd "$folder" && xargs rm -f <"$copied" && rm -f "$copied")
fi

if has rustup; then
  step "Adding the target $WASM_TARGET with rustup: the page is compiled to WebAssembly."
  RUST_BACKTRACE=0 RUSTUP_MAX_RETRIES=1 within 120 rustup target add "$WASM_TARGET" || say "rustup could not fetch it."
  if wasm_works; then exit; fi
fi

is_debian() { grep -qx 'ID=debian' /etc/os-release 2>/dev/null && has apt-get && has dpkg-deb; }
is_debian || fail "no WebAssembly standard library for rustc $version: run 'rustup target add $WASM_TARGET' where rustup can download."

mkdir -p "$TOOLS"
work=$(mktemp -d "$TOOLS/debian.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"

# apt with a state of its own: the machine's sources, lists and packages stay as they are.
apt() {
  local command=$1
  shift
  "$command" -qq -o Dir::State="$work/state" -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)" \
    -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::Languages=none -o Acquire::Retries=1 \
    "${sources[@]}" "$@"
}
sources=()
apt apt-get update || true
# shellcheck disable=SC2016 # apt fills these in
mirror=$(apt apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | sed -n 's/^Debian //p' | head -n 1)
[ -n "$mirror" ] || fail "no WebAssembly standard library for rustc $version: neither rustup nor a Debian mirror answers."
keyring=$(find /usr/share/keyrings -name 'debian-archive-keyring.*' | sort | head -n 1)

# The version of a Debian package that packs the given upstream version.
packed() { apt apt-cache madison "$1" | awk -v wanted="$2" '{ split($3, v, /[+~-]/) } v[1] == wanted { print $3; exit }'; }

unpack() {
  local package
  for package in "$@"; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$unpacked" --no-wildcards-match-slash --exclude='./usr/src/*/src' --exclude='./usr/src/*/vendor'
    rm "$package"
  done
}

# Builds the standard library with $RUSTC from the sources in $unpacked, which are kept for setup-std.sh.
build_std() {
  local library
  library=$(kept_sources)/library
  rm -rf "$(kept_sources)"
  mkdir -p "$(kept_sources)"
  mv "$(find "$unpacked/usr/src" -maxdepth 2 -name library | head -n 1)" "$library"
  # As the compiler's own build does it: unstable features stay inside, and the page can be optimised across crates.
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes" __CARGO_DEFAULT_LIB_METADATA=std \
    cargo build --quiet --release --target "$WASM_TARGET" --manifest-path "$library/sysroot/Cargo.toml" --target-dir "$work/target"
}
built=$work/target/$WASM_TARGET/release/deps

# Way one: the sources of this very compiler.
if mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; then
  step "Looking in Debian for the sources of rustc $version: its WebAssembly standard library can be built from them."
  found=$(packed rust-src "$version")
  for suite in stable-backports unstable testing stable; do
    if [ -n "$found" ]; then break; fi
    printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >"$work/sources.list"
    sources=(-o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null)
    apt apt-get update || continue
    found=$(packed rust-src "$version")
  done
  if [ -n "$found" ]; then
    step "Building the WebAssembly standard library from Debian's rust-src $found: nothing is installed, about a minute."
    unpacked=$work/same
    mkdir "$unpacked"
    (cd "$work" && apt apt-get download "rust-src=$found")
    unpack "$work"/*.deb
    build_std
    cp "$built"/*.rlib "$folder/"
    (cd "$built" && ls ./*.rlib) >"$copied"
    if wasm_works; then exit; fi
    say "rustc $version does not take what was built."
  else
    say "No suite holds them."
  fi
else
  say "$folder cannot be written to."
fi

# Way two: Debian's compiler for web browsers, whose sources stand beside it in every suite.
sources=()
web=$(apt apt-cache madison rustc-web | awk 'NR == 1 { print $3 }')
[ -n "$web" ] || fail "no WebAssembly standard library for rustc $version: rustup cannot fetch it and Debian does not pack it."
step "Unpacking Debian's rustc-web $web beside its sources: the page is compiled with it, everything else with rustc $version."
home=$TOOLS/rustc-web-$web
rm -rf "$home"
mkdir -p "$home/bin"
unpacked=$home
# With the libraries the machine lacks for it.
apt apt-get install --download-only --yes --no-install-recommends "rustc-web=$web" rust-web-src
unpack "$work"/cache/archives/*.deb
driver=$(dirname "$(find "$home/usr/lib" -name 'librustc_driver-*.so' | head -n 1)")
cat >"$home/bin/rustc" <<END
#!/bin/sh
LD_LIBRARY_PATH="$driver\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}" exec "$home/usr/bin/rustc" --sysroot "$home/usr" "\$@"
END
chmod +x "$home/bin/rustc"
linker=$(find "$sysroot/lib/rustlib" -name rust-lld -type f | head -n 1)
linker=${linker:-$(command -v wasm-ld lld | head -n 1 || true)}
[ -n "$linker" ] || fail "no linker for WebAssembly: run 'apt install lld', then run this again."

export RUSTC=$home/bin/rustc
build_std
target=$home/usr/lib/rustlib/$WASM_TARGET/lib
mkdir -p "$target"
cp "$built"/*.rlib "$target/"
rm -rf "$home/usr/src"
cat >"$WASM_ENV" <<END
export RUSTC="$home/bin/rustc"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker"
END
wasm_works || fail "Debian's rustc-web $web does not compile to WebAssembly here."
