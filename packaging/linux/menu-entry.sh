#!/bin/sh
# Makes a menu entry for the person who runs this, from the folder that it lies in, or takes it back.
#
#   ./menu-entry.sh [--remove]
#
# Only files of that person are written: below $XDG_DATA_HOME, or ~/.local/share.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
share="${XDG_DATA_HOME:-$HOME/.local/share}"
entry="$share/applications/xraydesk.desktop"
types="$share/mime/packages/xraydesk.xml"

renew() { # the desktop's own lists, where it has the tools for that
    if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$share/applications"; fi
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$share/mime"; fi
    touch "$share/icons/hicolor"
}

icons() { (cd "$here/share/icons/hicolor" && find . -type f); }

quoted() { # as the Desktop Entry Specification wants the program's path: in quotes, with \ " ` $ and % made harmless
    printf '%s' "$1" | sed -e 's/["`$\\]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g'
}

add() {
    mkdir -p "$share/applications" "$share/mime/packages"
    program=$(quoted "$here/xraydesk")
    while IFS= read -r line; do
        case "$line" in
            Exec=*) printf 'Exec="%s" open %%f\n' "$program" ;;
            TryExec=*) ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$here/share/applications/xraydesk.desktop" >"$entry"
    cp "$here/share/mime/packages/xraydesk.xml" "$types"
    icons | while IFS= read -r name; do
        mkdir -p "$share/icons/hicolor/$(dirname "$name")"
        cp "$here/share/icons/hicolor/$name" "$share/icons/hicolor/$name"
    done
    renew
    echo "xraydesk is in the menu now: $entry"
}

remove() {
    rm -f "$entry" "$types"
    icons | while IFS= read -r name; do rm -f "$share/icons/hicolor/$name"; done
    renew
    echo "xraydesk is not in the menu any more. Your data stays in $share/xraydesk."
}

case "${1:-}" in
    "") add ;;
    --remove) remove ;;
    *) echo "Usage: $0 [--remove]" >&2; exit 2 ;;
esac
