-- file: 0000_init.sql
CREATE TABLE orgs (id integer PRIMARY KEY);
-- file: 0001_locks.sql
-- The runner has opened one.
LOCK TABLE orgs IN ROW SHARE MODE;
SAVEPOINT before;
RELEASE SAVEPOINT before;
-- The next one begins at once, and is open for what follows.
COMMIT AND CHAIN;
SAVEPOINT before;
ROLLBACK AND CHAIN;
SAVEPOINT before;
