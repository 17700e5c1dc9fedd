-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, age int);
CREATE VIEW people AS SELECT id, email, age FROM users;
CREATE VIEW names AS SELECT id, email FROM users;
CREATE VIEW ages AS SELECT age FROM users;
-- file: 0001_replace.sql
CREATE OR REPLACE VIEW people AS SELECT id, email FROM users; -- expect: replace-view
CREATE OR REPLACE VIEW names AS SELECT id, age, email FROM users; -- expect: replace-view
CREATE OR REPLACE VIEW ages AS SELECT email AS age FROM users; -- expect: replace-view
