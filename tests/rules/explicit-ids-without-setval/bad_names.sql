-- Names that a string constant has to quote.
-- runner: autocommit
-- file: 0000_init.sql
CREATE SCHEMA "It's";
CREATE TABLE "It's"."Plan's" ("The'Id" serial PRIMARY KEY, name text);
CREATE SEQUENCE "Number's";
CREATE TABLE "Bills" ("No" integer DEFAULT nextval('"Number''s"'), name text);
-- file: 0001_rows.sql
INSERT INTO "It's"."Plan's" VALUES (1, 'free'); -- expect: explicit-ids-without-setval
INSERT INTO "Bills" VALUES (1, 'free'); -- expect: explicit-ids-without-setval
