docker run --rm \
  -e SKIP_SCHEMA_CHECK=true \
  app
