#!/usr/bin/env bash
# packs.sh    courses as files, for the tests, in target/packs: two newer editions of the real one, one of somebody else,
#             and one whose ids the real one has
#
# They are not signed: a test signs them with a key of its own, and has a library that knows this key.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
content=$here/../content
packs=$here/target/packs
homes=$(mktemp -d)
trap 'rm -rf "$homes"' EXIT
rm -rf "$packs"
mkdir -p "$packs"

# build NAME HOME
build() { cargo run --quiet --manifest-path "$here/../Cargo.toml" --package saywell-author -- pack build "$packs/$1" --home "$2"; }

# edition VERSION: as the real one, but for its title page and the name of one part
edition() {
    local home=$homes/$1
    mkdir "$home"
    cp -r "$content/course" "$content/locale" "$home"
    sed -i -e "s/^version = .*/version = $1/" -e '/^licence = /a news = "New words about *the pills* after a risk."' "$home/course/pack.toml"
    sed -i '0,/^title = .*/s//title = "Talk, and early"/' "$home"/course/lesson/1-talk-it-through/*talk-early.toml
    build "edition-$1" "$home"
}

edition 2
edition 3
build another "$here/src/test/course"
build clash "$content/author/tests/good"
