#!/usr/bin/env bash
# Puts the C library of Debian 11, glibc 2.31, into DEST (default: .deps/glibc), to link the release
# against: the program then starts with that one (Ubuntu 20.04 has it too) and with all newer ones.
#
# Its packages are unpacked without touching the system (other_suite.sh).
#
# usage: fetch_glibc.sh [DEST]     exit 0: DEST is there; 1: cannot be had here (stderr says why)
set -euo pipefail

readonly suite=bullseye
readonly wanted=2.31
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dest=${1:-$root/.deps/glibc}

fail() { echo "fetch_glibc: $*" >&2; exit 1; }

# `ok` is written last: an interrupted run starts over.
[[ -e $dest/ok ]] && exit 0
. "$root/cmake/deps/other_suite.sh"

use_suite "$suite" || fail "apt-get update for $suite failed: $(update_error)"
(
  cd "$tmp/download"
  for package in libc6 libc6-dev; do
    version=$(apt-cache "${apt_options[@]}" madison "$package" |
      awk -F'|' -v wanted="$wanted" '{ gsub(/ /, "", $2); if (index($2, wanted) == 1) { print $2; exit } }')
    [[ -n $version ]] || fail "$suite has no $package $wanted"
    apt-get "${apt_options[@]}" download "$package=$version" >"$tmp/log" 2>&1 ||
      fail "download failed: $(tail -n1 "$tmp/log")"
    dpkg -x "$package"_*.deb "$tmp/unpacked"
  done
)
# Absolute links lead out of the folder, to this machine's own libraries.
find "$tmp/unpacked" -type l -lname '/*' | while read -r link; do
  target=$tmp/unpacked$(readlink "$link")
  if [[ -e $target ]]; then
    rm "$link"
    cp -L "$target" "$link"
  fi
done
echo "$wanted" >"$tmp/unpacked/ok"
rm -rf "$dest"
mv "$tmp/unpacked" "$dest"
echo "fetch_glibc: glibc $wanted ($suite) is in $dest" >&2
