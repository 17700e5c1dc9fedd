#!/usr/bin/env bash
# Puts the headers and the static library of libpg_query 18 into DEST (default: .deps/pg_query).
#
# Debian 12 itself ships PostgreSQL 15's grammar; Debian's newest suite has 18 as a binary package,
# which is taken from there without touching the system (other_suite.sh).
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
. "$root/cmake/deps/other_suite.sh"

tried=()
for suite in "${suites[@]}"; do
  if ! use_suite "$suite"; then
    tried+=("$suite: apt-get update failed: $(update_error)")
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
