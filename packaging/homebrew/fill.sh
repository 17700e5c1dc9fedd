#!/usr/bin/env bash
# Prints the Homebrew formula of a release, filled from its checksums. Platforms that the release
# does not have are left out; one of them it must have.
#
# usage: fill.sh VERSION CHECKSUMS_FILE [HOMEPAGE] >hoglint.rb
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
(($# >= 2)) || { echo "fill.sh: the version and the checksums file are needed" >&2; exit 2; }
version=$1 checksums=$2
homepage=${3:-$(sed -n 's/^project(.* HOMEPAGE_URL \([^ )]*\).*/\1/p' "$here/../../CMakeLists.txt")}
[[ $homepage == https://* ]] || { echo "fill.sh: CMakeLists.txt names no HOMEPAGE_URL" >&2; exit 2; }

blocks=''
# os OS-BLOCK PLATFORM-OF-ARM PLATFORM-OF-INTEL
os() {
  local inside='' pair platform sum
  for pair in "on_arm $2" "on_intel $3"; do
    platform=${pair#* }
    sum=$(awk -v name="hoglint-$version-$platform.tar.gz" '$2 == name || $2 == "*" name { print $1 }' \
      "$checksums")
    [[ -n $sum ]] || continue
    [[ $sum =~ ^[0-9a-f]{64}$ ]] || { echo "fill.sh: no SHA-256 of $platform: $sum" >&2; exit 1; }
    inside+="    ${pair% *} do
      url \"$homepage/releases/download/v$version/hoglint-$version-$platform.tar.gz\"
      sha256 \"$sum\"
    end
"
  done
  [[ -z $inside ]] || blocks+="
  $1 do
$inside  end
"
}
os on_macos darwin-arm64 darwin-x64
os on_linux linux-arm64 linux-x64
[[ -n $blocks ]] || { echo "fill.sh: $checksums has no file of hoglint $version" >&2; exit 1; }
template=$(<"$here/hoglint.rb.in")
template=${template//@VERSION@/$version}
template=${template//@HOMEPAGE@/$homepage}
printf '%s\n' "${template//@BLOCKS@/$blocks}"
