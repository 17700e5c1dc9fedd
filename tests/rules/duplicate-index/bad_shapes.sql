-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text, age int);
CREATE INDEX users_lower ON users (lower(email));
CREATE INDEX users_age ON users (age DESC);
CREATE UNIQUE INDEX users_name ON users (name);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
-- file: 0001_indexes.sql
-- The same expression, the same order written out, a plain index beside a unique one.
CREATE INDEX CONCURRENTLY users_lower_again ON users (lower(email)); -- expect: cannot-run-in-transaction, duplicate-index
CREATE INDEX CONCURRENTLY users_age_again ON users (age DESC NULLS FIRST); -- expect: cannot-run-in-transaction
CREATE INDEX CONCURRENTLY users_name_again ON users (name); -- expect: cannot-run-in-transaction
-- A constraint of a new table beside another one.
CREATE TABLE posts (id uuid PRIMARY KEY, slug text UNIQUE, UNIQUE (slug, id));
CREATE UNIQUE INDEX posts_slug_again ON posts (slug); -- told with the first
