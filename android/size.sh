#!/usr/bin/env bash
# size.sh LIBRARY    how large the app is on the way to a phone; after `mvn test`, which compiles it. LIBRARY is the one that ships.
#
# R8 shrinks the classes as Gradle would; resources are not shrunk, and java.time for the oldest phones is not in it. The library
# is the one of this machine: those of phones are built by the NDK.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
R8=9.5.28
JNA=5.19.1
work=target/size
rm -rf "$work"
mkdir -p "$work"
for artifact in com.android.tools:r8:$R8 net.java.dev.jna:jna:$JNA:aar; do
    mvn --batch-mode dependency:copy -Dartifact="$artifact" -DoutputDirectory="$work" >"$work/copy.log" || {
        cat "$work/copy.log" >&2
        exit 1
    }
done
(cd "$work" && jar --extract --file "jna-$JNA.aar")
jar --create --file "$work/app.jar" -C target/classes .
stdlib=$(tr : '\n' <target/classpath.txt | grep '/kotlin-stdlib-[0-9]')
framework=$(tr : '\n' <target/classpath.txt | grep '/android-all-[0-9]')

# What layouts name, and of Android's own rules those that an app without AndroidX needs.
aapt2 link -I target/link/android-all-14-*.jar --manifest target/aapt/AndroidManifest.xml --min-sdk-version 24 --target-sdk-version 36 \
    --proguard "$work/layouts.pro" -o "$work/unused.apk" target/aapt/res.zip 2>"$work/aapt.log" || {
    cat "$work/aapt.log" >&2
    exit 1
}
cat >"$work/android.pro" <<'RULES'
-allowaccessmodification
-dontwarn org.jetbrains.annotations.**
-keepattributes *Annotation*,Signature,InnerClasses,EnclosingMethod
-keepclassmembers enum * { public static **[] values(); public static ** valueOf(java.lang.String); }
-keepclassmembers class * implements android.os.Parcelable { public static final ** CREATOR; }
RULES
java=$(readlink -f "$(command -v java)")
java -Xmx1500m -cp "$work/r8-$R8.jar" com.android.tools.r8.R8 --release --min-api 24 --lib "$framework" --lib "${java%/bin/java}" \
    --pg-conf rules.pro --pg-conf "$work/android.pro" --pg-conf "$work/layouts.pro" --output "$work" \
    "$work/app.jar" target/engine/engine.jar "$stdlib" "$work/classes.jar" >"$work/r8.log" 2>&1 || {
    cat "$work/r8.log" >&2
    exit 1
}
cp target/aapt/saywell.apk "$work/app.apk"
jar --update --no-manifest --file "$work/app.apk" -C "$work" classes.dex

strip --strip-all -o "$work/libsaywell.so" "$1"
gzip --best --keep "$work/libsaywell.so" "$work/jni/x86_64/libjnidispatch.so"

# kilobytes FILE…
kilobytes() { cat "$@" | wc -c | awk '{ printf "%d", ($1 + 999) / 1000 }'; }
# figure NAME KILOBYTES LIMIT
figure() { echo "speed: $1 $2 kB (limit $3) $([ "$2" -le "$3" ] && echo ok || echo MISS)"; }

echo "speed: android-dex $(kilobytes "$work/classes.dex") kB, by R8 $R8"
figure android-app-without-libraries "$(kilobytes "$work/app.apk")" 1500
figure android-download-estimate "$(kilobytes "$work/app.apk" "$work/libsaywell.so.gz" "$work/jni/x86_64/libjnidispatch.so.gz")" 3000
