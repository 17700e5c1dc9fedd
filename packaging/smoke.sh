#!/usr/bin/env bash
# Runs a packaged executable once through what its way of linking could break: reading git, YAML,
# TOML and TypeScript, exceptions of the libraries that throw, and the loading of libpq.
#
# usage: smoke.sh EXECUTABLE SOURCE_FOLDER static|shared
set -uo pipefail
hoglint=$1 source=$2 kind=$3
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0
# expect CODE WORDS ARGUMENT...: runs hoglint in $tmp/project.
expect() {
  local code=$1 words=$2 said
  shift 2
  said=$(cd "$tmp/project" && "$hoglint" "$@" 2>&1)
  local got=$?
  if ((got != code)) || [[ $said != *"$words"* ]]; then
    echo "$kind: hoglint $* gives $got and not $code with '$words': $(tail -c 400 <<<"$said")"
    failed=1
  fi
}

cp -R "$source/examples/blog" "$tmp/project"
expect 0 'grammar of PostgreSQL 18' --version
expect 1 '[drop-column]' --all .
# CLI11 throws at these; yaml-cpp at the workflow.
expect 2 'no option --nonsense' --nonsense
expect 2 "no 'nope'" --format nope
expect 2 'base' --base
mkdir -p "$tmp/project/.github/workflows" "$tmp/project/src"
cd "$tmp/project" || exit 2
echo '{ "name": "blog", "dependencies": { "drizzle-orm": "0.44.0" } }' >package.json
printf 'on: push\njobs:\n  a: [}\n' >.github/workflows/broken.yml
printf '[deploy]\nstartCommand = "npx drizzle-kit push"\n' >railway.toml
cat >drizzle.config.ts <<'TS'
export default { dialect: "postgresql", schema: "./src/schema.ts", out: "./drizzle" };
TS
cat >src/schema.ts <<'TS'
import { pgTable, text } from "drizzle-orm/pg-core";
export const fresh = pgTable("fresh_table", { id: text("id").primaryKey() });
TS
expect 1 'railway.toml' --all .
expect 1 'broken.yml' --all .
expect 1 'fresh_table' --all .
if command -v git >/dev/null; then
  # Somebody else's repository, as in a container or on a mounted folder.
  (
    cd "$tmp/project" && git init -q -b main && git add . &&
      git -c user.name=a -c user.email=a@example.com commit -qm 'Release 1'
  ) || failed=1
  ((EUID == 0)) && chown -R 12345:12345 "$tmp/project"
  expect 0 'taken as merged' --base ':/Release [0-9]' drizzle
else
  echo "$kind: reading a git repository is not tried: no git here"
fi
case $kind in
  static) expect 2 'starts on every Linux' drift --database-url postgresql://u@127.0.0.1:9/x . ;;
  *)
    said=$(cd "$tmp/project" && "$hoglint" drift --database-url postgresql://u@127.0.0.1:9/x . 2>&1)
    # Either libpq is there and is refused, or it is not and hoglint says so.
    if (($? != 2)) || [[ $said != *127.0.0.1* && $said != *libpq.so.5* ]]; then
      echo "$kind: hoglint drift says: $said"
      failed=1
    fi
    [[ $said == *libpq.so.5* ]] && echo "$kind: loading libpq is not tried: it is not on this machine"
    ;;
esac
((failed)) || echo "$kind: reads git, YAML, TOML and TypeScript, and fails as it should"
exit $failed
