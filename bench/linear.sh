#!/bin/bash
# Eight times the migrations may take at most twelve times the processor time: linear.sh HOGLINT
# WRITE_HISTORY. A quadratic step shows as 20 and more at these sizes. docs/design/performance.md has
# the exponents up to 100,000 migrations, which `./dev bench` fits.
set -euo pipefail
shopt -s inherit_errexit
hoglint=$1 write_history=$2
exec 3>&2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Findings are no failure; all else is, or a crash would pass for speed.
lint() {
  local status=0
  "$hoglint" check --all --quiet --format json "$1" >/dev/null 2>&1 || status=$?
  ((status <= 1)) || { echo "hoglint ended with $status" >&3; return "$status"; }
}

# Milliseconds of processor time that linting $1 migrations takes: the least of three runs.
cost() {
  "$write_history" "$1" "$folder/$1" >/dev/null
  local TIMEFORMAT='%3U %3S' best='' used
  for _ in 1 2 3; do
    used=$({ time lint "$folder/$1"; } 2>&1)
    used=$(awk '{ print int(($1 + $2) * 1000) }' <<<"$used")
    [[ -n $best && $best -le $used ]] || best=$used
  done
  rm -r "${folder:?}/$1"
  echo "$best"
}

few=$(cost 2000)
many=$(cost 16000)
echo "2,000 migrations: $few ms; 16,000: $many ms"
# No machine reads 2,000 migrations in 10 ms: what does is not hoglint.
((few >= 10 && many <= 12 * few)) || { echo "not linear, or not measured" >&2; exit 1; }
