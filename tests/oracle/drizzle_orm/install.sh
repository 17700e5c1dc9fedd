#!/bin/sh
# Installs drizzle-orm and its driver, pinned in package-lock.json, into .deps/drizzle_orm, where
# drizzle_migrator_test.cc looks for them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
target="$root/.deps/drizzle_orm"

mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
