#!/bin/sh
set -e
if [ -n "$DATABASE_URL" ]; then
  npx drizzle-kit push --force # at last
fi
exec "$@"
