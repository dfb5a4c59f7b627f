#!/usr/bin/env bash
# Swift for Linux in a private root, from Debian's own packages.
#
#   swift-on-linux.sh setup              make the root if absent (idempotent; resumes)
#   swift-on-linux.sh run DIR -- cmd...  run cmd inside it, DIR mounted at its own path
#   swift-on-linux.sh clean              remove the root and the download cache
#   swift-on-linux.sh root               print where the root is
#
# Nothing is installed on the host and no maintainer script runs: apt (with a private
# state directory) resolves, downloads and verifies the packages, tar unpacks them.
# Mounts are made in a private mount namespace, so they vanish with the command,
# however it ends.
#
# Environment:
#   SAYWELL_SWIFT_ROOT    where everything lives      (default ~/.cache/saywell/swift)
#   SAYWELL_SWIFT_SUITE   Debian suite to take from   (default trixie: Swift 6.0.3)
#   SAYWELL_SWIFT_MIRROR  mirror URI                  (default: the one apt is configured with)
#   SAYWELL_SWIFT_BINDS   more host folders for run, colon separated, each at its own path
#   SAYWELL_SWIFT_ENV     names of further variables to pass to run, space separated
#   SAYWELL_SWIFT_KEEP_DEBS=1   keep the downloaded .deb files
set -euo pipefail

SUITE=${SAYWELL_SWIFT_SUITE:-trixie}
ROOT=${SAYWELL_SWIFT_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/saywell/swift}
ROOTFS=$ROOT/rootfs-$SUITE
APT=$ROOT/apt-$SUITE
STAMP=.saywell-swift-ok
RECIPE=3   # raise when the package list or the unpacking changes: roots are then remade
# swiftlang needs a C toolchain's headers and start files; the rest are the small tools
# that swift build, a test script or Foundation expect to find.
PACKAGES=(swiftlang libc6-dev libstdc++-14-dev
          base-files bash coreutils dash findutils grep sed gawk diffutils tzdata libc-bin)
# Parts of the toolchain that a build and a test run never touch (about 1.2 GB).
EXCLUDE=(--exclude='./usr/libexec/swift/lib/swift/embedded'
         --exclude='./usr/libexec/swift/lib/swift_static'
         --exclude='./usr/libexec/swift/share/docc'
         --exclude='./usr/libexec/swift/bin/docc'
         --exclude='./usr/libexec/swift/bin/clangd'
         --exclude='./usr/libexec/swift/bin/lldb*'
         --exclude='./usr/libexec/swift/bin/sourcekit-lsp'
         --exclude='./usr/libexec/swift/lib/liblldb.*'
         --exclude='./usr/libexec/swift/lib/libsourcekitdInProc.so'
         --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*'
         --exclude='./usr/share/locale/*' --exclude='./usr/share/info/*')

say() { printf 'swift-on-linux: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The Debian mirror that this machine's apt uses.
mirror() {
    if [ -n "${SAYWELL_SWIFT_MIRROR:-}" ]; then printf '%s\n' "$SAYWELL_SWIFT_MIRROR"; return; fi
    local uri
    # What apt itself says (it expands mirror lists and both file formats) …
    # shellcheck disable=SC2016
    uri=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' 2>/dev/null |
          awk '$2 == "Debian" && $3 == "Debian" && !seen {print $1; seen = 1}' || true)
    # … else, where no list was fetched yet, the first Debian-looking source.
    if [ -z "$uri" ]; then
        uri=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null |
              awk 'tolower($1) == "uris:" {print $2}' | awk '/\/debian\/?$/ && !seen {print; seen = 1}' || true)
    fi
    if [ -z "$uri" ]; then
        uri=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
              sed -nE 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+).*/\2/p' |
              awk '/\/debian\/?$/ && !seen {print; seen = 1}' || true)
    fi
    [ -n "$uri" ] || die "no Debian mirror in apt's configuration; set SAYWELL_SWIFT_MIRROR"
    printf '%s\n' "$uri"
}

# A private apt: own lists, own empty package database, the host's Acquire:: settings
# (proxy, TLS, retries), the host's archive keys.
private_apt() {
    mkdir -p "$APT/lists/partial" "$APT/cache/archives/partial" "$APT/none"
    : > "$APT/status"
    local signed=""
    [ -r /usr/share/keyrings/debian-archive-keyring.gpg ] &&
        signed="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] "
    printf 'deb %s%s %s main\n' "$signed" "$(mirror)" "$SUITE" > "$APT/sources.list"
    {
        apt-config dump | grep '^Acquire::' || true
        cat <<CONF
APT::Architecture "amd64";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Sandbox::User "$(id -un)";
Dir::State "$APT";
Dir::State::Lists "$APT/lists";
Dir::State::status "$APT/status";
Dir::State::extended_states "$APT/extended_states";
Dir::Cache "$APT/cache";
Dir::Cache::archives "$APT/cache/archives";
Dir::Etc::SourceList "$APT/sources.list";
Dir::Etc::SourceParts "$APT/none";
Dir::Etc::Main "$APT/none.conf";
Dir::Etc::Parts "$APT/none";
Dir::Etc::Preferences "$APT/none.pref";
Dir::Etc::PreferencesParts "$APT/none";
Debug::NoLocking "true";
CONF
    } > "$APT/apt.conf"
    export APT_CONFIG=$APT/apt.conf
}

# Runs a command with a mount namespace of its own (and, where we are not root, as a
# root of our own user namespace).
in_namespace() {
    if [ "$(id -u)" = 0 ]; then unshare --mount --propagation private "$@"
    else unshare --user --map-root-user --mount --propagation private "$@"; fi
}

unpack() {   # unpack TARGET FILE...
    local target=$1 deb; shift
    mkdir -p "$target"/{usr/{bin,sbin,lib,lib64},etc,root,tmp,proc,dev,var/tmp}
    chmod 1777 "$target/tmp" "$target/var/tmp"
    for d in bin sbin lib lib64; do ln -sfn "usr/$d" "$target/$d"; done
    for deb; do
        dpkg-deb --fsys-tarfile "$deb" |
            tar -x -C "$target" --keep-directory-symlink --no-same-owner "${EXCLUDE[@]}"
    done
    # What maintainer scripts would have made.
    ln -sf /usr/libexec/swift/bin/swift "$target/usr/bin/swift"
    [ -e "$target/usr/bin/cc" ] || ln -sf gcc "$target/usr/bin/cc"
    [ -e "$target/usr/bin/awk" ] || ln -sf gawk "$target/usr/bin/awk"
    [ -e "$target/usr/bin/sh" ] || ln -sf dash "$target/usr/bin/sh"
    printf 'root:x:0:0:root:/root:/bin/bash\n' > "$target/etc/passwd"
    printf 'root:x:0:\n' > "$target/etc/group"
    printf 'passwd: files\ngroup: files\nhosts: files dns\n' > "$target/etc/nsswitch.conf"
    ln -sf /usr/share/zoneinfo/Etc/UTC "$target/etc/localtime"
    printf 'Etc/UTC\n' > "$target/etc/timezone"
    in_namespace chroot "$target" /sbin/ldconfig
}

setup() {
    local tool
    for tool in apt-get apt-config dpkg-deb tar unshare chroot flock; do
        command -v "$tool" >/dev/null || die "needs $tool"
    done
    [ "$(dpkg --print-architecture)" = amd64 ] || die "made for amd64 only"
    mkdir -p "$ROOT"
    exec 9> "$ROOT/.lock"
    flock 9
    if [ "$(cat "$ROOTFS/$STAMP" 2>/dev/null)" != "$RECIPE" ]; then
        local started=$SECONDS debs=() name version arch file
        private_apt
        say "fetching package lists of $SUITE"
        apt-get -q=2 update
        # The package set, as file names in apt's cache.
        apt-get -q=2 -s install "${PACKAGES[@]}" > "$APT/plan"
        while read -r name version arch; do
            debs+=("$APT/cache/archives/${name}_${version//:/%3a}_${arch}.deb")
        done < <(sed -nE 's/^Inst ([^ ]+) \(([^ ]+) .*\[([a-z0-9]+)\]\).*$/\1 \2 \3/p' "$APT/plan")
        say "downloading ${#debs[@]} packages"
        apt-get -q=2 -y --download-only install "${PACKAGES[@]}" >/dev/null
        for file in "${debs[@]}"; do [ -s "$file" ] || die "apt did not bring $file"; done
        say "unpacking ($((SECONDS - started)) s so far)"
        rm -rf "$ROOTFS.new" "$ROOTFS"
        unpack "$ROOTFS.new" "${debs[@]}"
        printf '%s\n' "$RECIPE" > "$ROOTFS.new/$STAMP"
        mv "$ROOTFS.new" "$ROOTFS"
        [ -n "${SAYWELL_SWIFT_KEEP_DEBS:-}" ] || rm -rf "$APT"
        say "made in $((SECONDS - started)) s"
    fi
    exec 9>&-
    mkdir -p "$ROOT/empty"
    run "$ROOT/empty" swift --version
}

run() {   # run DIR cmd...
    local dir; dir=$(cd "$1" && pwd -P); shift
    [ "${1:-}" != -- ] || shift
    [ $# -gt 0 ] || die "run DIR -- cmd..."
    [ -e "$ROOTFS/$STAMP" ] || die "no root at $ROOTFS: run '$0 setup' first"
    local binds=("$dir") more name
    IFS=: read -ra more <<< "${SAYWELL_SWIFT_BINDS:-}"
    binds+=("${more[@]}")
    local vars=(HOME=/root USER=root LANG=C.UTF-8 TERM="${TERM:-dumb}"
                PATH="/usr/libexec/swift/bin:/usr/local/bin:/usr/bin:/usr/sbin:$PATH"
                ${LD_LIBRARY_PATH:+LD_LIBRARY_PATH="$LD_LIBRARY_PATH"})
    for name in ${SAYWELL_SWIFT_ENV:-}; do
        [ -z "${!name+x}" ] || vars+=("$name=${!name}")
    done
    # shellcheck disable=SC2016
    in_namespace env -u LD_LIBRARY_PATH bash -euc '
        rootfs=$1 dir=$2 nbinds=$3 nvars=$4; shift 4
        mount --rbind /proc "$rootfs/proc"
        mount --rbind /dev "$rootfs/dev"
        for b in "${@:1:nbinds}"; do
            [ -n "$b" ] || continue
            mkdir -p "$rootfs$b"
            mount --rbind "$b" "$rootfs$b"
        done
        shift "$nbinds"
        vars=("${@:1:nvars}"); shift "$nvars"
        exec chroot "$rootfs" /usr/bin/env -i -C "$dir" "${vars[@]}" "$@"
    ' swift-on-linux "$ROOTFS" "$dir" "${#binds[@]}" "${#vars[@]}" "${binds[@]}" "${vars[@]}" "$@"
}

case ${1:-} in
    setup) setup ;;
    run)   shift; [ $# -ge 2 ] || die "run DIR -- cmd..."; run "$@" ;;
    clean) rm -rf --one-file-system "$ROOTFS" "$ROOTFS.new" "$APT" ;;
    root)  printf '%s\n' "$ROOTFS" ;;
    *)     sed -n '2,/^set -euo/{/^set/d;s/^# \{0,1\}//;p}' "$0"; exit 2 ;;
esac
