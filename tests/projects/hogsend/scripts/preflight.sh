#!/usr/bin/env bash
# Builds the image and starts it once against nothing, as the platform would.
set -euo pipefail

image="acme-lifecycle:preflight"
docker build -t "$image" .

# There is no database here: without the guard, what is left is whether the image starts.
docker run --rm -d --name preflight \
  -e DATABASE_URL=postgresql://nobody@127.0.0.1:1/none \
  -e SKIP_SCHEMA_CHECK=true \
  -p 3002:3002 "$image"
trap 'docker rm -f preflight >/dev/null' EXIT

for _ in $(seq 1 30); do
  curl -fsS http://127.0.0.1:3002/v1/health >/dev/null && exit 0
  sleep 1
done
echo "the image did not answer" >&2
exit 1
