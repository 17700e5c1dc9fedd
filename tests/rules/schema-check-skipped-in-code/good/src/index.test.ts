process.env.SKIP_SCHEMA_CHECK = "true";
