#!/usr/bin/env bash
# resources.sh FRAMEWORK FOLDER: R.java, and the resources as a phone reads them, in FOLDER
#
# What is translated comes from content/locale, by the author's tool: it is not committed.
#
# The tests read a table of their own, which has an Arabic sample beside the app's words: what is mirrored is looked at
# in a language that is.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v aapt2 >/dev/null || {
    echo "resources: aapt2 is missing. On Debian: apt-get install --no-install-recommends aapt" >&2
    exit 1
}
mkdir -p "$2/gen"
"$here/../run" course strings android es "$2/words"
aapt2 compile --dir "$here/src/main/res" -o "$2/res.zip"
aapt2 compile --dir "$2/words" -o "$2/words.zip"
aapt2 compile --dir "$here/src/test/res" -o "$2/test-res.zip"
# Gradle takes the package from its own file, and wants it nowhere else. Debian's aapt2 10 does not know yet what API 30 asks for.
manifest=$2/AndroidManifest.xml
sed -e 's|<manifest |<manifest package="app.saywell" |' -e '/<queries>/,/<\/queries>/d' "$here/src/main/AndroidManifest.xml" >"$manifest"
link() {
    aapt2 link -I "$1" --manifest "$manifest" --min-sdk-version 24 --target-sdk-version 36 \
        --version-code 1 --version-name 0.1.0 --auto-add-overlay "${@:2}"
}
link "$1" -o "$2/saywell.apk" --java "$2/gen" "$2/res.zip" "$2/words.zip"
link "$1" -o "$2/test.apk" "$2/res.zip" "$2/words.zip" "$2/test-res.zip"
