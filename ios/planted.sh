#!/usr/bin/env bash
# planted.sh            plants mistakes, each into a copy, and shows that a check catches it, and what it says
# planted.sh --quick    only those that are caught without compiling anything, after a build
#
# A mistake is a change of a file; a check must fail on it, and say so in the words that stand beside it. On what has no mistake in it
# `./test ios` passes all of them. Some minutes for all: a copy of the whole package is compiled, and touched.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kit=$here/SaywellKit
copy=$kit/target/planted
caught=0 all=0
# Nobody asks how many lines these runs have run.
export SAYWELL_SWIFT_BINDS=$here:$here/../android/src/main/res SAYWELL_SWIFT_ENV="SAYWELL_IOS LLVM_PROFILE_FILE" LLVM_PROFILE_FILE=/dev/null
swift() { "$here/../tests/contract/swift/swift-6" "$kit" "$@"; }

fresh() {
    mkdir -p "$copy/ios/SaywellKit" "$copy/android/src/main/res"
    for part in App Info.plist Saywell.xcodeproj project.yml SaywellKit/Package.swift SaywellKit/Sources SaywellKit/Tests SaywellKit/LinuxStubs; do
        rm -rf "${copy:?}/ios/$part"
        cp -Rp "$here/$part" "$copy/ios/$part"
    done
    cp -Rp "$here/../android/src/main/res/"values* "$copy/android/src/main/res/"
}

# Checks: each prints what is wrong, and fails if anything is.

files() {
    SAYWELL_IOS=$copy/ios swift test --skip-build --disable-xctest --scratch-path target/build \
        --filter 'ProjectTests|SourceTests|WordsTests|ColorsTests' 2>&1
}

# The files of one target, as the build has them, in Swift 6 with all warnings as errors.
typed() {
    local module=$1 sources=() modules=$kit/target/build/debug
    while IFS= read -r -d '' file; do sources+=("$file"); done < <(find "$copy/ios/SaywellKit/Sources/$module" -name '*.swift' -print0 | sort -z)
    [ "$module" != AppUI ] || sources+=("$modules/AppUI.build/DerivedSources/resource_bundle_accessor.swift")
    swift -frontend -typecheck -swift-version 6 -warnings-as-errors -parse-as-library -module-name "$module" -package-name saywellkit \
        -enable-testing -I "$modules/Modules" -I "$kit/target/engine/saywellFFI" -module-cache-path "$kit/target/build/app-modules" \
        "${sources[@]}" 2>&1
}
models() { typed AppModel; }
screens() { typed AppUI; }

# Tests, of a package that is compiled with the mistakes in it.
touches() {
    mkdir -p "$copy/ios/SaywellKit/target"
    cp -Rp "$kit/target/engine" "$copy/ios/SaywellKit/target/"
    "$here/../tests/contract/swift/swift-6" "$copy/ios/SaywellKit" test --disable-xctest --scratch-path "$kit/target/planted-build" \
        --filter 'RulesTests|DraftTests|ReviewModelTests|AnnouncedTests|SpacesTests' 2>&1
}

change() { OLD=$2 NEW=$3 perl -0pi -e 's/\Q$ENV{OLD}\E/$ENV{NEW}/ or exit 9' "$1"; }

# told FILE NEW WORDS SAID: whether the check has said so.
told() {
    local line
    all=$((all + 1))
    if line=$(grep -F -- "$3" <<<"$4" | head -1) && [ -n "$line" ]; then
        caught=$((caught + 1))
        echo "planted: ${1##*/}: $2 -> ${line:0:240}" | tr -s ' \n' ' '
        echo
    else
        echo "planted: not caught: $1: $2"
        tail -5 <<<"$4"
    fi
}

# sow WORDS FILE [OLD NEW]: in this file of the copy the first OLD becomes NEW; without them the file goes. A check must tell of it in
# these words, when all that it can catch at once was sown: compiling takes long.
sown=()
sow() {
    if [ $# -eq 2 ]; then rm "$copy/$2"; else change "$copy/$2" "$3" "$4"; fi
    sown+=("$2" "${4:-gone}" "$1")
}

# reap CHECK: each that was sown must be told.
reap() {
    local said='' at
    if said=$("$1"); then said=''; fi
    # A test that has begun, or passed, has caught nothing.
    said=$(grep -v '^[◇✔] ' <<<"$said" || true)
    for ((at = 0; at < ${#sown[@]}; at += 3)); do told "${sown[at]}" "${sown[at + 1]}" "${sown[at + 2]}" "$said"; done
    for ((at = 0; at < ${#sown[@]}; at += 3)); do cp "$here/../${sown[at]}" "$copy/${sown[at]}"; done
    sown=()
}

ui=ios/SaywellKit/Sources/AppUI model=ios/SaywellKit/Sources/AppModel
fresh
if ! said=$(files); then
    echo "planted: the copy is at fault before anything is planted"
    tail -20 <<<"$said"
    exit 1
fi
sow 'two_minutes is said nowhere' $ui/exit/QuietScreen.swift 'words("two_minutes")' 'words("pause")'
sow 'has no one_momentt' $ui/kit/Shown.swift 'words("one_moment")' 'words("one_momentt")'
sow 'Localizable: exit' $ui/resources/words/Localizable.xcstrings '"value" : "Exit"' '"value" : "Quit"'
sow 'noIdOfTheProjectDangles() recorded' ios/Saywell.xcodeproj/project.pbxproj 'mainGroup = ' 'mainGroup = 0123456789ABCDEF01234567; was = '
sow 'everyAssetHasItsFile() recorded' $ui/resources/Icons.xcassets/exit.imageset/exit.svg
sow '↳ bgg' $ui/kit/Tokens.swift 'token("bg")' 'token("bgg")'
sow 'NSCameraUsageDescription' ios/Info.plist '<key>UILaunchScreen</key>' '<key>NSCameraUsageDescription</key><string>a</string><key>UILaunchScreen</key>'
sow '"fetch"' ios/Info.plist '<string>audio</string>' '<string>audio</string><string>fetch</string>'
sow 'isSuperset' ios/Info.plist '<key>CFBundleIdentifier</key>' '<key>CFBundleIdentifierr</key>'
sow '"hiv"' ios/Info.plist '<string>calm</string>' '<string>hiv</string>'
sow 'LSSupportsOpeningDocumentsInPlace' ios/Info.plist '<key>LSSupportsOpeningDocumentsInPlace</key>' '<key>UIFileSharingEnabled</key>'
sow 'CODE_SIGN_ENTITLEMENTS' ios/Saywell.xcodeproj/project.pbxproj 'INFOPLIST_FILE = Info.plist;' 'INFOPLIST_FILE = Info.plist; CODE_SIGN_ENTITLEMENTS = Info.plist;'
sow 'thePrivacyManifestSaysWhatIsUsed() recorded' ios/App/PrivacyInfo.xcprivacy '<string>35F9.1</string>' ''
sow 'text2 on bg has' $ui/resources/Colors.xcassets/text2.colorset/Contents.json '"green" : "0x5C"' '"green" : "0xFF"'
sow '↳ lane2' android/src/main/res/values/colors.xml '<color name="sw_lane2">#' '<color name="sw_lane2">#123456</color><color name="lane_was">#'
sow 'imports UserNotifications' $model/Shell.swift 'import Observation' $'import Observation\nimport UserNotifications'
sow 'imports UIKit' $ui/kit/Page.swift 'import SwiftUI' $'import SwiftUI\nimport UIKit'
sow 'a force unwrap' $model/vault/Vault.swift 'guard let saywell else' $'_ = saywell!\n        guard let saywell else'
sow 'a force try' $model/lesson/SourcesModel.swift 'in try ids' 'in try! ids'
sow 'the network' ios/SaywellKit/Sources/AppleAdapters/DefaultsLook.swift 'import Foundation' $'import Foundation\nlet session = URLSession.shared'
sow 'a log' $model/Draft.swift 'refusal = nil' 'print(fields)'
reap files

if [ "${1:-}" != --quick ]; then
    sow "mutation of captured var 'asks'" $model/home/HomeModel.swift 'home = Asked(shell) { saywell, now in try' 'var asks = 0; home = Asked(shell) { saywell, now in asks += 1; return try'
    sow "main actor-isolated property 'door'" $model/help/TermModel.swift 'in try' 'in _ = shell.door; return try'
    sow "expression is 'async' but is not marked with 'await'" $model/vault/WipeModel.swift 'try await shell.wipe()' 'try shell.wipe()'
    sow "call can throw" $model/lesson/SearchModel.swift 'hits: try saywell' 'hits: saywell'
    sow "does not conform to protocol 'Time'" $model/Draft.swift 'public final class Draft {' 'public final class Draft: Time {'
    sow "actor-isolated instance method 'removeCopy()'" $model/Shell.swift 'public func cover()' 'func peek() { vault.removeCopy() }; public func cover()'
    reap models
    sow 'switch must be exhaustive' $ui/settings/SettingsPages.swift 'case .about: AboutScreen()' ''
    sow "missing argument for parameter 'id' in call" $ui/journal/JournalPages.swift 'NoteModel(shell, id: id)' 'NoteModel(shell)'
    # shellcheck disable=SC2016 # Swift's own sign.
    sow "cannot convert value of type 'String' to expected argument type 'Binding<String>'" $ui/kit/NoteField.swift '$draft.words' 'draft.words'
    sow "has no member 'clipedShape'" $ui/kit/Cards.swift '.clipShape(' '.clipedShape('
    sow "call to main actor-isolated instance method 'cover()'" $ui/kit/Page.swift 'struct BarButton {' 'struct BarButton { nonisolated func lock(_ shell: Shell) { shell.cover() };'
    sow "'old()' is deprecated" $ui/kit/Words.swift 'func words(' $'@available(*, deprecated) func old() {}\nfunc older() { old() }\nfunc words('
    reap screens
    sow 'no label' $ui/kit/Page.swift '.accessibilityLabel(action.label)' '.accessibilityLabel("")'
    sow 'Exit is not last' $ui/kit/Page.swift 'ExitButton()' 'ExitButton(); Button("More") {}'
    sow 'aFullPhoneLosesNothingOfAPageThatIsLeft' $model/Draft.swift 'refusal = Problem(error) == .full ? .full : .notSaved' 'refusal = nil'
    sow 'nothingIsWrittenWhereSomebodyElseIs' $model/Draft.swift '== owner else' '== owner || true else'
    sow 'theReasonsAreSeenAgainAndNothingMoves' $model/review/ReviewModel.swift 'let again = answer(item, pick.options, at: moment)' 'let again = answer(item, pick.options, at: shell.ports.time.now())'
    sow 'whoOpensAnotherSpaceBeginsAnew' $model/Shell.swift 'receive(space)' ''
    sow 'eachPinThatDoesNotFit' $ui/vault/PinField.swift '.onChange(of: entry.tries)' '.onChange(of: entry.didNotFit)'
    reap touches
fi

echo "planted: $caught of $all caught"
[ "$caught" -eq "$all" ]
