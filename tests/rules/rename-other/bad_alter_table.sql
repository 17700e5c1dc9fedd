-- ALTER TABLE renames what is no table as well.
-- file: 0000_init.sql
CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE INDEX users_name ON users (name);
CREATE VIEW names AS SELECT name FROM users;
CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM users;
-- file: 0001_rename.sql
ALTER TABLE names RENAME TO user_names; -- expect: rename-other
ALTER TABLE totals RENAME TO user_totals; -- expect: rename-other
ALTER TABLE users_id_seq RENAME TO people_id_seq; -- expect: rename-other
-- Nobody names an index.
ALTER TABLE users_name RENAME TO people_name;
