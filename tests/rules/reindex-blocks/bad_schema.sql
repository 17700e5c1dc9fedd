-- runner: per-file
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE app.users (id bigint PRIMARY KEY);
-- file: 0001_reindex.sql
REINDEX SCHEMA app; -- expect: reindex-blocks
