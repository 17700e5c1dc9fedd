-- hoglint: allow-file snapshot-differs-from-sql the column is dropped in a later deploy
ALTER TABLE "users" ADD COLUMN "age" integer;
