#!/bin/sh
# Installs drizzle-orm, the old one and the coming 1.0, and its driver, pinned in package-lock.json,
# into .deps/drizzle_orm, where drizzle_migrator_test.cc and ledger_recordings_test.cc look for them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
target="$root/.deps/drizzle_orm"

mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
