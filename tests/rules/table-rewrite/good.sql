-- file: 0000_init.sql
CREATE TABLE counters (id bigserial PRIMARY KEY, small smallserial, number serial);
CREATE TABLE orders (id integer PRIMARY KEY, code varchar(20), price numeric(10, 2), at timestamp, state text DEFAULT 'open');
-- file: 0001_silent.sql
-- Stored alike: longer, or without a limit.
ALTER TABLE orders ALTER COLUMN code TYPE varchar(40);
ALTER TABLE orders ALTER COLUMN code TYPE text;
ALTER TABLE orders ALTER COLUMN price TYPE numeric(12, 2);
-- The same number while the session's TimeZone is UTC.
ALTER TABLE orders ALTER COLUMN at TYPE timestamptz;
-- serial is an integer with a sequence.
ALTER TABLE counters ALTER COLUMN id TYPE bigint, ALTER COLUMN small TYPE smallint;
ALTER TABLE counters ALTER COLUMN number SET DATA TYPE int4;
-- One value for all rows is kept in the catalogue.
ALTER TABLE orders ADD COLUMN created_at timestamptz DEFAULT now() NOT NULL;
-- For new rows only.
ALTER TABLE orders ADD COLUMN token uuid;
ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();
-- The same batch has created the table.
CREATE TABLE items (id integer PRIMARY KEY);
ALTER TABLE items ALTER COLUMN id TYPE bigint;
