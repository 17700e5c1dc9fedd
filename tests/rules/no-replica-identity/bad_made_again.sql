-- What is made again under the same name is no identity, and a key that only the columns outlive is
-- none either.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL);
ALTER TABLE users ADD CONSTRAINT users_email_unique UNIQUE (email);
ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_unique;
CREATE TABLE posts (id uuid CONSTRAINT posts_pk PRIMARY KEY);
CREATE UNIQUE INDEX posts_id ON posts (id);
CREATE TABLE tags (id uuid CONSTRAINT tags_pk PRIMARY KEY);
CREATE UNIQUE INDEX tags_id ON tags (id);
CREATE TABLE plans (id uuid, code text NOT NULL);
CREATE UNIQUE INDEX plans_code ON plans (code);
ALTER TABLE plans REPLICA IDENTITY USING INDEX plans_code;
CREATE PUBLICATION app FOR TABLE users, posts WITH (publish = 'insert, delete');
ALTER PUBLICATION app RENAME TO changes;
-- file: 0001_again.sql
ALTER TABLE users DROP CONSTRAINT users_email_unique; -- expect: no-replica-identity
ALTER TABLE users ADD CONSTRAINT users_email_unique UNIQUE (email); -- expect: unique-constraint-builds-index
ALTER TABLE posts DROP CONSTRAINT posts_pk; -- expect: no-replica-identity
-- No file publishes these.
ALTER TABLE tags DROP CONSTRAINT tags_pk; -- expect: no-replica-identity
DROP INDEX plans_code; -- expect: no-replica-identity
CREATE UNIQUE INDEX plans_code ON plans (code); -- expect: create-index-blocks
