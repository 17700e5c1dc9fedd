-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE notes (id integer PRIMARY KEY, mood mood NOT NULL, title text);
CREATE TABLE moods (id integer, mood mood) PARTITION BY LIST (mood);
CREATE TABLE happy_moods (id integer, mood mood NOT NULL);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
ALTER TABLE notes ADD COLUMN happy boolean GENERATED ALWAYS AS (mood = 'happy') STORED; -- expect: table-rewrite, enum-value-used-in-same-transaction
--> statement-breakpoint
CREATE TRIGGER happy AFTER INSERT ON notes FOR EACH ROW WHEN (NEW.mood = 'happy') EXECUTE FUNCTION touch(); -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
ALTER TABLE notes ADD CONSTRAINT one_happy EXCLUDE (title WITH =) WHERE (mood = 'happy'); -- expect: unique-constraint-builds-index, enum-value-used-in-same-transaction
--> statement-breakpoint
-- What a list, or a range, of values holds.
CREATE TABLE new_moods PARTITION OF moods FOR VALUES IN ('ok', 'happy'); -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
ALTER TABLE moods ATTACH PARTITION happy_moods FOR VALUES IN ('happy'); -- expect: attach-partition-scans, enum-value-used-in-same-transaction
--> statement-breakpoint
-- A body in SQL is read when the function is created.
CREATE FUNCTION happy_notes() RETURNS SETOF notes LANGUAGE sql AS $$
  SELECT * FROM notes WHERE mood = 'happy' -- expect: enum-value-used-in-same-transaction
$$;
