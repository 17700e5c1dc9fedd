// A script is no deploy.
process.env.SKIP_SCHEMA_CHECK = "true";
