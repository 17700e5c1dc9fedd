#!/usr/bin/env bash
# Fills the formula from made-up checksums, and shows what fill.sh refuses.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0
fail() { echo "FAILED: $*"; failed=1; }
one=$(printf '1%.0s' {1..64}) two=$(printf '2%.0s' {1..64})
printf '%s  hoglint-1.2.3-linux-x64.tar.gz\n%s  hoglint-1.2.3-linux-x64-glibc.tar.gz\n%s  hoglint-1.2.3-darwin-arm64.tar.gz\n' \
  "$one" "${two/2/3}" "$two" >"$tmp/sums"

"$here/fill.sh" 1.2.3 "$tmp/sums" >"$tmp/hoglint.rb" || fail "fill.sh fails"
formula=$(<"$tmp/hoglint.rb")
[[ $formula == *"/v1.2.3/hoglint-1.2.3-linux-x64.tar.gz\""*"sha256 \"$one\""* ]] || fail "no Linux: $formula"
[[ $formula == *"hoglint-1.2.3-darwin-arm64.tar.gz\""*"sha256 \"$two\""* ]] || fail "no macOS: $formula"
[[ $formula != *-glibc* && $formula != *arm64*arm64.tar.gz*linux-arm64* ]] || fail "too much: $formula"
[[ $formula != *@* ]] || fail "a place is not filled: $formula"
if command -v ruby >/dev/null; then
  ruby -wc "$tmp/hoglint.rb" >"$tmp/log" 2>&1 || fail "no Ruby: $(<"$tmp/log")"
else
  echo "not parsed as Ruby: no ruby on this machine"
fi
"$here/fill.sh" 1.2.4 "$tmp/sums" >/dev/null 2>&1 && fail "takes checksums of another version"
sed 's/^1*/short/' "$tmp/sums" >"$tmp/broken"
"$here/fill.sh" 1.2.3 "$tmp/broken" >/dev/null 2>&1 && fail "takes what is no SHA-256"
((failed)) || echo "the formula is filled"
exit $failed
