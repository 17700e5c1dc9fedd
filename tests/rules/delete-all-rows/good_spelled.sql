-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE marks (id bigint NOT NULL, user_id bigint, done boolean);
CREATE TABLE archive (id bigint, name text);
-- file: 0001_clean.sql
-- The rows are moved, not lost.
WITH moved AS (DELETE FROM users RETURNING *) INSERT INTO archive SELECT id, name FROM moved;
-- So are these.
WITH gone AS (DELETE FROM marks RETURNING *) UPDATE archive SET name = 'marked' FROM gone WHERE gone.user_id = archive.id;
-- Some of them.
WITH gone AS (DELETE FROM users WHERE name IS NULL RETURNING 1) SELECT count(*) FROM gone;
-- Those with a name.
DELETE FROM users WHERE name IS NOT NULL;
-- Those that another table has.
DELETE FROM users WHERE id IN (SELECT id FROM marks);
-- Those that are done.
DELETE FROM marks WHERE id IN (SELECT id FROM marks WHERE done);
-- Those with a user: the column may be NULL.
DELETE FROM marks WHERE user_id IN (SELECT user_id FROM marks);
-- Those that have a partner, or none.
MERGE INTO users USING marks ON marks.user_id = users.id WHEN MATCHED AND marks.done THEN DELETE;
-- A word of another meaning.
WITH one AS (SELECT 'DELETE FROM users' AS delete) SELECT * FROM one;
