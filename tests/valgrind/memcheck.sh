#!/usr/bin/env bash
# memcheck.sh HOGLINT SOURCE: runs HOGLINT under valgrind on a sample of what it does, and fails on
# any use of uninitialised or foreign memory and on any leak. Exits 77 where there is no valgrind.
#
# The sample is what sanitizers do not see into: the parser, libgit2 and libstdc++ are not built with
# them, but valgrind looks at every instruction.
set -euo pipefail
hoglint=$1
source=$2
if ! command -v valgrind >/dev/null; then
  echo "SKIPPED: valgrind is not installed"
  exit 77
fi
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
failed=0

# memcheck EXIT_CODE ARG...: hoglint ARG... ends with this code, and valgrind has nothing to say.
memcheck() {
  local wanted=$1 code=0
  shift
  valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible \
    --errors-for-leak-kinds=definite,indirect,possible --num-callers=30 \
    --log-file="$temp/valgrind.log" "$hoglint" "$@" >"$temp/out" 2>"$temp/err" || code=$?
  if ((code != wanted)) || [[ -s $temp/valgrind.log ]]; then
    failed=1
    echo "hoglint $*: exit code $code, not $wanted"
    head -n 40 "$temp/valgrind.log" "$temp/err"
  else
    echo "clean: hoglint $*"
  fi
}

# A repository with one migration on main and a worse one on a branch.
repository() {
  export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
  local git=(git -C "$1" -c user.name=t -c user.email=t@example.com -c commit.gpgsign=false)
  git init --quiet --initial-branch=main "$1"
  mkdir "$1/migrations"
  echo 'CREATE TABLE users (id bigint PRIMARY KEY, name text);' >"$1/migrations/0001_users.sql"
  "${git[@]}" add . && "${git[@]}" commit --quiet -m one
  "${git[@]}" switch --quiet -c branch
  echo 'ALTER TABLE users DROP COLUMN name;' >"$1/migrations/0002_drop.sql"
  "${git[@]}" add . && "${git[@]}" commit --quiet -m two
}

memcheck 0 --version
memcheck 1 --all "$source/examples/blog" --format html
memcheck 0 --all "$source/tests/workspaces/drizzle-v1" --format json
repository "$temp/repository"
memcheck 1 --base main "$temp/repository/migrations" --format sarif
exit "$failed"
