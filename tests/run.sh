#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and runs the tests:
#   sh tests/run.sh                 all of them
#   sh tests/run.sh text "a sentence"   those of a folder of tests/, or whose name matches
# Installs the packages it lacks (as root or with sudo).
set -eu
cd "$(dirname "$0")/.."
. kiosk/packages.sh

# The lists are words.
# shellcheck disable=SC2086
install_missing $packages $test_packages
mkdir -p build
# Optimised a little: the pictures are drawn by the processor, and -O0 would double the time.
configured build/tests --preset dev -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 -g1"

wanted=
targets=
for name in "$@"; do
    if [ -d "tests/$name" ]; then
        # With the folders in it: ui and ui/matrix.
        pattern="^${name}[/:]"
        program=wenlan_$(printf '%s' "$name" | tr / _)
        targets="$targets $(ninja -C build/tests -t targets all |
            sed -n "s/^\($program\(_[a-z_]*\)\{0,1\}_tests\): .*/\1/p" | tr '\n' ' ')"
    else
        pattern=$name
        targets="$targets all"
    fi
    wanted="${wanted:+$wanted|}$pattern"
done

say "building the tests (the first time takes some minutes)"
# shellcheck disable=SC2086
NINJA_STATUS='[%f/%t] ' ninja -C build/tests ${targets:-all} ||
    fail "the build failed (the lines above say where)"

say "running the tests"
exec ctest --test-dir build/tests --output-on-failure --no-tests=error --timeout 600 \
    -j "$(nproc)" ${wanted:+-R "$wanted"}
