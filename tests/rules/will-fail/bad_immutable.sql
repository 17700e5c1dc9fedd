-- Indexes and generated columns over what does not depend on the row alone.
-- file: 0000_init.sql
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE tasks (id integer PRIMARY KEY, state state, title text, body text, due timestamptz, made timestamp);
CREATE INDEX tasks_made_idx ON tasks (date_trunc('day', made));
-- file: 0001_indexes.sql
CREATE TABLE notes (id integer, at timestamptz, words text, day date GENERATED ALWAYS AS (at::date) STORED); -- expect: will-fail
CREATE TABLE jobs (id integer, run_at timestamptz, state state, words text);
-- The clock moves on, the index would not.
CREATE INDEX jobs_due_idx ON jobs (id) WHERE run_at > now(); -- expect: will-fail
-- A day begins when the session's time zone says so.
CREATE INDEX jobs_day_idx ON jobs (date_trunc('day', run_at)); -- expect: will-fail
CREATE INDEX jobs_year_idx ON jobs (extract(year FROM run_at)); -- expect: will-fail
-- A value of an enum may be renamed.
CREATE INDEX jobs_state_idx ON jobs (lower(state::text)); -- expect: will-fail
CREATE INDEX jobs_words_idx ON jobs USING gin (to_tsvector(words)); -- expect: will-fail
CREATE FUNCTION squeeze(t text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN replace(t, ' ', ''); END $$;
CREATE INDEX jobs_squeezed_idx ON jobs (squeeze(words)); -- expect: will-fail
-- What the index does with the column is immutable for a timestamp alone.
ALTER TABLE tasks ALTER COLUMN made SET DATA TYPE timestamptz; -- expect: table-rewrite, will-fail
