#!/bin/sh
# Installs drizzle-kit and drizzle-orm, pinned in package-lock.json, into .deps/drizzle_kit, where
# declared_schema_test.cc and drizzle_generate_test.cc look for them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
target="$root/.deps/drizzle_kit"

mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
