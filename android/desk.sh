#!/usr/bin/env bash
# desk.sh [--dark] [--language ar] [--width 320] [--height 800] [--text 2.0] [--api 26|35|36] [--data FOLDER]
#         the app in a desktop window; `./run android` calls this
# Escape is Back, and twice within a second the quick exit. What is saved lies in FOLDER, and is there the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
language=en width=360 height=800 light=notnight text=1.0 api=35 data=${XDG_DATA_HOME:-$HOME/.local/share}/saywell-android
while [ $# -gt 0 ]; do
    case $1 in
    --dark) light=night ;;
    --language | --width | --height | --text | --api | --data)
        [ $# -gt 1 ] || { echo "run: $1 needs a value." >&2; exit 2; }
        printf -v "${1#--}" %s "$2"
        shift
        ;;
    *)
        sed -n '2,4s/^# //p' desk.sh >&2
        exit 2
        ;;
    esac
    shift
done
for tool in java jar mvn; do
    command -v "$tool" >/dev/null || {
        echo "run: $tool is missing. Install a JDK 17 or newer and Maven (on Debian: apt-get install openjdk-17-jdk-headless maven)." >&2
        exit 1
    }
done
[ -n "${DISPLAY:-}" ] || {
    echo "run: there is no display. ./test android --pictures draws every page into android/target/pictures instead; or give it a display (on a machine without a screen: apt-get install xvfb, then xvfb-run ./run android)." >&2
    exit 1
}
told=$(./framework.sh "$api")
read -r framework java <<<"$told"
"$java" --list-modules | grep '^java.desktop@' >/dev/null || {
    echo "run: the Java for API $api cannot open a window. Put a whole JDK 21 or newer first on the path." >&2
    exit 1
}
mkdir -p "$data"
data=$(cd "$data" && pwd)
[ -e target/classpath.txt ] || echo "Building the Android app; this takes a few minutes the first time." >&2
./engine.sh
mvn --quiet --batch-mode test-compile process-test-classes
[ "$api" = 35 ] || mvn --quiet --batch-mode dependency:copy@framework -Dandroid.run="$framework"
cat >&2 <<TOLD
Saywell in a window. What you do is saved in $data. What a phone has and this window has not: a keystore (the key is a file in that
folder, so it is not safe there), reminders that come while the app is closed, speech and sound, the bars of the system, a list of apps.
TOLD
opens=()
for package in java.lang java.util java.io java.net java.nio jdk.internal.access; do
    opens+=(--add-opens "java.base/$package=ALL-UNNAMED")
done
right_to_left=ldltr
case $language in ar | fa | he | ur) right_to_left=ldrtl ;; esac
exec "$java" -Xmx2g "${opens[@]}" -Drobolectric.offline=true -Drobolectric.enabledSdks="$api" -Drobolectric.dependency.dir="$PWD/target/robolectric" \
    -Djna.library.path="$PWD/target/engine" -Ddesk.qualifiers="$language-$right_to_left-w${width}dp-h${height}dp-$light-xhdpi" \
    -Ddesk.text="$text" -Ddesk.data="$data" \
    -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" app.saywell.Desk
