#!/bin/sh
# Runs the Node.js tests that are named (files of this folder); exits with 77, which ctest shows as
# skipped, where what they need is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
skip() {
  echo "SKIPPED: $1"
  exit 77
}
command -v node >/dev/null || skip "there is no Node.js"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' ||
  skip "these tests need Node.js 20, here is $(node --version)"
[ -d "$root/.deps/action_tools/node_modules" ] || skip "no tools: tests/action/install.sh installs them"
for program in bash curl git tar; do
  command -v "$program" >/dev/null || skip "there is no $program"
done
cd "$here"
exec node --test "$@"
