#!/usr/bin/env bash
# Puts the headers and the static library of libpg_query 18 into DEST (default: .deps/pg_query).
#
# Debian 12 itself ships PostgreSQL 15's grammar; Debian's newest suite has 18 as a binary package.
# This reads that suite's index with package lists of its own and unpacks the one package, so the
# system's sources, lists and package database stay untouched and no root is needed. The mirror is
# the machine's own: its entry for the installed release is copied with only the suite replaced.
#
# usage: fetch_pg_query.sh [DEST]     exit 0: DEST is there; 1: cannot be had here (stderr says why)
set -euo pipefail

readonly min_major=18
readonly suites=(sid testing)
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dest=${1:-$root/.deps/pg_query}

fail() { echo "fetch_pg_query: $*" >&2; exit 1; }

# `ok` is written last: an interrupted run starts over.
[[ -e $dest/ok ]] && exit 0
command -v apt-get >/dev/null && command -v dpkg >/dev/null || fail "no apt-get and dpkg here"
. /etc/os-release
[[ ${ID:-} == debian ]] || fail "not Debian (ID=${ID:-unknown}); its newest suite would not fit"
[[ -n ${VERSION_CODENAME:-} ]] || fail "/etc/os-release names no release (VERSION_CODENAME)"

mkdir -p "$(dirname "$dest")"
tmp=$(mktemp -d "$dest.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp"/{sources,lists/partial,cache/archives/partial,download,unpacked}

# Prints the machine's own entry for its release (not its -security or -updates), with suite $1.
own_entry_for() {
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [[ -e $file ]] || continue
    awk -v release="$VERSION_CODENAME" -v suite="$1" 'BEGIN { RS = ""; ORS = "\n\n" }
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
      }' "$file" >>"$tmp/sources/newest.sources"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [[ -e $file ]] || continue
    sed -nE "s#^(deb( +\[[^]]*\])? +[^ ]+) +$VERSION_CODENAME +main.*#\1 $1 main#p" "$file" \
      >>"$tmp/sources/newest.list"
  done
}

apt_options=(
  -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$tmp/sources"
  -o Dir::State::Lists="$tmp/lists" -o Dir::Cache="$tmp/cache"
  -o Acquire::Languages=none -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false
  -o APT::Get::List-Cleanup=false -qq
)
# apt drops to a user that may not be able to write below DEST.
((EUID == 0)) && apt_options+=(-o APT::Sandbox::User=root)

tried=()
for suite in "${suites[@]}"; do
  rm -f "$tmp"/sources/*
  own_entry_for "$suite"
  find "$tmp/sources" -size 0 -delete
  [[ -n $(ls "$tmp/sources") ]] || fail "no apt source of this machine serves $VERSION_CODENAME main"
  if ! apt-get "${apt_options[@]}" update >"$tmp/log" 2>&1; then
    tried+=("$suite: apt-get update failed: $(grep -m1 '^E:' "$tmp/log" || tail -n1 "$tmp/log")")
    continue
  fi
  version=$(apt-cache "${apt_options[@]}" show --no-all-versions libpg-query-dev 2>/dev/null |
    sed -n 's/^Version: //p')
  if [[ -z $version ]] || dpkg --compare-versions "$version" lt "$min_major"; then
    tried+=("$suite: libpg-query-dev is ${version:-not there}")
    continue
  fi
  if ! (cd "$tmp/download" && apt-get "${apt_options[@]}" download "libpg-query-dev=$version") \
    >"$tmp/log" 2>&1; then
    tried+=("$suite: download failed: $(tail -n1 "$tmp/log")")
    continue
  fi
  dpkg -x "$tmp"/download/*.deb "$tmp/unpacked"
  echo "$version" >"$tmp/unpacked/ok"
  rm -rf "$dest"
  mv "$tmp/unpacked" "$dest"
  echo "fetch_pg_query: libpg-query-dev $version ($suite) is in $dest" >&2
  exit 0
done
fail "libpg_query >= $min_major cannot be had: $(printf '%s; ' "${tried[@]}")"
