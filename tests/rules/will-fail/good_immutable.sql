-- file: 0001_indexes.sql
CREATE TYPE state AS ENUM ('open', 'done');
-- The time zone is named.
CREATE TABLE notes (id integer, at timestamptz, words text, day date GENERATED ALWAYS AS ((at AT TIME ZONE 'UTC')::date) STORED);
CREATE TABLE jobs (id integer, run_at timestamptz, made timestamp, state state, words text, data jsonb, tags text[]);
-- A constant is made once, and the enum needs no cast.
CREATE INDEX jobs_new_idx ON jobs (id) WHERE run_at > '2024-01-01' AND state IN ('open', 'done') AND state <> 'done'::state;
-- A timestamp has no time zone.
CREATE INDEX jobs_day_idx ON jobs (date_trunc('day', made), (made::date));
-- Seconds since 1970 are counted in UTC, and so are two moments' differences.
CREATE INDEX jobs_took_idx ON jobs ((run_at - '2020-01-01'::timestamptz));
-- Joined with ||, read with ->> and cast to what has one text only.
CREATE INDEX jobs_label_idx ON jobs ((words || ':' || id), ((data ->> 'count')::integer));
CREATE INDEX jobs_words_idx ON jobs USING gin (to_tsvector('english', coalesce(words, '')));
-- Defaults, CHECKs and views may ask for the time.
ALTER TABLE notes ALTER COLUMN at SET DEFAULT now();
CREATE VIEW today AS SELECT id FROM jobs WHERE run_at::date = current_date;
