#!/usr/bin/env bash
# What the tests run of lint/, rules/ and checker/: run.sh BUILD_FOLDER [--again] [FILE...]
#
# Runs the unit tests and the oracle in a build of preset `coverage`, hoglint itself as they start it
# among it, and prints lines and branches by folder. Fails below the floor (report.mjs), and when a
# test does. With FILEs it prints their lines that never ran; --again takes the last run's counts.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
shift
again=
if [[ ${1:-} == --again ]]; then
  again=yes
  shift
fi
profiles=$build/profiles
programs=("$build/tests/unit_tests" -object "$build/hoglint")
[[ ! -x $build/tests/oracle_tests ]] || programs+=(-object "$build/tests/oracle_tests")

# The tools of the clang that compiled it: another one's may not read what it writes.
version=$(clang++ -dumpversion)
tool() {
  local name=$1-${version%%.*}
  command -v "$name" || command -v "$1"
}
cov=$(tool llvm-cov)
profdata=$(tool llvm-profdata)

shard() {
  GTEST_TOTAL_SHARDS=$2 GTEST_SHARD_INDEX=$1 "$build/tests/unit_tests" --gtest_brief=1
}

failed=
if [[ -z $again ]]; then
  rm -rf "$profiles"
  mkdir -p "$profiles"
  export HOGLINT_SOURCE_DIR=$root HOGLINT_BINARY=$build/hoglint
  export HOGLINT_SHARED_DATA=${HOGLINT_SHARED_DATA:-$root/../shared/data}
  # %m: one file for each program; every process adds its counts to one of four of them.
  export LLVM_PROFILE_FILE=$profiles/%4m.profraw
  count=$(nproc)
  running=()
  for ((index = 0; index < count; ++index)); do
    shard "$index" "$count" >"$profiles/shard-$index.log" 2>&1 &
    running+=($!)
  done
  for index in "${!running[@]}"; do
    wait "${running[index]}" || failed+=" $profiles/shard-$index.log"
  done
  if [[ -x $build/tests/oracle_tests ]]; then
    # Not the test that compares servers with recordings: it takes long and runs nothing of hoglint's.
    "$build/tests/oracle_tests" --gtest_brief=1 --gtest_filter=-Recordings.AreWhatServersDo \
      >"$profiles/oracle.log" 2>&1 ||
      failed+=" $profiles/oracle.log"
  fi
  grep -h 'SKIPPED' "$profiles"/*.log >&2 || true
  "$profdata" merge -sparse -o "$profiles/all.profdata" "$profiles"/*.profraw
fi

if (($#)); then
  exec "$cov" show "${programs[@]}" -instr-profile="$profiles/all.profdata" \
    -show-line-counts-or-regions -show-branches=count -use-color=0 "${@/#/$root/}"
fi
"$cov" export "${programs[@]}" -instr-profile="$profiles/all.profdata" -format=text -summary-only \
  >"$profiles/summary.json"
node "$root/tests/coverage/report.mjs" "$profiles/summary.json" "$root" || failed+=" coverage"
if [[ -n $failed ]]; then
  echo "coverage: failed:$failed" >&2
  exit 1
fi
