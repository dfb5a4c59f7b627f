#!/usr/bin/env bash
# level.sh 26|36 [OPTION…]    what a person does with the app, on an older and on a newer Android; after `mvn test`, which compiles it
#
# On the older one the process dies between every two steps, on the newer one the phone is turned. OPTIONs go to Maven.
# The pages themselves are held to their rules on API 35 only: the rules are about layout, which is the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
java=$(command -v java)
case ${1:-} in
26) framework=8.0.0_r4-robolectric-r1-i7 between=die ;;
36) framework=16-robolectric-13921718-i7 between=turn java=$(./java21.sh) ;;
*)
    sed -n '2s/^# //p' "$0" >&2
    exit 2
    ;;
esac
exec mvn --batch-mode --no-transfer-progress dependency:copy@framework surefire:test \
    -Dandroid.run="$framework" -Dtest.sdk="$1" -Dtest.jvm="$java" -Dbetween=$between \
    -Dtest='*FlowTest,StackTest,PageTest,PromisesTest,MonkeyTest' "${@:2}"
