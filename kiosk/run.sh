#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the kiosk and opens it fullscreen on the demonstration programme:
#   sh kiosk/run.sh [options of wenlan-kiosk]
# Installs the packages it lacks (as root or with sudo). With no display it starts a virtual one, takes
# the built-in tour there and leaves its pictures in ./shots/.
set -eu
cd "$(dirname "$0")/.."
. kiosk/packages.sh

# The list is words.
# shellcheck disable=SC2086
install_missing $packages
mkdir -p build
configured build/release --preset release -DWENLAN_BUILD_TESTS=OFF
say "building (the first time takes some minutes)"
NINJA_STATUS='[%f/%t] ' ninja -C build/release ||
    fail "the build failed (the lines above say where)"
kiosk=build/release/bin/wenlan-kiosk

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "opening the kiosk; stop it with Ctrl-C"
    exec "$kiosk" "$@"
fi

# Tours, benches and the help need no display.
size=1080x1920
previous=
for option in "$@"; do
    case "$option" in
    --help | -h | --version | --tour | --tour=* | --bench | --bench=*) exec "$kiosk" "$@" ;;
    --window=*) size=${option#--window=} ;;
    esac
    [ "$previous" != --window ] || size=$option
    previous=$option
done

say "no display: starting a virtual one of $size"
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp 3>"$number" 2>/dev/null &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || :; rm -f "$number"' EXIT INT TERM
tries=0
until [ -s "$number" ]; do
    tries=$((tries + 1))
    [ "$tries" -le 100 ] && kill -0 "$xvfb" 2>/dev/null || fail "the virtual display did not start"
    sleep 0.1
done
DISPLAY=:$(cat "$number")
export DISPLAY
say "taking the built-in tour"
"$kiosk" --window-system --tour data/tours/lobby.json --shots shots "$@"
say "done: $(find shots -name '*.png' | wc -l) pictures in $(pwd)/shots/"
