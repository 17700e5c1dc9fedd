-- Views that come back without what the files granted on them.
-- file: 0000_init.sql
DO $$ BEGIN CREATE ROLE app_rw; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE reporting; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, name FROM users;
CREATE VIEW ids AS SELECT id, name FROM users;
CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM users;
CREATE UNIQUE INDEX counts_n ON counts (n);
CREATE VIEW plain AS SELECT id FROM users;
GRANT SELECT ON names, ids TO app_rw, reporting;
GRANT SELECT ON counts TO reporting;
CREATE SCHEMA api;
CREATE VIEW first AS SELECT id FROM users;
GRANT SELECT ON first TO reporting;
ALTER VIEW first RENAME TO second;
ALTER VIEW second SET SCHEMA api;
CREATE VIEW late AS SELECT id FROM users;
GRANT SELECT ON late TO reporting;
DROP VIEW late;
CREATE VIEW late AS SELECT id FROM users;
-- file: 0001_views.sql
DROP VIEW names; -- expect: drop-view
CREATE VIEW names AS SELECT id, name FROM users WHERE name <> '';
-- Without a column either.
DROP VIEW ids; -- expect: drop-view
CREATE VIEW ids AS SELECT id FROM users;
GRANT SELECT ON ids TO app_rw;
-- Without its index either.
DROP MATERIALIZED VIEW counts; -- expect: drop-view
CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM users WHERE id > 0;
-- The files grant it to nobody: a note.
DROP VIEW plain; -- expect: drop-view
CREATE VIEW plain AS SELECT id FROM users WHERE id > 0;
-- It was granted under another name.
DROP VIEW api.second; -- expect: drop-view
CREATE VIEW api.second AS SELECT id FROM users WHERE id > 0;
-- What was granted on one before it is gone already: a note.
DROP VIEW late; -- expect: drop-view
CREATE VIEW late AS SELECT id FROM users WHERE id > 0;
