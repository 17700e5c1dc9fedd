-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY);
-- file: 0001_silent.sql
-- Only the tool that applies the files reads its table, and it is the owner.
ALTER TABLE "_prisma_migrations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.schema_migrations ENABLE ROW LEVEL SECURITY;
