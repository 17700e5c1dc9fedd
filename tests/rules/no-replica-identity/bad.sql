-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL, age int);
CREATE TABLE messages (id bigint PRIMARY KEY, ext text NOT NULL, body text);
CREATE UNIQUE INDEX messages_ext_idx ON messages (ext);
CREATE UNIQUE INDEX messages_ext2_idx ON messages (ext);
ALTER TABLE messages REPLICA IDENTITY USING INDEX messages_ext2_idx;
CREATE TABLE audit_log (at timestamptz, what text);
CREATE TABLE visits (at timestamptz);
CREATE PUBLICATION app FOR TABLE users, messages;
-- file: 0001_publish.sql
-- Another index keeps the column unique, yet is no identity.
DROP INDEX messages_ext2_idx; -- expect: no-replica-identity
ALTER TABLE users REPLICA IDENTITY NOTHING; -- expect: no-replica-identity
-- A table without a key, and every table without one.
ALTER PUBLICATION app ADD TABLE audit_log; -- expect: no-replica-identity
CREATE PUBLICATION everything FOR ALL TABLES; -- expect: no-replica-identity
CREATE TABLE job_log (at timestamptz, job text); -- expect: no-replica-identity
