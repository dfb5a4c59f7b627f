#!/usr/bin/env bash
# swift.sh build                       compiles the package; a warning is an error
# swift.sh test [--filter NAME]        its tests
# swift.sh lines                       how many lines they have run, after all of them
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
build) run build --build-tests --enable-code-coverage --scratch-path target/build -Xswiftc -warnings-as-errors "$@" ;;
test) run test --disable-xctest --enable-code-coverage --scratch-path target/build -Xswiftc -warnings-as-errors "$@" ;;
lines)
    # What of AppModel and of AppUI was run, of what llvm-cov says of each file.
    grep -o '"filename":"[^"]*"\|"lines":{"count":[0-9]*,"covered":[0-9]*' "$package"/target/build/debug/codecov/SaywellKit.json |
        awk -F'[:,]' -v least='AppModel 90 AppUI 80' '
            BEGIN { split(least, gates, " ") }
            /"filename"/ { part = match($0, /Sources\/[A-Za-z]*\//) ? substr($0, RSTART + 8, RLENGTH - 9) : ""; next }
            part { all[part] += $3; run[part] += $5; part = "" }
            END {
                for (i = 1; i in gates; i += 2) {
                    name = gates[i]; share = all[name] ? 100 * run[name] / all[name] : 0; missed += share < gates[i + 1]
                    printf "ios: %.1f %% of %d lines of %s run (at least %d) %s\n", share, all[name], name, gates[i + 1], share < gates[i + 1] ? "MISS" : "ok"
                }
                exit missed > 0
            }'
    ;;
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
    sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}"
    exit 2
    ;;
esac
