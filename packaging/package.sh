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

if [ ! -x "$venv/bin/pyinstaller" ]; then
    "$root/.venv/bin/python" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r packaging/requirements.txt --editable .
fi
# the same source gives the same bytes: times of files, order of sets
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 XRAYDESK_EDITION="$edition"
"$venv/bin/pyinstaller" --noconfirm --log-level WARN --distpath dist --workpath build/package packaging/xraydesk.spec
"$venv/bin/python" packaging/manifest.py write dist/xraydesk --edition "$edition"
"$venv/bin/python" packaging/sizes.py dist/xraydesk --edition "$edition"
