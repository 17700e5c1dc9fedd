#!/bin/sh
# Installs what reads reports, pinned in package-lock.json, into .deps/validators: the schema of
# SARIF 2.1.0 and ajv, Microsoft's sarif-multitool (on x64), parsers of HTML, XML and GitHub's
# Markdown, html-validate, and playwright-core, which drives a Chromium that is there (it downloads
# none). The tests that use them skip aloud without.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$(cd "$here/../../../.." && pwd)/.deps/validators"
mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$here/multitool.xml" "$here"/*.cjs "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
# What its install script would do.
multitool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
[ ! -e $multitool ] || chmod u+x $multitool
