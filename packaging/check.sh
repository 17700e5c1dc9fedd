#!/usr/bin/env bash
# Says what is wrong with an executable that is to be released: its size, what it needs of the system
# that it starts on, and its protection.
#
# usage: check.sh [--max BYTES] [--glibc VERSION | --static] UNSTRIPPED STRIPPED
#
# --glibc: the newest version of glibc whose functions it may need; --static: it may need nothing.
# exit 0: all is well; 1: something is wrong (stdout says what); 2: cannot be checked
set -uo pipefail

# "8 MB": what an installation by npm, or a step of a CI, should have to fetch and keep at most.
max=8000000 glibc='' static=false
while (($#)); do
  case $1 in
    --max) max=$2; shift ;;
    --glibc) glibc=$2; shift ;;
    --static) static=true ;;
    *) break ;;
  esac
  shift
done
(($# == 2)) || { echo "check.sh: two files are needed, unstripped and stripped" >&2; exit 2; }
unstripped=$1 stripped=$2
for tool in readelf nm; do
  command -v "$tool" >/dev/null || { echo "check.sh: no $tool here (binutils)" >&2; exit 2; }
done
[[ -x $unstripped && -x $stripped ]] || { echo "check.sh: no such executable" >&2; exit 2; }

wrong=0
fail() { echo "$(basename "$stripped"): $*"; wrong=1; }

size=$(wc -c <"$stripped")
((size <= max)) || fail "$size bytes; at most $max are wanted (docs/design/release.md says where they go)"

header=$(readelf -hW "$stripped") segments=$(readelf -lW "$stripped") dynamic=$(readelf -dW "$stripped")
# Whole tables in variables: under pipefail, a grep -q that stops reading would look like a failure.
symbols=$(nm "$unstripped" 2>/dev/null)

[[ $header =~ Type:\ +DYN ]] || fail "no position-independent executable (-pie)"
[[ $segments == *GNU_RELRO* ]] || fail "no RELRO (-z relro)"
[[ $dynamic =~ BIND_NOW|FLAGS_1.*NOW ]] || fail "not bound at start, so its RELRO is partial (-z now)"
[[ $segments =~ GNU_STACK[^$'\n']*\ RW\ +0x ]] || fail "its stack is executable (-z noexecstack)"
[[ $segments =~ LOAD[^$'\n']*\ RWE\ +0x ]] && fail "a segment can be written and executed"
[[ $symbols == *__stack_chk_fail* ]] || fail "no stack protector (-fstack-protector-strong)"
[[ ${symbols//__stack_chk/} =~ __[a-z]+_chk ]] || fail "nothing is fortified (-D_FORTIFY_SOURCE)"
[[ $(nm "$stripped" 2>&1) == *"no symbols"* ]] || fail "it is not stripped"

needed=$(sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' <<<"$dynamic")
if $static; then
  [[ -z $needed ]] || fail "needs $(tr '\n' ' ' <<<"$needed")"
  [[ $segments != *INTERP* ]] || fail "needs a loader"
else
  for library in $needed; do
    case $library in
      libc.so.6 | libm.so.6 | libpthread.so.0 | libdl.so.2 | ld-linux-*) ;;
      *) fail "needs $library" ;;
    esac
  done
fi
if [[ -n $glibc ]]; then
  newest=$(readelf -VW "$stripped" | grep -oE 'GLIBC_[0-9.]+' | sed 's/GLIBC_//' | sort -V | tail -n 1)
  [[ -n $newest ]] || fail "names no version of glibc"
  [[ $(printf '%s\n' "$newest" "$glibc" | sort -V | tail -n 1) == "$glibc" ]] ||
    fail "needs glibc $newest; $glibc is what Debian 11 and Ubuntu 20.04 have"
fi
((wrong)) || echo "$(basename "$stripped"): $size bytes; protected; needs $(
  $static && echo nothing || echo "glibc ${newest:-} (${needed//$'\n'/, })")"
exit $wrong
