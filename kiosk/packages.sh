# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by kiosk/run.sh and tests/run.sh: the Debian packages, and how the missing ones come in.

packages="
g++ cmake ninja-build pkg-config python3 python3-glad librsvg2-bin
libimgui-dev libglfw3-dev libegl-dev libgl-dev libgles-dev
libgl1 libegl1 libgles2 libgl1-mesa-dri libglx-mesa0 libegl-mesa0
libfreetype-dev libharfbuzz-dev libicu-dev
libsqlite3-dev libical-dev libzip-dev libpinyin15-dev libpinyin-common-dev libpinyin-data
libsodium-dev libzstd-dev libcurl4-openssl-dev libmicrohttpd-dev
libpng-dev libjpeg-dev libwebp-dev libqrcodegencpp-dev
nlohmann-json3-dev libtomlplusplus-dev libcli11-dev libspdlog-dev
espeak-ng
fonts-noto-cjk fonts-lxgw-wenkai fonts-hanazono
xvfb
"
test_packages="catch2 strace nginx-light openssl curl python3-icalendar python3-openpyxl"

say() { printf '文澜 · %s\n' "$*"; }
fail() {
    printf '文澜 · %s\n' "$*" >&2
    exit 1
}

# install_missing PACKAGE...: asks dpkg first, so that a second run costs nothing.
install_missing() {
    command -v dpkg-query >/dev/null || fail "this script needs Debian 12 (or a relative with apt-get)"
    present=" $(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/ installed$//p' | tr '\n' ' ')"
    missing=
    for package in "$@"; do
        case "$present" in
        *" $package "*) ;;
        *) missing="$missing $package" ;;
        esac
    done
    if [ -z "$missing" ]; then
        say "packages: all there"
        return 0
    fi
    say "packages: installing$missing"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "packages are missing: run this as root, or install sudo"
        as_root=sudo
    fi
    # The machine's own list may be stale or absent; a failed update still leaves a usable one.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update ||
        say "packages: the list could not be refreshed, trying with the one at hand"
    # $missing is a list of words.
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
        -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install $missing ||
        fail "packages could not be installed (the lines above say why)"
}

# configured FOLDER OPTION...: runs cmake only where it has not been, or with other options.
configured() {
    folder=$1
    shift
    wanted="$*"
    if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/options" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    say "configuring $folder"
    cmake -S . -B "$folder" -G Ninja --log-level=WARNING "$@" >"$folder.log" 2>&1 || {
        cat "$folder.log" >&2
        fail "cmake could not configure $folder"
    }
    printf '%s' "$wanted" >"$folder/options"
}
