-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 0001_slug.sql
ALTER TABLE users ADD COLUMN slug text;
-- Batches in a loop are still one transaction.
DO $$
BEGIN
  LOOP
    UPDATE users SET slug = lower(name) WHERE id IN (SELECT id FROM users WHERE slug IS NULL LIMIT 500); -- expect: ddl-with-backfill
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;
