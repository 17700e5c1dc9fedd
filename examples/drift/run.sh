#!/usr/bin/env bash
# What `hoglint drift` says of one database after a deploy, after db:push and after an edit, shown on
# a throw-away PostgreSQL: ./dev example drift. HOGLINT is the program; POSTGRES_BIN the folder of
# initdb, found where Debian has it if it is not set.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
hoglint=${HOGLINT:-hoglint}
bin=${POSTGRES_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}
[[ -x $bin/initdb ]] || { echo "example: no PostgreSQL server on this machine" >&2; exit 3; }

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
cp -r "$here/drizzle" "$work/drizzle"
cluster "$bin/initdb" -D "$work/data" -U app -A trust --no-sync >"$work/initdb.log" 2>&1
cluster "$bin/pg_ctl" -D "$work/data" -s -w -l "$work/data/log" \
  -o "-c listen_addresses='' -k $work -p 54329" start
export PGHOST=$work PGPORT=54329 PGUSER=app PGDATABASE=app
"$bin/createdb" app
sql() { "$bin/psql" -q -v ON_ERROR_STOP=1 "$@"; }

# What drizzle-orm's migrator does with one file.
migrate() {
  sql -f "$work/drizzle/$1.sql"
  sql -c "INSERT INTO drizzle.__drizzle_migrations (hash, created_at)
          VALUES ('$(sha256sum <"$work/drizzle/$1.sql" | cut -d' ' -f1)', $2)"
}
# The command as a user types it, and what it prints.
drift() {
  echo "\$ hoglint drift $*"
  (cd "$work" && "$hoglint" drift "$@" 2>&1) | sed "s|$work|/run/postgresql|"
  echo
}

sql -c "CREATE SCHEMA drizzle; CREATE TABLE drizzle.__drizzle_migrations
        (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)"
echo "# The first migration is deployed, the second is not."
migrate 0000_users 1767605400000
drift drizzle || true

echo "# Both are."
migrate 0001_posts 1770905100000
drift drizzle

echo "# Somebody ran db:push, and somebody edited the migration that is applied."
sql -c 'ALTER TABLE users ADD COLUMN nickname text'
echo 'CREATE INDEX "users_email_idx" ON "users" ("email");' >>"$work/drizzle/0000_users.sql"
drift drizzle || true
