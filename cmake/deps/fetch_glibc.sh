#!/usr/bin/env bash
# Puts the C library of Debian 11, glibc 2.31, into DEST (default: .deps/glibc), to link the release
# against: the program then starts with that one (Ubuntu 20.04 has it too) and with all newer ones.
#
# Reads that suite's index with package lists of its own and unpacks three packages: the system's
# sources, lists and package database stay untouched, and no root is needed. The mirror is the
# machine's own: its entry for the installed release is copied with only the suite replaced.
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
command -v apt-get >/dev/null && command -v dpkg >/dev/null || fail "no apt-get and dpkg here"
. /etc/os-release
[[ ${ID:-} == debian && -n ${VERSION_CODENAME:-} ]] || fail "not Debian (ID=${ID:-unknown})"

mkdir -p "$(dirname "$dest")"
tmp=$(mktemp -d "$dest.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp"/{sources,lists/partial,cache/archives/partial,download,unpacked}

# The machine's own entries for its release (not its -security or -updates), for the suite instead.
for file in /etc/apt/sources.list.d/*.sources; do
  [[ -e $file ]] || continue
  awk -v release="$VERSION_CODENAME" -v suite="$suite" 'BEGIN { RS = ""; ORS = "\n\n" }
    {
      stanza = ""; found = 0; n = split($0, lines, "\n")
      for (i = 1; i <= n; i++) {
        if (lines[i] ~ /^#/) continue
        if (lines[i] ~ /^Suites:/) {
          m = split(lines[i], words, " ")
          for (j = 2; j <= m; j++) if (words[j] == release) found = 1
          lines[i] = "Suites: " suite
        }
        if (lines[i] ~ /^Components:/) lines[i] = "Components: main"
        if (lines[i] ~ /^Types:/) lines[i] = "Types: deb"
        stanza = stanza lines[i] "\n"
      }
      if (found) print stanza
    }' "$file" >>"$tmp/sources/old.sources"
done
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [[ -e $file ]] || continue
  sed -nE "s#^(deb( +\[[^]]*\])? +[^ ]+) +$VERSION_CODENAME +main.*#\1 $suite main#p" "$file" \
    >>"$tmp/sources/old.list"
done
find "$tmp/sources" -size 0 -delete
[[ -n $(ls "$tmp/sources") ]] || fail "no apt source of this machine serves $VERSION_CODENAME main"

apt_options=(
  -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$tmp/sources"
  -o Dir::State::Lists="$tmp/lists" -o Dir::Cache="$tmp/cache"
  -o Acquire::Languages=none -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false
  -o APT::Get::List-Cleanup=false -qq
)
# apt drops to a user that may not be able to write below DEST.
((EUID == 0)) && apt_options+=(-o APT::Sandbox::User=root)
apt-get "${apt_options[@]}" update >"$tmp/log" 2>&1 ||
  fail "apt-get update for $suite failed: $(grep -m1 '^E:' "$tmp/log" || tail -n1 "$tmp/log")"
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
