-- An INSERT that cannot tell which rows ON CONFLICT is about, and one into a column that PostgreSQL
-- numbers itself.
-- file: 0000_init.sql
CREATE TABLE plans (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, slug text NOT NULL, name text, org integer);
CREATE UNIQUE INDEX plans_name_idx ON plans (name) WHERE org IS NULL;
CREATE TABLE slots (id integer PRIMARY KEY, place integer, CONSTRAINT slots_place UNIQUE (place) DEFERRABLE);
-- file: 0001_seed.sql
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT (slug) DO NOTHING; -- expect: will-fail
-- Too late for the first one, in time for the next.
CREATE UNIQUE INDEX plans_slug_idx ON plans (slug); -- expect: create-index-blocks
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT (slug) DO NOTHING;
-- The index is there, and does not hold every row.
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT (name) DO UPDATE SET slug = 'free'; -- expect: will-fail
-- An index is no constraint.
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT ON CONSTRAINT plans_slug_idx DO NOTHING; -- expect: will-fail
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT (slug) DO UPDATE SET title = 'Free'; -- expect: will-fail
INSERT INTO slots (id, place) VALUES (1, 1) ON CONFLICT (place) DO NOTHING; -- expect: will-fail
INSERT INTO plans (id, slug) VALUES (1, 'pro'); -- expect: will-fail
INSERT INTO plans SELECT id, 'copy of ' || slug FROM plans; -- expect: ddl-with-backfill, will-fail
