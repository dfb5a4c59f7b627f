#!/usr/bin/env bash
# engine.sh: the library, and the Swift that calls it, in SaywellKit/target/engine; to be run before Swift or Xcode
#
# On a Mac the library is the XCFramework for phones and simulators, elsewhere the one for this machine. Nothing is done where
# nothing changed. SAYWELL_LIBRARY names a library for this machine that is built already, with its symbols.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
engine=$here/SaywellKit/target/engine
mkdir -p "$engine/Saywell" "$engine/saywellFFI"
cd "$here/.."

if [ "$(uname)" = Darwin ]; then
    bindings/build-ios "$engine/built"
    cp -p "$engine/built/Saywell.swift" "$engine/Saywell/"
    rm -rf "$engine/saywellFFI.xcframework"
    cp -Rp "$engine/built/saywellFFI.xcframework" "$engine/"
    exit
fi

library=${SAYWELL_LIBRARY:-$(bindings/build-library)}
cmp --silent "$library" "$engine/libsaywell.so" && [ -e "$engine/Saywell/saywell.swift" ] && exit
bindings/generate swift "$engine/generated" "$library"
cp -p "$engine/generated/saywell.swift" "$engine/Saywell/"
cp -p "$engine/generated/saywellFFI.h" "$engine/generated/module.modulemap" "$engine/saywellFFI/"
cp "$library" "$engine/libsaywell.so"
