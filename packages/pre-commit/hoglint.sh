#!/bin/sh
# What .pre-commit-hooks.yaml runs, in the root of the user's repository: the hoglint that the project
# has, since its CI runs the same; else one that is installed; else this version's, by npx.
set -eu
if [ -x node_modules/.bin/hoglint ]; then
  exec node_modules/.bin/hoglint "$@"
fi
if command -v hoglint >/dev/null; then
  exec hoglint "$@"
fi
if command -v npx >/dev/null; then
  version=$(tr '\n' ' ' <"$(dirname "$0")/../../CMakeLists.txt" |
    sed -n 's/.*project(hoglint[^)]*VERSION  *\([0-9][0-9.]*\).*/\1/p')
  exec npx --yes "hoglint@$version" "$@"
fi
echo "hoglint: neither node_modules/.bin/hoglint nor hoglint on the PATH nor npx is there:" \
  "install hoglint, or Node.js for npx" >&2
exit 2
