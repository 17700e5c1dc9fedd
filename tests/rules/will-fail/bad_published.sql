-- A table that a publication names stays logged.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE visits (id uuid PRIMARY KEY);
CREATE TABLE tags (id uuid PRIMARY KEY);
CREATE TABLE posts (author uuid REFERENCES users (id));
CREATE PUBLICATION app FOR TABLE visits, tags;
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert');
ALTER PUBLICATION app DROP TABLE tags;
-- file: 0001_unlogged.sql
ALTER TABLE visits SET UNLOGGED; -- expect: table-rewrite, unlogged-table, will-fail
-- A publication of all tables lets it go.
ALTER TABLE tags SET UNLOGGED; -- expect: table-rewrite, unlogged-table
-- Logged rows refer to it.
ALTER TABLE users SET UNLOGGED; -- expect: table-rewrite, unlogged-table, will-fail
