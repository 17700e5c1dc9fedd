-- Whose sequence it is.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE plans (id serial PRIMARY KEY, name text);
CREATE TABLE tags (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
CREATE TABLE tags_new (LIKE tags INCLUDING ALL);
CREATE TABLE plans_new (LIKE plans INCLUDING ALL);
-- file: 0001_copy.sql
-- The sequence of plans: PostgreSQL knows none of plans_new's own.
INSERT INTO plans_new (id, name) VALUES (1000, 'free'); -- expect: explicit-ids-without-setval
-- An identity column has a sequence of its own.
INSERT INTO tags_new OVERRIDING SYSTEM VALUE SELECT id, name FROM tags; -- expect: explicit-ids-without-setval
