#!/bin/sh
# What ./dev bench measures works: smoke.sh HOGLINT BARE_PARSE WRITE_HISTORY. A synthetic history
# with snapshots parses, its journal is sound, and its SQL and snapshots agree.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$3" 120 "$folder/drizzle" --snapshots
"$3" 120 "$folder/again" --snapshots
diff -r "$folder/drizzle" "$folder/again"
"$2" "$folder/drizzle" | grep '^120 files, .* 0 files do not parse$'
report=$("$1" check --all --format json "$folder/drizzle") || [ $? -eq 1 ]
echo "$report" | grep '"migrations": 120'
if echo "$report" | grep -E '"rule": "(syntax-error|will-fail|.*snapshot.*|.*journal.*)"'; then
  echo "the synthetic history is not sound: see above" >&2
  exit 1
fi
