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

tests/packs "$engine/packs"
library=${SAYWELL_LIBRARY:-$(bindings/build-library)}
# The tests' copy believes the key in tests/keys in place of the current one: everybody has its secret half.
LC_ALL=C sed "s|$(tail -1 content/keys/current.pub)|$(tail -1 tests/keys/current.pub)|" "$library" >"$engine/for-tests.so"
cmp --silent "$engine/for-tests.so" "$engine/libsaywell.so" && [ -e "$engine/Saywell/saywell.swift" ] && exit
bindings/generate swift "$engine/generated" "$library"
# What is the same stays as old as it is, so that Swift compiles nothing anew.
for file in Saywell/saywell.swift saywellFFI/saywellFFI.h saywellFFI/module.modulemap; do
    cmp --silent "$engine/generated/${file#*/}" "$engine/$file" || cp "$engine/generated/${file#*/}" "$engine/$file"
done
mv "$engine/for-tests.so" "$engine/libsaywell.so"
