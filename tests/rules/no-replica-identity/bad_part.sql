-- What is published of a table has to fit its identity.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL, age int, org int);
CREATE TABLE orgs (id int PRIMARY KEY, name text);
CREATE TABLE notes (id int PRIMARY KEY, words text);
CREATE TABLE people (id uuid PRIMARY KEY, email text, org int);
CREATE TABLE tags (name text);
ALTER TABLE tags REPLICA IDENTITY FULL;
CREATE PUBLICATION app FOR TABLE orgs WHERE (id > 10), notes (id, words);
-- file: 0001_publish.sql
ALTER PUBLICATION app SET TABLE orgs, users WHERE (lower(email) <> '' AND age > 18), notes; -- expect: no-replica-identity
CREATE PUBLICATION lists FOR TABLE people (email, org), tags (name) WITH (publish = 'update'); -- expect: no-replica-identity, no-replica-identity
ALTER TABLE orgs REPLICA IDENTITY FULL;
CREATE PUBLICATION half FOR TABLE orgs (name); -- expect: no-replica-identity
CREATE TABLE drafts (id int);
CREATE PUBLICATION of_drafts FOR TABLE drafts; -- expect: no-replica-identity
