#!/usr/bin/env bash
# How much memory the command line takes at most, for texts of 1 MB and 10 MB: in all, and for each byte of text.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

has python3 || fail "python3 is missing, which asks the system how much memory a program took."
cargo build --quiet --locked --release
python3 - "${CARGO_TARGET_DIR:-target}/release/wirecopy" <<'END'
import resource, subprocess, sys, tempfile
report = open("reports/default.txt", "rb").read()
for megabytes in (1, 10):
    with tempfile.NamedTemporaryFile() as file:
        size = file.write(report * ((megabytes << 20) // len(report) + 1))
        file.flush()
        subprocess.run([sys.argv[1], "parse", file.name, "--format", "json"], stdout=subprocess.DEVNULL, check=True)
    # In kilobytes, but for macOS; the largest program so far, and the texts grow.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"{size / 1e6:5.1f} MB of text: {peak / 1e6:6.1f} MB at most, {peak / size:.1f} times its length")
END
