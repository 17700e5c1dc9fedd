#!/bin/sh
# Installs the other linters, pinned in package-lock.json, into .deps/comparison, where compare.mjs
# looks for them. No test needs them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
target="$root/.deps/comparison"

mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
