-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE orgs (id integer PRIMARY KEY);
-- file: 0001_locks.sql
LOCK TABLE orgs IN SHARE MODE; -- expect: needs-transaction
SAVEPOINT before; -- expect: needs-transaction
BEGIN;
LOCK TABLE orgs IN ROW SHARE MODE;
SAVEPOINT before;
ROLLBACK TO SAVEPOINT before;
COMMIT;
ROLLBACK TO SAVEPOINT before; -- expect: needs-transaction
COMMIT AND CHAIN; -- expect: needs-transaction
ROLLBACK AND CHAIN; -- expect: needs-transaction
