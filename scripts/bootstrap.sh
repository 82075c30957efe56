#!/usr/bin/env bash
# Builds .venv and makes sure that Qt finds the system libraries it needs.
#
#   scripts/bootstrap.sh            what `make` runs before every target, once per pyproject.toml
#   PYTHON=/path/to/python3 make    chooses the interpreter
#
# On Debian and Ubuntu missing system packages are installed when this runs as root; otherwise they are named.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'hashiya set-up: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
    say "installing $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null >&2
    apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3 python3.11 python3.12 python3.13 python3.14; do
        if [ -n "$candidate" ] && is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

require_python() {
    python=$(find_python) && return
    can_install || fail "needs Python 3.11 or newer (Debian: apt-get install python3 python3-venv)"
    install_packages python3 python3-venv
    python=$(find_python) || fail "this system's python3 is older than 3.11; name a newer one: PYTHON=/path/to/python3 make"
}

# Debian ships the venv module without what it needs (ensurepip) unless pythonX.Y-venv is there.
require_venv_module() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    local package
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    can_install || fail "$python cannot make virtual environments (Debian: apt-get install $package)"
    install_packages "$package"
}

build_environment() {
    # An environment whose interpreter went away (system upgrade, folder moved) is built anew.
    .venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
    say "installing Hashiya and its development tools into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
    # pyright is a Node program; where there is no Node, the one that comes as a Python package serves.
    command -v node >/dev/null \
        || .venv/bin/python -m pip install --quiet --disable-pip-version-check 'pyright[nodejs]'
}

# Prints the sonames that the given shared objects ask for and the loader does not find.
missing_sonames() {
    { ldd "$@" 2>/dev/null || true; } | awk '/not found/ { print $1 }' | sort -u
}

# The Debian packages of the sonames on standard input. A soname without a row is given by its own name, so that the
# message still says what is missing.
debian_packages() {
    local soname
    while read -r soname; do
        case "$soname" in
            libEGL.so.*) echo libegl1 ;;
            libGL.so.* | libGLX.so.*) echo libgl1 ;;
            libOpenGL.so.*) echo libopengl0 ;;
            libdbus-1.so.*) echo libdbus-1-3 ;;
            libfontconfig.so.*) echo libfontconfig1 ;;
            libfreetype.so.*) echo libfreetype6 ;;
            libglib-2.0.so.* | libgthread-2.0.so.*) echo libglib2.0-0 ;;
            libxkbcommon.so.*) echo libxkbcommon0 ;;
            libxkbcommon-x11.so.*) echo libxkbcommon-x11-0 ;;
            libX11.so.*) echo libx11-6 ;;
            libX11-xcb.so.*) echo libx11-xcb1 ;;
            libxcb.so.*) echo libxcb1 ;;
            libxcb-cursor.so.*) echo libxcb-cursor0 ;;
            libxcb-icccm.so.*) echo libxcb-icccm4 ;;
            libxcb-image.so.*) echo libxcb-image0 ;;
            libxcb-keysyms.so.*) echo libxcb-keysyms1 ;;
            libxcb-randr.so.*) echo libxcb-randr0 ;;
            libxcb-render.so.*) echo libxcb-render0 ;;
            libxcb-render-util.so.*) echo libxcb-render-util0 ;;
            libxcb-shape.so.*) echo libxcb-shape0 ;;
            libxcb-shm.so.*) echo libxcb-shm0 ;;
            libxcb-sync.so.*) echo libxcb-sync1 ;;
            libxcb-util.so.*) echo libxcb-util1 ;;
            libxcb-xfixes.so.*) echo libxcb-xfixes0 ;;
            libxcb-xkb.so.*) echo libxcb-xkb1 ;;
            *) echo "$soname" ;;
        esac
    done | sort -u
}

require_qt_libraries() {
    command -v ldd >/dev/null || return 0 # macOS: Qt's wheels bring all they need
    local qt needed all
    qt=$(.venv/bin/python -c 'import pathlib, PySide6; print(pathlib.Path(PySide6.__file__).parent / "Qt")')
    [ -d "$qt/plugins/platforms" ] || return 0
    local always=("$qt"/lib/libQt6{Core,Gui,Widgets,Svg,PrintSupport,DBus}.so.6 "$qt"/plugins/platforms/libqoffscreen.so)
    needed=$(missing_sonames "${always[@]}" | debian_packages)
    all=$(missing_sonames "${always[@]}" "$qt"/plugins/platforms/libqxcb.so | debian_packages)
    if [ -n "$all" ] && can_install; then
        # shellcheck disable=SC2086 # one argument a package
        install_packages $all
    elif [ -n "$needed" ]; then
        fail "Qt needs system libraries that are not here (Debian: apt-get install ${all//$'\n'/ })"
    elif [ -n "$all" ]; then
        say "no window will open on X11 before this (Debian: apt-get install ${all//$'\n'/ })"
    fi
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])' \
        || fail "Qt does not start; the line above says why"
}

has_font() {
    [ -n "$(find ${HASHIYA_TEST_FONTS:+"$HASHIYA_TEST_FONTS"} /usr/share/fonts /usr/local/share/fonts \
        "$HOME/.local/share/fonts" "$HOME/.fonts" -name "$1" -print -quit 2>/dev/null || true)" ]
}

# Hashiya brings its own fonts; its tests show that others, once installed, change nothing.
require_fonts_of_the_tests() {
    [ "$(uname)" = Linux ] || return 0 # elsewhere Qt does not ask fontconfig, which the sets are made with
    local missing=()
    has_font DejaVuSans.ttf || missing+=(fonts-dejavu-core)
    has_font NotoSansHebrew-Regular.ttf || missing+=(fonts-noto-core)
    [ ${#missing[@]} -gt 0 ] || return 0
    if can_install; then
        install_packages "${missing[@]}"
    else
        say "tests/gui/article/test_installed_fonts.py will fail before this (Debian: apt-get install ${missing[*]};" \
            "or unpack them into a folder that HASHIYA_TEST_FONTS names)"
    fi
}

require_python
require_venv_module
build_environment
require_qt_libraries
require_fonts_of_the_tests
touch .venv/.ready
