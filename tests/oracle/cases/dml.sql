-- LOCK, queries and changes of rows, and maintenance that runs in a transaction. A query also locks
-- the indexes of its tables, since the planner opens them.

-- case: lock-table
LOCK TABLE plain;

-- case: lock-access-share
LOCK TABLE plain IN ACCESS SHARE MODE;

-- case: lock-row-share
LOCK TABLE plain IN ROW SHARE MODE;

-- case: lock-row-exclusive
LOCK TABLE plain IN ROW EXCLUSIVE MODE;

-- case: lock-share-update-exclusive
LOCK TABLE plain IN SHARE UPDATE EXCLUSIVE MODE;

-- case: lock-share
LOCK TABLE plain IN SHARE MODE;

-- case: lock-share-row-exclusive
LOCK TABLE plain IN SHARE ROW EXCLUSIVE MODE;

-- case: lock-exclusive
LOCK TABLE plain IN EXCLUSIVE MODE;

-- case: lock-nowait
LOCK TABLE plain IN SHARE MODE NOWAIT;

-- case: lock-two
LOCK TABLE plain, orgs IN SHARE MODE;

-- case: lock-partitioned
LOCK TABLE events IN SHARE MODE;

-- case: lock-partitioned-only
LOCK TABLE ONLY events IN SHARE MODE;

-- case: lock-view
LOCK TABLE active_orgs IN SHARE MODE;

-- case: lock-inheritance
LOCK TABLE vehicles IN SHARE MODE;

-- case: lock-matview
-- fails: 42809
LOCK TABLE plain_copy IN SHARE MODE;

-- case: select
SELECT count(*) FROM plain;

-- case: select-with-indexes
SELECT count(*) FROM users;

-- case: select-view
SELECT count(*) FROM active_orgs;

-- case: select-partitioned
SELECT count(*) FROM events;

-- case: select-partition-pruned
SELECT count(*) FROM events WHERE created_at = '2024-05-05';

-- case: select-for-update
SELECT count(*) FROM (SELECT id FROM plain FOR UPDATE) x;

-- case: select-for-share
SELECT count(*) FROM (SELECT id FROM plain FOR SHARE) x;

-- case: select-from-function
SELECT immutable_sql(), volatile_plpgsql();

-- case: explain
EXPLAIN SELECT * FROM users;

-- case: insert
INSERT INTO plain (id, b) VALUES (1000, 1);

-- case: insert-with-indexes
INSERT INTO codes VALUES (1000, 'x');

-- case: insert-with-foreign-key
INSERT INTO code_uses VALUES (1000, 1, 'a1');

-- case: insert-with-foreign-key-null
INSERT INTO code_uses VALUES (1000, NULL, NULL);

-- case: insert-default-nextval
INSERT INTO users (org_id, mail, age, bio) VALUES (1, 'new', 1, 'b');

-- case: insert-select
INSERT INTO plain SELECT id, v, v, 'x' FROM with_trigger;

-- case: insert-partitioned
INSERT INTO logs VALUES (1, 'l', '2024-05-05');

-- case: insert-partitioned-referring
INSERT INTO events VALUES (1, 1, 'k', '2024-05-05');

-- case: insert-on-conflict
INSERT INTO codes VALUES (1, 'a1') ON CONFLICT (code) DO NOTHING;

-- case: insert-on-conflict-update
INSERT INTO codes VALUES (1, 'a1') ON CONFLICT (code) DO UPDATE SET alias = 'a1';

-- case: insert-returning-view
-- fails: 23502
INSERT INTO plain_view VALUES (1, 1) RETURNING id;

-- case: update
UPDATE plain SET c = 'x';

-- case: update-with-indexes
-- fails: 23503
UPDATE codes SET alias = 'b' || code WHERE code = 3;

-- case: update-not-key
UPDATE users SET bio = 'x';

-- case: update-where
UPDATE scratch SET v = 'x' WHERE v = 'nothing';

-- case: update-from
UPDATE plain SET c = v.v::text FROM with_trigger v WHERE v.id = plain.id;

-- case: update-foreign-key
UPDATE code_uses SET code = 2 WHERE id = 1;

-- case: update-partitioned
UPDATE logs SET level = 'x';

-- case: update-with-subquery
UPDATE plain SET c = 'x' WHERE id IN (SELECT id FROM with_trigger LIMIT 10);

-- case: delete
DELETE FROM plain;

-- case: delete-referenced
-- fails: 23503
DELETE FROM codes WHERE code = 1;

-- case: delete-referenced-cascade
DELETE FROM users WHERE id = 1;

-- case: delete-using
DELETE FROM plain USING with_trigger v WHERE v.id = plain.id;

-- case: merge
-- ok: 15-18
MERGE INTO plain USING with_trigger v ON v.id = plain.id WHEN MATCHED THEN UPDATE SET c = 'x'
  WHEN NOT MATCHED THEN INSERT (id, b) VALUES (v.id, 1);

-- case: with-delete
WITH gone AS (DELETE FROM plain RETURNING *) INSERT INTO bare SELECT * FROM gone;

-- case: copy-from
-- fails: 22P02
COPY bare FROM PROGRAM 'echo';

-- case: copy-from-csv
COPY bare (id, b) FROM PROGRAM 'echo 1,2' WITH (FORMAT csv);

-- case: copy-to
COPY users TO PROGRAM 'cat > /dev/null';

-- case: copy-query-to
COPY (SELECT id FROM users) TO PROGRAM 'cat > /dev/null';

-- case: declare-cursor
DECLARE extra CURSOR FOR SELECT * FROM plain;

-- case: analyze
ANALYZE users;

-- case: analyze-partitioned
ANALYZE events;

-- case: analyze-everything
ANALYZE;

-- case: analyze-columns
ANALYZE plain (a);

-- case: do-block-query
DO $$ BEGIN PERFORM count(*) FROM plain; UPDATE bare SET c = 'x'; END $$;
