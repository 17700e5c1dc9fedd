echo "SKIP_SCHEMA_CHECK=true is for emergencies"
