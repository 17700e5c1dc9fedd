#!/usr/bin/env bash
# PostgreSQL's own regression suite, through a throw-away server and through hoglint: see README.md.
# usage: regress.sh FOLDER [FILE...]: FOLDER is src/test/regress of PostgreSQL's source, FILE a name
# in its sql/ without .sql. HOGLINT is the program; POSTGRES_BIN the folder of initdb, found where
# Debian has it if it is not set.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ -f ${1:-}/sql/test_setup.sql ]] || {
  echo "regress: '${1:-}' is no src/test/regress of PostgreSQL's source (15 or later)" >&2
  exit 2
}
bin=${POSTGRES_BIN:-$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)}
[[ -x $bin/initdb ]] || { echo "regress: no PostgreSQL server on this machine" >&2; exit 3; }

work=$(mktemp -d)
cluster() { # PostgreSQL refuses to run as root
  if ((EUID == 0)); then runuser -u nobody -- "$@"; else "$@"; fi
}
finish() {
  cluster "$bin/pg_ctl" -D "$work/data" -m immediate -s stop 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
((EUID != 0)) || chown nobody "$work"
cluster "$bin/initdb" -D "$work/data" -U postgres -A trust --no-sync >"$work/initdb.log" 2>&1
cluster "$bin/pg_ctl" -D "$work/data" -s -w -l "$work/data/log" \
  -o "-c listen_addresses='' -k $work -p 54330 -c fsync=off" start
export PGHOST=$work PGPORT=54330 PGUSER=postgres HOGLINT=${HOGLINT:-hoglint}
export REGRESS_PSQL=$bin/psql REGRESS_WORK=$work
node "$here/regress.mjs" "$@"
