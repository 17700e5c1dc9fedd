-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL, login text);
-- file: 0001_lower.sql
-- A batch, bounded by the LIMIT of its neighbour.
WITH batch AS (SELECT id FROM users WHERE login IS NULL LIMIT 1000),
done AS (UPDATE users SET login = mail FROM batch WHERE users.id = batch.id RETURNING 1)
SELECT count(*) FROM done;
