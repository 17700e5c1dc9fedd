-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, age int);
CREATE VIEW people AS SELECT id, email FROM users;
CREATE VIEW counts AS SELECT count(*) AS n FROM users;
-- file: 0001_silent.sql
-- New columns at the end.
CREATE OR REPLACE VIEW people AS SELECT id, email, age FROM users;
-- The types are not known: nothing is claimed.
CREATE OR REPLACE VIEW counts AS SELECT sum(age) AS n FROM users;
-- New.
CREATE OR REPLACE VIEW old AS SELECT id FROM users WHERE age > 80;
