-- file: 0000_init.sql
CREATE TABLE workflow_logs (id uuid PRIMARY KEY);
-- file: 0001_add.sql
ALTER TABLE "workflow_logs" ADD COLUMN "trigger" text NOT NULL; -- expect: add-column-not-null-without-default
ALTER TABLE workflow_logs
  ADD COLUMN level int DEFAULT NULL NOT NULL; -- expect: add-column-not-null-without-default
