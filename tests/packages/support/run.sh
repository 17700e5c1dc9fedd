#!/bin/sh
# Runs a test written for node; 77 means that it was skipped. HOGLINT_SOURCE_DIR, HOGLINT_BINARY and
# HOGLINT_PACKED are set by ctest.
set -eu
for tool in node npm git; do
  command -v "$tool" >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
done
if [ ! -d "$HOGLINT_SOURCE_DIR/.deps/package_tools/node_modules" ]; then
  echo "skipped: tests/packages/tools/install.sh has not run (./dev deps test)"
  exit 77
fi
# The tests say themselves which base and folders they mean.
unset GITHUB_BASE_REF GITHUB_REF CI_MERGE_REQUEST_TARGET_BRANCH_NAME 2>/dev/null || true
exec node "$@"
