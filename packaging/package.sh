#!/usr/bin/env bash
# Makes the packages of a release out of a finished build, checks them, and prints their sizes:
#
#   hoglint-VERSION-linux-ARCH.tar.gz        the program that starts on every Linux; no drift, no stats
#   hoglint-VERSION-linux-ARCH-glibc.tar.gz  the one that can load libpq and libcurl; glibc 2.31 and newer
#   hoglint_VERSION_ARCH.deb                 the same for Debian 11 and Ubuntu 20.04 and newer
#   hoglint-VERSION-checksums.txt            their SHA-256
#
# usage: package.sh BUILD_FOLDER OUT_FOLDER     exit 0: made, and nothing is wrong with them
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)

say() { echo "package: $*" >&2; }
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
case $(uname -m) in
  x86_64) arch=x64 ;;
  aarch64) arch=arm64 ;;
  *) arch=$(uname -m) ;;
esac
# Dates inside the packages: the commit's, so that the same sources make the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
rm -rf "$out"/hoglint*
stage=$(mktemp -d "$out/stage.XXXXXX")
trap 'rm -rf "$stage"' EXIT

"$here/notice.sh" >"$build/NOTICE"

# tarball NAME EXECUTABLE
tarball() {
  cmake --install "$build" --prefix "$stage/$1" --strip >/dev/null
  install -m 755 "$2" "$stage/$1/bin/hoglint"
  strip "$stage/$1/bin/hoglint"
  tar -C "$stage" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    --mode=u+rwX,go=rX -cf - "$1" | gzip -9n >"$out/$1.tar.gz"
}
static=hoglint-$version-linux-$arch
shared=$static-glibc
tarball "$static" "$build/hoglint_static"
tarball "$shared" "$build/hoglint"
cpack --config "$build/CPackConfig.cmake" -G DEB -B "$out" >"$build/cpack.log" 2>&1 || {
  cat "$build/cpack.log" >&2
  exit 1
}
rm -rf "$out/_CPack_Packages"
(cd "$out" && sha256sum hoglint-*.tar.gz hoglint_*.deb >"hoglint-$version-checksums.txt")

failed=0
"$here/check.sh" --static "$build/hoglint_static" "$stage/$static/bin/hoglint" || failed=1
if [[ -e $root/.deps/glibc/ok ]]; then
  "$here/check.sh" --glibc 2.31 "$build/hoglint" "$stage/$shared/bin/hoglint" || failed=1
else
  say "not linked against glibc 2.31, which was not to be had: hoglint starts on systems like this one alone"
  "$here/check.sh" "$build/hoglint" "$stage/$shared/bin/hoglint" || true
  failed=1
fi
"$here/smoke.sh" "$stage/$static/bin/hoglint" "$root" static || failed=1
"$here/smoke.sh" "$stage/$shared/bin/hoglint" "$root" shared || failed=1
(cd "$out" && du -b --apparent-size hoglint* | sort -k 2)
((failed == 0)) || say "something is wrong: see above"
exit $failed
