#!/bin/sh
# Signs the app, and makes a disk image to drag it from and a package for silent installation. On macOS only.
#
#   make package && sh packaging/macos/make_dmg.sh [OUT]          OUT: dist unless told
#
# Without the first of these variables the app gets the signature that says nothing ("-"): it then runs on the machine
# that built it, and elsewhere only after an administrator allows it.
#   XRAYDESK_SIGN_APP        identity of codesign, "Developer ID Application: ..."
#   XRAYDESK_SIGN_INSTALLER  identity of pkgbuild, "Developer ID Installer: ..."
#   XRAYDESK_NOTARY_PROFILE  keychain profile of notarytool; with it image and package are notarised and stapled
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
here="$root/packaging/macos"
out="${1:-$root/dist}"
app="$root/dist/xraydesk.app"
work="$root/build/macos"
identity="${XRAYDESK_SIGN_APP:--}"

fail() { printf 'xraydesk: %s\n' "$*" >&2; exit 1; }

[ "$(uname -s)" = Darwin ] || fail "this is for macOS."
[ -d "$app" ] || fail "$app is not there; run make package first."

value() { plutil -extract "$1" raw "$app/Contents/Info.plist"; }

sign() { # a signature of nobody cannot stand in a hardened runtime: libraries would be refused
    if [ "$identity" = - ]; then
        codesign --force --sign - "$@"
    else
        codesign --force --sign "$identity" --timestamp --options runtime --entitlements "$here/entitlements.plist" "$@"
    fi
}

sign_app() { # from the inside out: a signature covers those within it
    find "$app/Contents" -type f | while IFS= read -r file; do
        case "$(file -b "$file")" in *Mach-O*) sign "$file" ;; esac
    done
    sign "$app"
    codesign --verify --deep --strict "$app"
}

notarise() {
    [ -n "${XRAYDESK_NOTARY_PROFILE:-}" ] || return 0
    xcrun notarytool submit "$1" --keychain-profile "$XRAYDESK_NOTARY_PROFILE" --wait
    xcrun stapler staple "$1"
}

image() {
    rm -rf "$work/image"
    mkdir -p "$work/image"
    cp -R "$app" "$work/image/"
    cp "$root/LICENSE" "$work/image/LICENSE.txt"
    ln -s /Applications "$work/image/Applications"
    hdiutil create -quiet -ov -volname "xraydesk $version" -srcfolder "$work/image" -format ULFO "$1"
    [ "$identity" = - ] || codesign --sign "$identity" --timestamp "$1"
    notarise "$1"
}

package() { # not relocatable: an upgrade goes to /Applications, not to wherever a copy of the app was found
    rm -rf "$work/package"
    mkdir -p "$work/package"
    cp -R "$app" "$work/package/"
    pkgbuild --analyze --root "$work/package" "$work/components.plist"
    plutil -replace 0.BundleIsRelocatable -bool false "$work/components.plist"
    set -- "$1" --root "$work/package" --component-plist "$work/components.plist" --install-location /Applications \
        --identifier "$identifier" --version "$version"
    made=$1
    shift
    if [ -n "${XRAYDESK_SIGN_INSTALLER:-}" ]; then set -- "$@" --timestamp --sign "$XRAYDESK_SIGN_INSTALLER"; fi
    pkgbuild "$@" "$made"
    notarise "$made"
}

version=$(value CFBundleShortVersionString)
identifier=$(value CFBundleIdentifier)
name="xraydesk-$version-macos-$(uname -m)"
mkdir -p "$out" "$work"
sign_app
image "$out/$name.dmg"
package "$out/$name.pkg"
"${PYTHON:-$root/.venv/bin/python}" "$root/packaging/installers.py" --sums "$out"
