-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE users (id uuid PRIMARY KEY, name text, mail text);
CREATE VIEW a AS SELECT id, name FROM users;
CREATE VIEW b AS SELECT id, name FROM users;
CREATE VIEW c AS SELECT id, name FROM users;
CREATE MATERIALIZED VIEW d AS SELECT id, name FROM users;
CREATE MATERIALIZED VIEW e AS SELECT id FROM users;
CREATE VIEW f AS SELECT id FROM users;
CREATE VIEW f_too AS SELECT id FROM f;
CREATE VIEW g AS SELECT id FROM users;
CREATE VIEW h AS SELECT id FROM users;
CREATE VIEW h_too AS SELECT id FROM h;
-- file: 0001_views.sql
-- A list of names, a star, an expression: what the new view has.
DROP VIEW a; -- expect: drop-view
CREATE VIEW a (id, label) AS SELECT id, name FROM users;
DROP VIEW b; -- expect: drop-view
CREATE VIEW b AS SELECT * FROM users;
DROP VIEW c; -- expect: drop-view
CREATE VIEW c AS SELECT id, mail FROM users;
-- Made again as what it was, or under its name in another schema.
DROP MATERIALIZED VIEW d; -- expect: drop-view
CREATE MATERIALIZED VIEW d AS SELECT id FROM users;
DROP MATERIALIZED VIEW e; -- expect: drop-view
CREATE MATERIALIZED VIEW other.e AS SELECT id FROM users;
DROP VIEW g; -- expect: drop-view
CREATE VIEW other.g AS SELECT id FROM users;
-- The first of several lists what goes along; without CASCADE nothing does.
DROP VIEW f, missing CASCADE; -- expect: drop-view, drop-view, will-fail
-- A view that no file creates may still be there.
DROP VIEW never_created; -- expect: drop-view
CREATE VIEW never_created AS SELECT id FROM users;
