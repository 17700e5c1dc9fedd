#!/usr/bin/env bash
# Shows that check.sh finds each thing that it looks for: a small program is linked well, and then
# with one thing wrong at a time. Needs a C compiler and binutils.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
compiler=${CC:-cc}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cat >"$tmp/main.c" <<'C'
#include <stdio.h>
#include <string.h>
int main(int count, char** words) {
  char text[64];
  strcpy(text, words[0]);
  return printf("%s\n", text) < count;
}
C

failed=0
good=(-O2 -fPIE -pie -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 "-Wl,-z,relro,-z,now"
  "-Wl,-z,noexecstack")
# expect WORDS FLAG... [-- CHECK_OPTION...]: what check.sh must print of a program with these flags.
expect() {
  local words=$1 flags=() options=()
  shift
  while (($#)) && [[ $1 != -- ]]; do flags+=("$1"); shift; done
  (($#)) && options=("${@:2}")
  "$compiler" "${good[@]}" "${flags[@]}" "$tmp/main.c" -o "$tmp/main" 2>"$tmp/log" ||
    { echo "FAILED: does not compile with ${flags[*]}"; cat "$tmp/log"; failed=1; return; }
  strip -o "$tmp/main.stripped" "$tmp/main"
  local said
  said=$("$here/check.sh" "${options[@]}" "$tmp/main" "$tmp/main.stripped")
  local code=$? wanted=1
  [[ $words == protected ]] && wanted=0
  if [[ $said != *"$words"* ]] || ((code != wanted)); then
    echo "FAILED: with '${flags[*]} ${options[*]}' check.sh does not say '$words' but ($code): $said"
    failed=1
  fi
}

expect protected
expect 'bytes; at most 100' -- --max 100
expect 'no position-independent' -fno-pie -no-pie
expect 'no RELRO' -Wl,-z,norelro
expect 'its RELRO is partial' -Wl,-z,lazy
expect 'its stack is executable' -Wl,-z,execstack
expect 'no stack protector' -fno-stack-protector
expect 'nothing is fortified' -U_FORTIFY_SOURCE
expect 'needs libz' -Wl,--no-as-needed -x none -l:libz.so.1
expect 'needs a loader' -- --static
expect 'needs libc.so.6' -- --static
expect 'needs glibc 2.' -- --glibc 2.0
[[ $("$here/check.sh" "$tmp/main" "$tmp/main") == *'not stripped'* ]] ||
  { echo "FAILED: takes a file with symbols for a stripped one"; failed=1; }
"$here/check.sh" "$tmp/none" "$tmp/none" 2>/dev/null
(($? == 2)) || { echo "FAILED: takes a file that is not there"; failed=1; }
((failed)) || echo "check.sh finds what it looks for"
exit $failed
