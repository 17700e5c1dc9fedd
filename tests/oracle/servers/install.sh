#!/bin/sh
# Installs the PostgreSQL servers that tests/oracle observes (one per major version, pinned in
# package-lock.json) into .deps/servers/<major>, where PostgresServer's FindServers() looks.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
target="$root/.deps/servers"

mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
cd "$target"
# Scripts of packages are not trusted blindly: the one that is needed is run by name below.
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
for package in node_modules/pg*; do
  # An npm archive holds no symbolic links; the package restores them from a list it carries.
  (cd "$package" && node scripts/hydrate-symlinks.js)
  chmod -R u+rwX,go+rX "$package/native"
  chmod +x "$package"/native/bin/*
  major=${package##*/pg}
  ln -sfn "$package/native" "$major"
  "$major/bin/postgres" --version
done
