-- file: 0000_notes.sql
CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "body" text);
-- file: 0001_seed.sql
INSERT INTO "notes" ("id", "body") VALUES (1, 'split with --> statement-breakpoint please'); -- expect: breakpoint-inside-statement
