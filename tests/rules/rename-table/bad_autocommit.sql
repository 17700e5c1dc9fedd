-- Each statement commits by itself: between the two nobody finds the table.
-- runner: autocommit
-- pg: 14
ALTER TABLE users RENAME TO accounts; -- expect: rename-table
CREATE VIEW users AS SELECT * FROM accounts;
