#!/usr/bin/env bash
# desk.sh [QUALIFIERS]    the app in a desktop window; QUALIFIERS such as en-w320dp-h640dp-night-xhdpi. `./run android` calls this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for tool in java jar mvn; do
    command -v "$tool" >/dev/null || {
        echo "run: $tool is missing. Install a JDK 17 or newer and Maven (on Debian: apt-get install openjdk-17-jdk-headless maven)." >&2
        exit 1
    }
done
[ -n "${DISPLAY:-}" ] || {
    echo "run: there is no display. Set DISPLAY (on a machine without a screen: apt-get install xvfb, then xvfb-run ./run android)." >&2
    exit 1
}
[ -e target/classpath.txt ] || echo "Building the Android app; this takes a few minutes the first time." >&2
./engine.sh
mvn --quiet --batch-mode test-compile process-test-classes
opens=()
for package in java.lang java.util java.io java.net java.nio jdk.internal.access; do
    opens+=(--add-opens "java.base/$package=ALL-UNNAMED")
done
exec java -Xmx2g "${opens[@]}" -Drobolectric.offline=true -Drobolectric.dependency.dir="$PWD/target/robolectric" \
    -Djna.library.path="$PWD/target/engine" -Ddesk.qualifiers="${1:-en-w360dp-h800dp-xhdpi}" \
    -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" app.saywell.Desk
