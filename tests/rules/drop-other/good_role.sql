-- file: 0000_init.sql
CREATE ROLE auditors;
CREATE ROLE visitors;
CREATE ROLE guests;
CREATE ROLE editors;
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY);
GRANT SELECT ON users TO auditors, guests;
GRANT SELECT ON posts TO visitors;
REVOKE SELECT ON users FROM guests;
-- file: 0001_silent.sql
-- Everything of it is taken back first.
REVOKE ALL ON users FROM auditors;
DROP ROLE auditors;
-- What it held privileges on is gone, or they were revoked before.
ALTER TABLE posts RENAME TO articles;
CREATE VIEW posts AS SELECT * FROM articles;
GRANT SELECT ON posts TO visitors;
REVOKE ALL ON articles, posts FROM visitors;
DROP ROLE visitors;
DROP ROLE IF EXISTS guests;
-- It never had any.
DROP ROLE editors;
