#!/usr/bin/env bash
# index.sh FOLDER    one page with every picture in FOLDER: a row a page of the app, by day, by night, mirrored, large, on its side, in Spanish
set -euo pipefail
cd "$1"
{
    echo '<!doctype html><meta charset="utf-8"><title>Saywell for Android</title>'
    echo '<style>body{font:16px sans-serif;margin:24px;background:#bbb}img{height:640px;margin:0 8px 8px 0}h2{margin:24px 0 8px}</style>'
    for day in *-day.png; do
        page=${day%-day.png}
        echo "<h2>$page</h2>"
        for way in day night rtl large side tablet spanish; do
            for picture in "$page-$way.png" "$page-$way-end.png"; do
                [ ! -e "$picture" ] || echo "<img src=\"$picture\" alt=\"$page, $way\" loading=\"lazy\">"
            done
        done
    done
} >index.html
set -- *.png
echo "pictures: $# in $PWD/index.html"
for told in *.spanish.txt; do [ ! -e "$told" ] || sed 's/^/in Spanish: /' "$told"; done
