-- A single file: what it does not create may exist, with rows.
DROP TABLE IF EXISTS legacy; -- expect: drop-table
DROP TABLE "Audit"."Log Entries", other; -- labels of the finding above
