#!/bin/sh
# Installs pnpm, TypeScript, husky, lefthook and what reads CI's YAML, pinned in package-lock.json,
# into .deps/package_tools. The tests that use them skip aloud without.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$(cd "$here/../../.." && pwd)/.deps/package_tools"
mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
