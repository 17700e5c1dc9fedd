#!/usr/bin/env bash
# The floor of report.mjs holds: made-up summaries at and below it. Exits 77 without node.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if ! command -v node >/dev/null; then
  echo "SKIPPED: there is no Node.js"
  exit 77
fi
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

# summary RULES_LINES: lint/ and checker/ at 95 %, rules/ with so many of its 100 lines.
summary() {
  local one='{"filename":"/r/%s/x.cc","summary":{"lines":{"count":100,"covered":%d},"branches":{"count":40,"covered":30}}}'
  # shellcheck disable=SC2059
  printf "{\"data\":[{\"files\":[$one,$one,$one]}]}" lint/base 95 rules "$1" checker/cli 95 >"$temp/summary.json"
}

report() { node "$here/report.mjs" "$temp/summary.json" /r >"$temp/out" 2>"$temp/err"; }

summary 90
report
grep -q '^checker/cli  .* 95\.0 % .* 75\.0 %$' "$temp/out"
summary 89
if report; then
  echo "89 % passed" >&2
  exit 1
fi
grep -q '^coverage: rules/ has 89\.0 % of its lines run; 90 % is the floor$' "$temp/err"
# What has no figure at all is not taken for covered.
echo '{"data":[{"files":[]}]}' >"$temp/summary.json"
if report; then
  echo "nothing passed" >&2
  exit 1
fi
