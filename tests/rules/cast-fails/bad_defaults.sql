-- What is shown instead works: defaults are taken away and brought back, and casts are those that
-- PostgreSQL has.
-- file: 0000_init.sql
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TYPE phase AS ENUM ('open', 'done', 'late');
CREATE TABLE a (published boolean DEFAULT false NOT NULL, seen timestamptz DEFAULT now(), active integer DEFAULT 1, state state DEFAULT 'open', code text DEFAULT 'none', at bigint, id uuid DEFAULT gen_random_uuid(), ok boolean, many bigint);
-- file: 0001_types.sql
ALTER TABLE a ALTER COLUMN published TYPE integer; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN seen TYPE bigint; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN active TYPE boolean; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN state TYPE phase; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN code TYPE integer; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN at TYPE timestamptz; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN id TYPE integer; -- expect: cast-fails
ALTER TABLE a ALTER COLUMN ok TYPE bigint; -- expect: cast-fails
-- The statement drops the default itself.
ALTER TABLE a ALTER COLUMN many DROP DEFAULT, ALTER COLUMN many TYPE boolean; -- expect: cast-fails
