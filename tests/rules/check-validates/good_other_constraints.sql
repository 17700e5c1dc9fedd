-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
-- file: 0001_silent.sql
-- What a temporary table holds nobody waits for.
CREATE TEMP TABLE scratch (total numeric);
INSERT INTO scratch VALUES (1);
ALTER TABLE scratch ADD CHECK (total > 0);
-- A table that cannot exist.
ALTER TABLE IF EXISTS gone ADD CONSTRAINT gone_total CHECK (total > 0);
