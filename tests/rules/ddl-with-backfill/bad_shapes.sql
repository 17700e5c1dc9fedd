-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, plan text, old boolean);
CREATE TABLE posts (id uuid PRIMARY KEY, user_id uuid, body text);
CREATE TABLE logs (id uuid PRIMARY KEY, at date);
CREATE TABLE plans (id uuid PRIMARY KEY, name text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- file: 0001_fill.sql
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
-- Writers wait, readers do not.
UPDATE posts SET body = '' WHERE body IS NULL; -- expect: ddl-with-backfill
-- Every row of another table while the first is held.
DELETE FROM logs; -- expect: delete-all-rows
ALTER TABLE users ADD COLUMN state text;
MERGE INTO plans USING users ON plans.id = users.id WHEN MATCHED THEN UPDATE SET name = users.plan; -- a label of the finding above
DELETE FROM users WHERE old; -- and this
