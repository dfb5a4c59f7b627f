#!/usr/bin/env bash
# engine.sh: libsaywell.so for this machine, and engine.jar, the Kotlin that calls it, in target/engine; to be run before Maven
#
# Nothing is done where nothing changed. SAYWELL_LIBRARY names a library that is built already, with its symbols.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
library=${SAYWELL_LIBRARY:-}
[ -n "$library" ] || library=$(cd "$here/.." && realpath "$(bindings/build-library)")
engine=$here/target/engine
mkdir -p "$engine"
cmp --silent "$library" "$engine/libsaywell.so" && [ -e "$engine/engine.jar" ] && exit
"$here/../bindings/generate" kotlin "$engine/kotlin" "$library"
mvn --quiet --batch-mode --file "$here/engine/pom.xml" compile
rm -f "$engine/engine.jar"
jar --create --file "$engine/engine.jar" -C "$engine/maven/classes" .
# The compiler keeps what it made against the last one.
rm -rf "$here"/target/{kotlin-ic,classes,test-classes}
cp "$library" "$engine/libsaywell.so"
