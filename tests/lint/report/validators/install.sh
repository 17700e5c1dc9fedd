#!/bin/sh
# Installs the validators, pinned in package-lock.json, into .deps/validators: the schema of SARIF
# 2.1.0 and ajv. The test that uses them skips aloud without.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$(cd "$here/../../../.." && pwd)/.deps/validators"
mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$here/validate.cjs" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
