-- file: 0000_init.sql
CREATE TABLE plans (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, slug text NOT NULL, name text, org integer, UNIQUE (org, slug));
CREATE UNIQUE INDEX plans_name_idx ON plans (name) WHERE org IS NULL;
CREATE UNIQUE INDEX plans_lower_idx ON plans (lower(slug));
CREATE TABLE slots (id integer PRIMARY KEY, place integer, CONSTRAINT slots_place UNIQUE (place) DEFERRABLE);
-- file: 0001_seed.sql
-- The columns of an index, in whatever order.
INSERT INTO plans (slug, org) VALUES ('free', 1) ON CONFLICT (slug, org) DO UPDATE SET name = excluded.name;
-- A partial one with a condition, one over an expression, a constraint by its name.
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT (name) WHERE org IS NULL DO NOTHING;
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT (lower(slug)) DO NOTHING;
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT ON CONSTRAINT plans_org_slug_key DO NOTHING;
-- Any of them.
INSERT INTO plans (slug, name) VALUES ('free', 'Free') ON CONFLICT DO NOTHING;
-- A deferrable constraint is not asked, or there may be no row.
INSERT INTO slots (id, place) VALUES (1, 1) ON CONFLICT (id) DO NOTHING;
INSERT INTO slots (id, place) SELECT 1, 1 FROM plans ON CONFLICT (place) DO NOTHING;
-- The numbers are PostgreSQL's.
INSERT INTO plans (id, slug) VALUES (DEFAULT, 'pro');
INSERT INTO plans (id, slug) OVERRIDING USER VALUE SELECT id, 'copy of ' || slug FROM plans;
