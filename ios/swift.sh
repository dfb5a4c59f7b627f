#!/usr/bin/env bash
# swift.sh build                       compiles the package; a warning is an error
# swift.sh test [--filter NAME]        its tests
# swift.sh app                         checks the app's own file, after a build
# swift.sh format                      lints what is written here; with --fix it is put right
#
# Run engine.sh before, and again after core or bindings changed. Swift 6 sets itself up on Debian.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
package=$here/SaywellKit
verb=${1:-}
[ $# -eq 0 ] || shift
# Android's sentences, which the tests compare with ours.
export SAYWELL_SWIFT_BINDS=$here:$here/../android/src/main/res
run() { "$here/../tests/contract/swift/swift-6" "$package" "$@"; }

case $verb in
build) run build --build-tests --scratch-path target/build -Xswiftc -warnings-as-errors "$@" ;;
test) run test --disable-xctest --scratch-path target/build -Xswiftc -warnings-as-errors "$@" ;;
app)
    # After a build: the one file that is in no package.
    run -frontend -typecheck -parse-as-library -swift-version 6 -warnings-as-errors -module-name SaywellApp \
        -I target/build/debug/Modules -I target/engine/saywellFFI -module-cache-path target/build/app-modules ../App/SaywellApp.swift
    ;;
format)
    how=(lint --strict)
    [ "${1:-}" != --fix ] || how=(format --in-place)
    # The stand-ins keep a declaration of Apple's on a line, however long.
    run format "${how[@]}" --parallel --configuration .swift-format --recursive Package.swift Sources Tests
    ;;
*)
    sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}"
    exit 2
    ;;
esac
