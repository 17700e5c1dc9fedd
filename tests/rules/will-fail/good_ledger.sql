-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY);
-- file: 0001_silent.sql
-- The tool that applies the files makes its own table before the first of them.
ALTER TABLE "_prisma_migrations" ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON public.schema_migrations FROM PUBLIC;
COMMENT ON TABLE flyway_schema_history IS 'Flyway''s';
