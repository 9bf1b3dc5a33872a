#!/bin/sh
# Sets up what `make` needs: system libraries for Qt, a Python, the virtual environment .venv, the installed package.
#
#   sh packaging/bootstrap.sh [EXTRAS]     EXTRAS: optional dependencies of pyproject.toml, "dev" unless told
#
# A stamp inside .venv, named after pyproject.toml and this folder, says that it is all done; a second call then ends
# at once. The stamp is written last, so an interrupted set-up is taken up again.
# PYTHON names the interpreter; XRAYDESK_SKIP_SYSTEM=1 leaves the system libraries alone.
set -eu

extras="${1:-dev}"
root=$(cd "$(dirname "$0")/.." && pwd)
venv="$root/.venv"
cd "$root"

# library=package of Debian and Ubuntu; what Qt's own platform plug-ins link to and a bare system lacks
qt_libraries="
libEGL.so.1=libegl1
libGL.so.1=libgl1
libglib-2.0.so.0=libglib2.0-0
libxkbcommon.so.0=libxkbcommon0
libxkbcommon-x11.so.0=libxkbcommon-x11-0
libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1
libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4
libxcb-image.so.0=libxcb-image0
libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0
libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0
libxcb-sync.so.1=libxcb-sync1
libxcb-xfixes.so.0=libxcb-xfixes0
"

say() { printf 'xraydesk: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

stamp_file() {
    key=$({ printf '%s %s ' "$root" "$extras"; cat pyproject.toml; } | cksum | cut -d ' ' -f 1)
    printf '%s/xraydesk-%s-%s.stamp' "$venv" "$(printf %s "$extras" | tr ',' '-')" "$key"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

install_packages() { # fetch the package lists only where they are missing or too old
    say "installing system packages: $*"
    set -- env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
    as_root "$@" >/dev/null 2>&1 && return 0
    as_root apt-get update -qq >/dev/null && as_root "$@" >/dev/null
}

missing_packages() {
    PATH="$PATH:/sbin:/usr/sbin"
    command -v ldconfig >/dev/null 2>&1 || return 0
    known=$(ldconfig -p 2>/dev/null) || return 0
    for pair in $qt_libraries; do
        case "$known" in *"${pair%%=*} "*) ;; *) printf '%s ' "${pair#*=}" ;; esac
    done
    fonts=$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) 2>/dev/null | head -n 1)
    [ -n "$fonts" ] || printf 'fonts-dejavu-core '
}

system_libraries() {
    [ "$(uname -s)" = Linux ] && [ -z "${XRAYDESK_SKIP_SYSTEM:-}" ] || return 0
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086  # a list of names
    if may_install && install_packages $missing; then return 0; fi
    say "the window needs system libraries that are missing here."
    say "Debian and Ubuntu:   sudo apt-get install $missing"
    say "other systems: the packages that hold the same libraries."
    fail "Install them and run this again, or set XRAYDESK_SKIP_SYSTEM=1 to go on without."
}

find_python() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python3.14 python; do
        # run it: a version manager puts names on the path that stand for nothing
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf %s "$name"
            return 0
        fi
    done
    return 1
}

working_python() {
    python=$(find_python) || {
        may_install && install_packages python3 python3-venv || true
        python=$(find_python) || fail "Python 3.11 or newer is needed. Install it, or name it: PYTHON=/path/to/python3.12 make run"
    }
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    may_install && install_packages "$(basename "$(readlink -f "$(command -v "$python")")")-venv" || true
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        fail "this Python cannot make virtual environments. Debian and Ubuntu: sudo apt-get install python3-venv"
}

environment() {
    "$venv/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && return 0
    working_python
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

stamp=$(stamp_file)
if [ -f "$stamp" ] && [ -x "$venv/bin/xraydesk" ]; then exit 0; fi
system_libraries
environment
rm -f "${stamp%-*}"-*.stamp
say "installing xraydesk and what it rests on into .venv; the first time takes some minutes"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable ".[$extras]"
: >"$stamp"
