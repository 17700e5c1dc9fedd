-- Another table, or a view, takes the place of the dropped one before anybody sees a gap.
-- all
-- file: 0000_init.sql
CREATE TABLE tags (id serial PRIMARY KEY, name text NOT NULL, note text);
CREATE TABLE labels (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE users (id integer PRIMARY KEY, email text UNIQUE);
CREATE TABLE plans (id integer PRIMARY KEY, name text);
CREATE TABLE teams (id integer PRIMARY KEY);
GRANT SELECT, INSERT ON users TO pg_monitor;
GRANT SELECT ON tags TO pg_monitor;
-- file: 0001_like.sql
CREATE TABLE tags_new (LIKE tags INCLUDING ALL);
INSERT INTO tags_new SELECT * FROM tags;
ALTER SEQUENCE tags_id_seq OWNED BY tags_new.id;
DROP TABLE tags; -- expect: drop-table
ALTER TABLE tags_new RENAME TO tags;
-- file: 0002_as.sql
-- What CREATE TABLE AS does not copy, and a column that it leaves out.
CREATE TABLE tags_new AS SELECT id, name FROM tags;
DROP TABLE tags; -- expect: drop-table
ALTER TABLE tags_new RENAME TO tags;
-- file: 0003_renamed.sql
-- The old table is renamed before, and nobody writes to it from before the copy on. The rest is
-- given to the new one behind it.
LOCK TABLE users IN SHARE MODE; -- expect: lock-table
CREATE TABLE users_new AS SELECT id, email FROM users; -- expect: ddl-with-backfill
ALTER TABLE users RENAME TO users_old; -- expect: rename-table
ALTER TABLE users_new RENAME TO users;
DROP TABLE users_old; -- expect: drop-table
ALTER TABLE users ADD PRIMARY KEY (id);
-- file: 0004_view.sql
INSERT INTO labels SELECT id, name FROM plans;
DROP TABLE plans; -- expect: drop-table
CREATE VIEW plans WITH (security_invoker = true) AS SELECT id, name FROM labels;
-- file: 0005_empty.sql
CREATE TABLE teams_new (id integer PRIMARY KEY);
DROP TABLE teams; -- expect: drop-table
ALTER TABLE teams_new RENAME TO teams;
