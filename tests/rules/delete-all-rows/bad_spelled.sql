-- The same in other spellings.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE marks (id bigint NOT NULL, done boolean);
-- file: 0001_clean.sql
WITH gone AS (
  DELETE FROM users RETURNING * -- expect: delete-all-rows
)
SELECT count(*) FROM gone;
WITH gone AS MATERIALIZED (DELETE FROM ONLY marks) INSERT INTO users (id) VALUES (1); -- expect: delete-all-rows
COPY (DELETE FROM users RETURNING id) TO STDOUT; -- expect: delete-all-rows
DELETE FROM users WHERE id IS NOT NULL; -- expect: delete-all-rows
DELETE FROM users u WHERE (u.id IS NOT NULL); -- expect: delete-all-rows
DELETE FROM marks WHERE id IN (SELECT id FROM public.marks); -- expect: delete-all-rows
MERGE INTO users USING (VALUES (1)) AS one ON true WHEN MATCHED THEN DELETE; -- expect: delete-all-rows
