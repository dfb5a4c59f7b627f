#!/usr/bin/env bash
# level.sh 26|36 [OPTION…]    what a person does with the app, on an older and on a newer Android; after `mvn test`, which compiles it
#
# On the older one the process dies between every two steps, on the newer one the phone is turned. OPTIONs go to Maven.
# The pages themselves are held to their rules on API 35 only: the rules are about layout, which is the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
case ${1:-} in
26) between=die ;;
36) between=turn ;;
*)
    sed -n '2s/^# //p' "$0" >&2
    exit 2
    ;;
esac
told=$(./framework.sh "$1")
read -r framework java <<<"$told"
exec mvn --batch-mode --no-transfer-progress dependency:copy@framework surefire:test \
    -Dandroid.run="$framework" -Dtest.sdk="$1" -Dtest.jvm="$java" -Dbetween=$between \
    -Dtest='*FlowTest,StackTest,PageTest,PromisesTest,MonkeyTest' "${@:2}"
