#!/usr/bin/env bash
# framework.sh 26|35|36    prints Robolectric's version of Android's framework for a level, and the Java that runs it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
case ${1:-} in
26) echo "8.0.0_r4-robolectric-r1-i7 $(command -v java)" ;;
35) echo "$(sed -n 's|.*<android.run>\(.*\)</android.run>.*|\1|p' pom.xml) $(command -v java)" ;;
36)
    java=$(./java21.sh)
    echo "16-robolectric-13921718-i7 $java"
    ;;
*)
    sed -n '2s/^# //p' "$0" >&2
    exit 2
    ;;
esac
