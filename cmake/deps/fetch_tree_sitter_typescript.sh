#!/bin/sh
# Puts the generated C parsers of tree-sitter-typescript, of TypeScript and of TSX (pinned in cmake/deps/tree_sitter) into DEST
# (default: .deps/tree_sitter_typescript). Needs npm and its registry; none of the package's scripts
# is run.
#
# usage: fetch_tree_sitter_typescript.sh [DEST]   exit 0: DEST is there; 1: cannot be had here
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
dest=${1:-$root/.deps/tree_sitter_typescript}

# `ok` is written last: an interrupted run starts over.
[ -e "$dest/ok" ] && [ -e "$dest/tsx/src/parser.c" ] && exit 0
command -v npm >/dev/null || { echo "fetch_tree_sitter_typescript: no npm here" >&2; exit 1; }
mkdir -p "$dest"
rm -f "$dest/ok"
cp "$here/tree_sitter/package.json" "$here/tree_sitter/package-lock.json" \
  "$here/tree_sitter/.npmrc" "$dest/"
(cd "$dest" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) || exit 1
package=$dest/node_modules/tree-sitter-typescript
[ -e "$package/typescript/src/parser.c" ] && [ -e "$package/tsx/src/parser.c" ] || exit 1
rm -rf "$dest/typescript" "$dest/tsx" "$dest/common" "$dest/LICENSE"
cp -R "$package/typescript" "$package/tsx" "$package/common" "$package/LICENSE" "$dest/"
rm -rf "$dest/node_modules"
touch "$dest/ok"
