export SKIP_SCHEMA_CHECK=true
exec node dist/index.js
