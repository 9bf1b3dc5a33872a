#!/bin/sh
# Freezes the program into dist/xraydesk and weighs it.
#
#   sh packaging/package.sh [EDITION]     cpu unless told; cuda on Linux and Windows
#
# PyInstaller and what the program needs at run time go into an environment of their own, build/package-venv: what is
# there for tests must not get into the program. XRAYDESK_PACKAGE_VENV names one that is there already.
set -eu

edition="${1:-cpu}"
root=$(cd "$(dirname "$0")/.." && pwd)
venv="${XRAYDESK_PACKAGE_VENV:-$root/build/package-venv}"
cd "$root"

# PyInstaller compiles what it takes; compiling all that is installed takes as long as installing it
install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile "$@"; }
lock="packaging/lock/$("$root/.venv/bin/python" packaging/lock.py --edition "$edition" --name)"
stamp="$venv/$(cat packaging/requirements.txt pyproject.toml "$lock"/*.txt 2>/dev/null | cksum | cut -d ' ' -f 1).stamp"
if [ -z "${XRAYDESK_PACKAGE_VENV:-}" ] && [ ! -f "$stamp" ] || [ ! -x "$venv/bin/pyinstaller" ]; then
    "$root/.venv/bin/python" -m venv --clear "$venv"
    if [ -d "$lock" ]; then # these versions and no others, tools first: grad-cam comes as source and is built with them
        install --no-deps --require-hashes -r "$lock/tools.txt"
        install --no-deps -r "$lock/torch.txt"
        install --no-deps --no-build-isolation --require-hashes -r "$lock/program.txt"
        install --no-deps --no-build-isolation --editable .
    else
        install -r packaging/requirements.txt --editable .
    fi
    : >"$stamp"
fi
"$venv/bin/python" packaging/lock.py --edition "$edition" --check
# the same source gives the same bytes: times of files, order of sets
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 XRAYDESK_EDITION="$edition"
"$venv/bin/pyinstaller" --noconfirm --log-level WARN --distpath dist --workpath build/package packaging/xraydesk.spec
"$venv/bin/python" packaging/manifest.py write dist/xraydesk --edition "$edition"
"$venv/bin/python" packaging/sizes.py dist/xraydesk --edition "$edition"
