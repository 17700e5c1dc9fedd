-- What PostgreSQL refuses whatever the rows are, and what looks like it and works. will_fail_test
-- runs each case, after the setup, in a transaction of its own on real servers and through hoglint.
-- A case begins with `-- fails SQLSTATE` or `-- works`; `, unsaid` marks what hoglint leaves alone,
-- since a schema that no file creates is often the platform's.
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE address AS (street text, city text);
CREATE TABLE users (
  id integer PRIMARY KEY,
  email text NOT NULL,
  name text,
  feeling mood DEFAULT 'ok',
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_name_check CHECK (name <> '')
);
CREATE TABLE posts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author integer NOT NULL CONSTRAINT posts_author_fkey REFERENCES users (id),
  title text NOT NULL,
  body text,
  rating integer DEFAULT 0,
  slug text GENERATED ALWAYS AS (lower(title)) STORED
);
CREATE INDEX posts_title_idx ON posts (title);
CREATE VIEW post_titles AS SELECT id, title FROM posts;
CREATE MATERIALIZED VIEW post_stats AS SELECT author, count(*) AS n FROM posts GROUP BY author;
CREATE SEQUENCE counter;
CREATE TABLE counted (id integer DEFAULT nextval('counter'), n integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE SCHEMA app;
CREATE TABLE app.things (id uuid PRIMARY KEY, label varchar(20) DEFAULT 'none');
CREATE TABLE notes (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), owner uuid, words text, done boolean NOT NULL DEFAULT false);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY notes_owner ON notes USING (owner IS NOT NULL);
CREATE TABLE base_items (id integer, label text);
CREATE TABLE special_items (extra text) INHERITS (base_items);
CREATE TABLE old_stuff (id integer);
DROP TABLE old_stuff;
CREATE TABLE places (id integer, at address, tags text[], doc jsonb);
CREATE TABLE event_notes (event bigint, at date, PRIMARY KEY (event, at)) PARTITION BY RANGE (at);
CREATE TABLE event_notes_2024 PARTITION OF event_notes FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE event_notes ADD CONSTRAINT event_notes_place_fkey FOREIGN KEY (event) REFERENCES posts (id);
CREATE FUNCTION label(n integer) RETURNS varchar(10) LANGUAGE sql AS 'SELECT n::varchar(10)';
CREATE TABLE audited (id integer PRIMARY KEY, who text NOT NULL);
CREATE FUNCTION set_who() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.who := 'me'; RETURN NEW; END $$;
CREATE TRIGGER audited_who BEFORE INSERT ON audited FOR EACH ROW EXECUTE FUNCTION set_who();
CREATE VIEW post_authors AS SELECT p.body AS email FROM posts p WHERE EXISTS (SELECT 1 FROM users u WHERE u.id = p.author) ORDER BY email;
CREATE TABLE old_names (label text);
CREATE TYPE old_mood AS ENUM ('x');
DROP TYPE old_mood;
-- cases
-- fails 42P07
CREATE TABLE users (id integer);
-- works
CREATE TABLE IF NOT EXISTS users (id integer);
-- works
CREATE TABLE app.users (id integer);
-- fails 42P07
CREATE TABLE post_titles (id integer);
-- fails 42P07
CREATE TABLE posts_title_idx (id integer);
-- fails 42P07
CREATE TABLE counter (id integer);
-- fails 42P07
CREATE VIEW users AS SELECT 1 AS one;
-- fails 42809
CREATE OR REPLACE VIEW users AS SELECT 1 AS one;
-- works
CREATE OR REPLACE VIEW post_titles AS SELECT id, title, body FROM posts;
-- fails 42P16
CREATE OR REPLACE VIEW post_titles AS SELECT id FROM posts;
-- fails 42P16
CREATE OR REPLACE VIEW post_titles AS SELECT title, id FROM posts;
-- fails 42P07
CREATE INDEX posts_title_idx ON posts (body);
-- works
CREATE INDEX IF NOT EXISTS posts_title_idx ON posts (body);
-- works
CREATE INDEX ON posts (title);
-- fails 42P07
CREATE INDEX users ON posts (body);
-- works
CREATE INDEX label_idx ON app.things (label);
CREATE INDEX label_idx ON base_items (label);
-- fails 42P07
CREATE SEQUENCE users;
-- works
CREATE SEQUENCE IF NOT EXISTS counter;
-- fails 42P07
CREATE MATERIALIZED VIEW post_stats AS SELECT 1 AS one;
-- fails 42P06
CREATE SCHEMA app;
-- works
CREATE SCHEMA IF NOT EXISTS app;
-- fails 42710
CREATE TYPE mood AS ENUM ('a');
-- fails 42710
CREATE DOMAIN mood AS text;
-- works
CREATE TYPE app.mood AS ENUM ('a');
-- fails 42710
CREATE TABLE mood (id integer);
-- fails 42710
CREATE TYPE users AS (a integer);
-- fails 42723
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
-- works
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n';
-- works
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n';
-- fails 42P13
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS bigint LANGUAGE sql AS 'SELECT n::bigint';
-- fails 42710
CREATE TRIGGER posts_touch BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION touch();
-- works
CREATE OR REPLACE TRIGGER posts_touch BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION touch();
-- works
CREATE TRIGGER posts_touch BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- fails 42883
CREATE TRIGGER users_touch BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();
-- fails 42710
CREATE POLICY notes_owner ON notes USING (true);
-- works
CREATE POLICY notes_owner ON users USING (true);
-- fails 42P01
ALTER TABLE old_stuff ADD COLUMN a integer;
-- works
ALTER TABLE IF EXISTS old_stuff ADD COLUMN a integer;
-- works
CREATE TABLE old_stuff (id integer);
ALTER TABLE old_stuff ADD COLUMN a integer;
-- fails 42P01
ALTER TABLE userz ADD COLUMN a integer;
-- fails 42P01
CREATE INDEX ON old_stuff (id);
-- fails 42P01
INSERT INTO old_stuff VALUES (1);
-- fails 42P01
UPDATE old_stuff SET id = 1;
-- fails 42P01
DELETE FROM old_stuff;
-- fails 42P01
TRUNCATE old_stuff;
-- fails 42P01
CREATE VIEW v AS SELECT * FROM old_stuff;
-- fails 42P01
DROP TABLE old_stuff;
-- works
DROP TABLE IF EXISTS old_stuff;
-- fails 42P01
DROP TABLE userz;
-- fails 42P01
CREATE TABLE c (id integer REFERENCES old_stuff);
-- fails 42P01
ALTER TABLE old_stuff RENAME TO older_stuff;
-- fails 42P01
COMMENT ON TABLE old_stuff IS 'gone';
-- works
COMMENT ON TABLE users IS 'people';
-- fails 42703
COMMENT ON COLUMN users.nickname IS 'none';
-- works
COMMENT ON COLUMN users.name IS 'one';
-- fails 42P01
GRANT SELECT ON old_stuff TO PUBLIC;
-- works
GRANT SELECT ON users TO PUBLIC;
-- fails 42P01
LOCK TABLE old_stuff;
-- fails 42809
DROP VIEW users;
-- fails 42809
DROP TABLE post_titles;
-- fails 42809
DROP VIEW post_stats;
-- works
DROP MATERIALIZED VIEW post_stats;
-- fails 42809
DROP INDEX users;
-- fails 42809
DROP SEQUENCE users;
-- fails 42704
DROP INDEX no_such_idx;
-- works
DROP INDEX IF EXISTS no_such_idx;
-- works
DROP INDEX posts_title_idx;
-- fails 2BP01
DROP INDEX users_email_key;
-- fails 2BP01
DROP INDEX users_pkey;
-- works
ALTER TABLE users DROP CONSTRAINT users_email_key;
-- fails 2BP01
ALTER TABLE users DROP CONSTRAINT users_pkey;
-- works
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;
-- works
ALTER TABLE posts DROP CONSTRAINT posts_author_fkey;
ALTER TABLE users DROP CONSTRAINT users_pkey;
-- fails 42704
ALTER TABLE users DROP CONSTRAINT users_phone_key;
-- works
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_phone_key;
-- fails 42704
ALTER TABLE users VALIDATE CONSTRAINT users_phone_check;
-- works
ALTER TABLE users VALIDATE CONSTRAINT users_name_check;
-- fails 42704
ALTER TABLE users RENAME CONSTRAINT users_phone_key TO k;
-- works
ALTER TABLE users RENAME CONSTRAINT users_email_key TO k;
-- fails 42P07
ALTER TABLE users RENAME CONSTRAINT users_email_key TO posts_title_idx;
-- fails 2BP01
DROP TABLE users;
-- works
DROP TABLE users CASCADE;
-- works
DROP TABLE posts, users CASCADE;
-- fails 2BP01
DROP TABLE posts;
-- works
DROP VIEW post_titles, post_authors;
DROP MATERIALIZED VIEW post_stats;
DROP TABLE event_notes, posts, users;
-- fails 2BP01
DROP TYPE mood;
-- works
ALTER TABLE users DROP COLUMN feeling;
DROP TYPE mood;
-- fails 42704
DROP TYPE old_mood;
-- works
DROP TYPE IF EXISTS old_mood;
-- fails 2BP01
DROP SEQUENCE counter;
-- works
ALTER TABLE counted ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE counter;
-- fails 2BP01
DROP SEQUENCE posts_id_seq;
-- fails 2BP01
DROP FUNCTION touch();
-- works
DROP TRIGGER posts_touch ON posts;
DROP FUNCTION touch();
-- works
DROP FUNCTION twice(integer);
-- fails 42883
DROP FUNCTION twice(text);
-- fails 42704
DROP TRIGGER posts_toch ON posts;
-- works
DROP TRIGGER IF EXISTS posts_toch ON posts;
-- fails 42704
DROP POLICY notes_all ON notes;
-- works
DROP POLICY notes_owner ON notes;
-- fails 42704
ALTER POLICY notes_all ON notes USING (true);
-- fails 2BP01
DROP SCHEMA app;
-- works
DROP SCHEMA app CASCADE;
-- works
DROP TABLE app.things;
DROP SCHEMA app;
-- fails 3F000, unsaid
DROP SCHEMA nowhere;
-- fails 3F000, unsaid
CREATE TABLE nowhere.t (id integer);
-- works
CREATE SCHEMA nowhere;
CREATE TABLE nowhere.t (id integer);
-- fails 42701
ALTER TABLE users ADD COLUMN name text;
-- works
ALTER TABLE users ADD COLUMN IF NOT EXISTS name text;
-- works
ALTER TABLE users DROP COLUMN name, ADD COLUMN name text;
-- fails 42701
ALTER TABLE users ADD COLUMN phone text, ADD COLUMN phone text;
-- fails 42701
CREATE TABLE t (a integer, a text);
-- fails 42701
ALTER TABLE users RENAME COLUMN name TO email;
-- works
ALTER TABLE users RENAME COLUMN name TO full_name;
-- fails 42703
ALTER TABLE users RENAME COLUMN nickname TO nick;
-- fails 42703
ALTER TABLE users DROP COLUMN nickname;
-- works
ALTER TABLE users DROP COLUMN IF EXISTS nickname;
-- fails 42703
ALTER TABLE users ALTER COLUMN nickname SET NOT NULL;
-- fails 42703
ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'x';
-- fails 42703
ALTER TABLE users ALTER COLUMN nickname TYPE varchar(10);
-- fails 42703
ALTER TABLE users ALTER COLUMN nickname SET STATISTICS 100;
-- works
ALTER TABLE users ADD COLUMN nickname text;
ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'x';
-- fails 42703
CREATE INDEX ON users (nickname);
-- fails 42703
CREATE INDEX ON users (lower(nickname));
-- works
CREATE INDEX ON users (lower(name)) WHERE email IS NOT NULL;
-- fails 42703
CREATE INDEX ON users (name) WHERE deleted_at IS NULL;
-- fails 42703
ALTER TABLE users ADD CONSTRAINT k UNIQUE (nickname);
-- works
ALTER TABLE users ADD CONSTRAINT k UNIQUE (name);
-- fails 42703
ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0);
-- works
ALTER TABLE users ADD COLUMN age integer, ADD CONSTRAINT c CHECK (age > 0);
-- works
ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0 AND users.name <> 'x');
-- fails 42703
CREATE TABLE t (a integer, CHECK (b > 0));
-- fails 42703
CREATE TABLE t (a integer, PRIMARY KEY (b));
-- fails 42703
CREATE TABLE t (a integer, FOREIGN KEY (b) REFERENCES users (id));
-- fails 42P10
CREATE TABLE t (a integer, b integer, FOREIGN KEY (a) REFERENCES users (id) ON DELETE SET NULL (b));
-- fails 42703
CREATE TABLE t (a integer, FOREIGN KEY (a) REFERENCES users (id) ON DELETE SET NULL (b));
-- works
CREATE TABLE t (a integer, FOREIGN KEY (a) REFERENCES users (id) ON DELETE SET NULL (a));
-- fails 42703
CREATE TABLE t (a integer REFERENCES users (uid));
-- fails 42703
CREATE POLICY p ON notes USING (creator IS NULL);
-- works
CREATE POLICY p ON notes USING (owner = (SELECT id FROM app.things LIMIT 1));
-- works
CREATE POLICY p ON notes USING (EXISTS (SELECT 1 FROM unnest(ARRAY['a']) AS w WHERE w = notes.words));
-- works
CREATE POLICY p ON notes USING (words IN (SELECT v FROM (VALUES ('a'), ('b')) AS named (v)));
-- fails 42710
ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (name <> 'x');
-- works
ALTER TABLE users DROP CONSTRAINT users_name_check, ADD CONSTRAINT users_name_check CHECK (name <> 'x');
-- works
ALTER TABLE posts ADD CONSTRAINT users_name_check CHECK (title <> 'x');
-- fails 42710
ALTER TABLE posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES users (id);
-- fails 42P07
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);
-- fails 42P07
ALTER TABLE users ADD CONSTRAINT posts_title_idx UNIQUE (name);
-- fails 42P16
ALTER TABLE users ADD PRIMARY KEY (email);
-- works
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE, ADD PRIMARY KEY (email);
-- fails 42P16
CREATE TABLE t (a integer PRIMARY KEY, b integer, PRIMARY KEY (b));
-- fails 42830
ALTER TABLE posts ADD FOREIGN KEY (author) REFERENCES users (feeling);
-- fails 42830
CREATE TABLE t (name text REFERENCES users (name));
-- works
CREATE TABLE t (mail text REFERENCES users (email));
-- works
CREATE UNIQUE INDEX ON users (name);
CREATE TABLE t (name text REFERENCES users (name));
-- fails 42830
CREATE UNIQUE INDEX ON users (name) WHERE name <> '';
CREATE TABLE t (name text REFERENCES users (name));
-- fails 42704
CREATE TABLE t (id integer REFERENCES base_items);
-- fails 42830
CREATE TABLE t (id integer REFERENCES base_items (id));
-- fails 42809
CREATE TABLE t (id bigint REFERENCES post_titles (id));
-- fails 42804
CREATE TABLE t (user_id text REFERENCES users (id));
-- fails 42804
CREATE TABLE t (user_id uuid REFERENCES users (id));
-- fails 42804
CREATE TABLE t (thing integer REFERENCES app.things (id));
-- fails 42804
CREATE TABLE t (thing text REFERENCES app.things (id));
-- works
CREATE TABLE t (user_id bigint REFERENCES users (id));
-- works
CREATE TABLE t (user_id smallint REFERENCES users (id), mail varchar(50) REFERENCES users (email));
-- works
CREATE TABLE t (mail email REFERENCES users (email));
-- fails 0A000
ALTER TABLE posts ALTER COLUMN title TYPE varchar(100);
-- fails 0A000
ALTER TABLE posts ALTER COLUMN body TYPE varchar(100);
-- works
ALTER TABLE posts ALTER COLUMN rating TYPE bigint;
-- works
CREATE VIEW renamed AS SELECT s.name FROM (SELECT body AS name FROM posts) s, users;
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);
-- works
CREATE VIEW joined AS SELECT u.name, p.title FROM users u JOIN posts p ON p.author = u.id;
ALTER TABLE users ALTER COLUMN email TYPE varchar(50);
-- fails 0A000
CREATE VIEW joined AS SELECT u.name, p.title FROM users u JOIN posts p ON p.author = u.id;
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);
-- fails 0A000
CREATE VIEW everything AS SELECT * FROM counted;
ALTER TABLE counted ALTER COLUMN n TYPE bigint;
-- works
CREATE TABLE team (id uuid, words text);
CREATE POLICY p ON notes FOR SELECT USING (EXISTS (SELECT 1 FROM team t WHERE t.words IS NULL));
ALTER TABLE notes ALTER COLUMN words TYPE varchar(100);
-- works
DROP VIEW post_titles;
ALTER TABLE posts DROP COLUMN slug;
ALTER TABLE posts ALTER COLUMN title TYPE varchar(100);
-- fails 0A000
ALTER TABLE notes ALTER COLUMN owner TYPE text;
-- works
ALTER TABLE notes ALTER COLUMN words TYPE varchar;
-- fails 2BP01
ALTER TABLE posts DROP COLUMN title;
-- fails 2BP01
ALTER TABLE posts DROP COLUMN author;
-- fails 2BP01
ALTER TABLE posts DROP COLUMN body;
-- works
ALTER TABLE posts DROP COLUMN rating;
-- works
ALTER TABLE posts DROP COLUMN slug;
DROP VIEW post_titles;
ALTER TABLE posts DROP COLUMN title;
-- fails 2BP01
ALTER TABLE notes DROP COLUMN owner;
-- fails 42704
ALTER TABLE users ADD COLUMN m moood;
-- fails 42704
CREATE TABLE t (a old_mood);
-- works
CREATE TABLE t (a mood, b mood[], c email, d address, e users);
-- fails 42704
ALTER TABLE users ALTER COLUMN name TYPE old_mood USING name::text::old_mood;
-- fails 42710
ALTER TYPE mood ADD VALUE 'ok';
-- works
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';
-- works
ALTER TYPE mood ADD VALUE 'great' AFTER 'ok';
-- fails 22023
ALTER TYPE mood ADD VALUE 'great' AFTER 'fine';
-- fails 22023
ALTER TYPE mood RENAME VALUE 'fine' TO 'good';
-- works
ALTER TYPE mood RENAME VALUE 'ok' TO 'good';
-- fails 42710
ALTER TYPE mood RENAME VALUE 'ok' TO 'sad';
-- fails 42809
ALTER TYPE email ADD VALUE 'x';
-- fails 42704
ALTER TYPE old_mood ADD VALUE 'x';
-- fails 22P02
ALTER TABLE users ALTER COLUMN feeling SET DEFAULT 'fine';
-- works
ALTER TABLE users ALTER COLUMN feeling SET DEFAULT 'sad';
-- fails 22P02
CREATE TABLE t (a mood DEFAULT 'fine');
-- fails 22P02
ALTER TABLE posts ADD COLUMN a mood DEFAULT 'fine'::mood;
-- works
CREATE TABLE t (a mood DEFAULT 'happy', b mood DEFAULT 'sad'::mood, c mood[] DEFAULT '{}');
-- fails 42710
ALTER DOMAIN email ADD CONSTRAINT email_check CHECK (VALUE <> '');
-- works
ALTER DOMAIN email ADD CONSTRAINT email_not_empty CHECK (VALUE <> '');
-- fails 0A000
ALTER TABLE events ADD PRIMARY KEY (id);
-- works
ALTER TABLE events ADD PRIMARY KEY (id, at);
-- fails 0A000
CREATE UNIQUE INDEX ON events (id);
-- works
CREATE INDEX ON events (id);
-- works
CREATE UNIQUE INDEX ON events_2024 (id);
-- fails 0A000
CREATE TABLE p (id integer PRIMARY KEY, day date) PARTITION BY RANGE (day);
-- works
CREATE TABLE p (id integer, day date, PRIMARY KEY (day, id)) PARTITION BY RANGE (day);
-- fails 42P16
ALTER TABLE events DROP COLUMN at;
-- works
ALTER TABLE events DROP COLUMN kind;
-- fails 42P16
ALTER TABLE events_2024 DROP COLUMN kind;
-- fails 42809
ALTER TABLE events_2024 ADD COLUMN extra text;
-- fails 42P16
ALTER TABLE special_items DROP COLUMN label;
-- works
ALTER TABLE special_items DROP COLUMN extra;
-- fails 42P16
ALTER TABLE special_items RENAME COLUMN label TO name;
-- works
ALTER TABLE base_items RENAME COLUMN label TO name;
-- fails 42P16
ALTER TABLE users ALTER COLUMN id DROP NOT NULL;
-- works
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
-- fails 42601
ALTER TABLE posts ALTER COLUMN id SET DEFAULT 1;
-- fails 42601
ALTER TABLE posts ALTER COLUMN slug SET DEFAULT 'x';
-- works
ALTER TABLE posts ALTER COLUMN title SET DEFAULT 'x';
-- fails 55000
ALTER TABLE posts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
-- fails 55000
ALTER TABLE users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START 1), ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
-- works
ALTER TABLE users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
-- fails 55000
ALTER TABLE users ALTER COLUMN id DROP IDENTITY;
-- works
ALTER TABLE users ALTER COLUMN id DROP IDENTITY IF EXISTS;
-- fails 42701
INSERT INTO users (id, email, id) VALUES (1, 'a@b', 2);
-- works
INSERT INTO users (id, email) VALUES (1, 'a@b');
-- fails 42703
INSERT INTO users (id, mail) VALUES (1, 'a@b');
-- fails 42601
INSERT INTO users (id, email) VALUES (1, 'a@b', 'x');
-- fails 42601
INSERT INTO users (id, email, name) VALUES (1, 'a@b');
-- fails 42601
INSERT INTO users VALUES (1, 'a', 'b', 'ok', 5);
-- works
INSERT INTO users VALUES (1, 'a');
-- fails 23502
INSERT INTO users (id, name) VALUES (1, 'a');
-- works
INSERT INTO users (id, name) SELECT 1, 'a' WHERE false;
-- works
INSERT INTO notes (words) VALUES ('x');
-- works
INSERT INTO posts (author, title) SELECT id, name FROM users;
-- fails 42601
UPDATE users SET name = 'a', name = 'b';
-- works
UPDATE users SET name = 'a', email = 'b';
-- fails 42703
UPDATE users SET nickname = 'a';
-- works
INSERT INTO places (id, at.street, at.city, tags[1], tags[2]) VALUES (1, 'a', 'b', 'c', 'd');
-- works
UPDATE places SET at.street = 'a', at.city = 'b', doc['a'] = '1', doc['b'] = '2';
-- works
INSERT INTO audited (id) VALUES (1);
-- works
INSERT INTO app.things VALUES (gen_random_uuid());
-- works
CREATE OR REPLACE FUNCTION label(n integer) RETURNS varchar(20) LANGUAGE sql AS 'SELECT n::varchar(20)';
-- works
TRUNCATE posts, event_notes;
-- works
ALTER TABLE users ALTER COLUMN email TYPE varchar(200);
-- works
ALTER TABLE users RENAME TO people;
CREATE TABLE users (id integer PRIMARY KEY, email text UNIQUE);
-- fails 42P07
ALTER TABLE users RENAME TO people;
CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY);
-- works
ALTER TABLE users ALTER COLUMN name SET STATISTICS 200, ALTER COLUMN name SET STORAGE external;
-- works
CREATE INDEX ON users ((name || email)) INCLUDE (feeling) WHERE feeling = 'ok';
-- works
CREATE TABLE copied (LIKE users INCLUDING ALL, extra text CHECK (extra <> name));
-- works
CREATE TABLE t AS SELECT * FROM users;
ALTER TABLE t ADD PRIMARY KEY (id);
-- works
CREATE TABLE t (a "char", b pg_catalog.text, c public.mood, d post_titles, e oid[], f time(3));
-- works
CREATE TRIGGER unchanged BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- works
SAVEPOINT a;
ALTER TABLE users DROP COLUMN name;
ROLLBACK TO a;
ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x';
-- fails 42703
SAVEPOINT a;
ALTER TABLE users DROP COLUMN name;
RELEASE a;
ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x';
-- works
ALTER TABLE posts DROP CONSTRAINT posts_author_fkey, DROP COLUMN rating, ADD COLUMN rating numeric;
-- fails 0A000
TRUNCATE users;
-- works
TRUNCATE users CASCADE;
-- fails 0A000
TRUNCATE users, posts;
-- works
TRUNCATE users, posts, event_notes;
-- works
TRUNCATE event_notes;
-- fails 0A000
TRUNCATE posts;
-- fails 42809
TRUNCATE post_titles;
-- fails 42809
CREATE INDEX ON post_titles (title);
-- works
CREATE INDEX ON post_stats (author);
-- fails 42809
ALTER TABLE post_titles ADD COLUMN a integer;
-- works
ALTER TABLE post_titles RENAME TO titles;
-- fails 42809
CREATE POLICY p ON post_titles USING (true);
-- fails 42809
CREATE TRIGGER t BEFORE INSERT ON post_stats FOR EACH ROW EXECUTE FUNCTION touch();
-- works
CREATE TRIGGER t INSTEAD OF INSERT ON post_titles FOR EACH ROW EXECUTE FUNCTION touch();
-- fails 42P07
ALTER TABLE users RENAME TO posts;
-- works
ALTER TABLE users RENAME TO people;
-- fails 42P07
ALTER INDEX posts_title_idx RENAME TO users;
-- fails 42710
ALTER TYPE address RENAME TO mood;
-- works
ALTER TYPE mood RENAME TO feeling;
-- works
DO $$ BEGIN CREATE TYPE mood AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN null; END $$;
-- fails 42P07
DO $$ BEGIN CREATE TABLE users (id integer); EXCEPTION WHEN duplicate_object THEN null; END $$;
-- works
DO $$ BEGIN CREATE TABLE users (id integer); EXCEPTION WHEN duplicate_table THEN null; END $$;
-- works
DO $$ BEGIN ALTER TABLE posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES users (id); EXCEPTION WHEN duplicate_object THEN null; END $$;
-- works
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN CREATE TYPE mood AS ENUM ('a'); END IF; END $$;
-- works
DO $$ BEGIN ALTER TABLE users ADD COLUMN name text; EXCEPTION WHEN others THEN null; END $$;
-- works
DO $$ BEGIN IF current_user <> 'nobody' THEN RETURN; END IF; ALTER TABLE users ADD COLUMN name text; END $$;
-- fails 42701
DO $$ BEGIN ALTER TABLE users ADD COLUMN name text; END $$;
-- fails 42704
CREATE INDEX ON posts USING gin (title);
-- works
CREATE INDEX ON posts USING gin (to_tsvector('english', title));
-- works
CREATE INDEX ON posts USING gin (to_tsvector('english', title), (ARRAY[title]));
-- fails 42704
CREATE INDEX ON posts USING gin (to_tsvector('english', title), author);
-- fails 42704
CREATE INDEX ON notes USING gist (owner);
-- works
ALTER TABLE notes ADD COLUMN tags text[], ADD COLUMN doc jsonb, ADD COLUMN at tstzrange, ADD COLUMN short "char"; CREATE INDEX ON notes USING gin (tags, doc); CREATE INDEX ON notes USING gist (at); CREATE INDEX ON notes USING gin (doc jsonb_path_ops);
-- fails 42704
ALTER TABLE notes ADD COLUMN doc json; CREATE INDEX ON notes USING gin (doc);
-- fails 42704
ALTER TABLE notes ADD COLUMN title varchar(40); CREATE INDEX ON notes USING gist (title);
-- fails 42704
ALTER TABLE posts ADD EXCLUDE USING gist (author WITH =);
-- works
ALTER TABLE posts ADD EXCLUDE USING btree (id WITH =);
-- works
CREATE INDEX ON posts USING brin (author, rating);
-- works
CREATE INDEX ON posts USING spgist (title) INCLUDE (id);
-- fails 0A000
CREATE INDEX ON posts USING brin (author) INCLUDE (id);
-- fails 0A000
CREATE INDEX ON posts USING hash (author, rating);
-- fails 0A000
CREATE INDEX ON posts USING spgist (title, body);
-- fails 0A000
CREATE UNIQUE INDEX ON posts USING hash (author);
-- fails 0A000
CREATE UNIQUE INDEX ON posts USING gin (to_tsvector('english', title));
-- fails 0A000
CREATE UNIQUE INDEX ON posts USING gist (nope);
-- fails 55000
ALTER TABLE base_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
-- works
ALTER TABLE base_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY, ALTER COLUMN id SET NOT NULL;
-- fails 22023
ALTER TABLE posts ALTER COLUMN title ADD GENERATED ALWAYS AS IDENTITY;
-- fails 55000
ALTER TABLE base_items ALTER COLUMN id SET NOT NULL, ALTER COLUMN id SET DEFAULT 1; ALTER TABLE base_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
-- works
CREATE TABLE t (n numeric, f double precision, s smallint, b bigint, UNIQUE (n), UNIQUE (f), UNIQUE (s), UNIQUE (b)); CREATE TABLE u (s smallint REFERENCES t (n), b bigint REFERENCES t (s), i integer REFERENCES t (f), n numeric REFERENCES t (f), r real REFERENCES t (f));
-- fails 42804
CREATE TABLE t (n numeric REFERENCES users (id));
-- fails 42804
CREATE TABLE t (n numeric PRIMARY KEY); CREATE TABLE u (f real REFERENCES t);
-- fails 42804
CREATE DOMAIN amount AS numeric; CREATE TABLE t (n amount REFERENCES posts (id));
-- works
CREATE TABLE t (id serial PRIMARY KEY, b bigserial NOT NULL); ALTER TABLE t ALTER id DROP DEFAULT; DROP SEQUENCE t_id_seq; ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY; ALTER TABLE t ALTER b DROP DEFAULT, ALTER b ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME other_seq);
-- fails 55000
CREATE TABLE t (id serial PRIMARY KEY); ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY;
-- fails 22023
CREATE DOMAIN whole AS integer; CREATE TABLE t (id whole NOT NULL); ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY;
-- fails 55000
ALTER TABLE posts ALTER COLUMN rating DROP EXPRESSION;
-- works
ALTER TABLE posts ALTER COLUMN rating DROP EXPRESSION IF EXISTS, ALTER COLUMN slug DROP EXPRESSION;
-- fails 55000
ALTER TABLE posts ALTER COLUMN slug DROP EXPRESSION; ALTER TABLE posts ALTER COLUMN slug DROP EXPRESSION;
-- fails 42P16
CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED); CREATE TABLE c () INHERITS (p); ALTER TABLE c ALTER b DROP EXPRESSION;
-- fails 0A000
CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED); CREATE TABLE c () INHERITS (p); ALTER TABLE ONLY p ALTER b DROP EXPRESSION;
-- works
CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED); CREATE TABLE c () INHERITS (p); ALTER TABLE p ALTER b DROP EXPRESSION;
-- fails 42701
CREATE TABLE t (id integer, LIKE base_items);
-- fails 42701
CREATE TABLE t (LIKE base_items, label text);
-- fails 42701
CREATE TABLE t (LIKE base_items, LIKE old_names);
-- works
CREATE TABLE t (LIKE base_items) INHERITS (old_names);
-- works
CREATE TABLE t (label text, id integer) INHERITS (base_items, old_names);
-- fails 42701
CREATE TYPE pair AS (a integer, a text);
-- fails 42701
CREATE TABLE events_2025 PARTITION OF events (kind NOT NULL, kind DEFAULT 'x') FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- fails 42703
CREATE TABLE events_2025 PARTITION OF events (sort NOT NULL) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- works
CREATE TABLE events_2025 PARTITION OF events (kind DEFAULT 'x', id NOT NULL) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- fails 42703
CREATE TABLE t OF address (zip NOT NULL);
-- fails 42804
CREATE TABLE t (label varchar(10)) INHERITS (base_items);
-- fails 42804
CREATE TABLE t (LIKE app.things) INHERITS (base_items);
-- fails 42804
CREATE TABLE t () INHERITS (base_items, app.things);
-- works
CREATE TABLE p (n numeric(8), f mood, c char, b bit, x varchar(3)[]); CREATE TABLE t (n decimal(8, 0), f public.mood, c bpchar(1), b bit(1), x character varying(3)[][]) INHERITS (p);
-- works
CREATE TABLE p (id integer); CREATE TABLE t (id serial) INHERITS (p);
-- fails 42804
ALTER TABLE base_items ADD COLUMN extra varchar(10);
-- works
ALTER TABLE base_items ADD COLUMN extra text;
-- fails 42804
CREATE TABLE rare_items (rarity integer) INHERITS (special_items); ALTER TABLE base_items ADD COLUMN rarity bigint;
-- works
CREATE TABLE rare_items (rarity integer) INHERITS (special_items); ALTER TABLE special_items NO INHERIT base_items; ALTER TABLE base_items ADD COLUMN rarity bigint;
-- fails 42P16
ALTER TABLE ONLY base_items ADD COLUMN weight integer;
-- works
ALTER TABLE ONLY special_items ADD COLUMN weight integer;
-- fails 42P16
ALTER TABLE ONLY base_items ALTER COLUMN id TYPE bigint;
-- fails 42P16
ALTER TABLE special_items ALTER COLUMN id TYPE bigint;
-- works
ALTER TABLE base_items ALTER COLUMN id TYPE bigint;
-- works
ALTER TABLE special_items ALTER COLUMN extra TYPE varchar(10);
-- fails 42804
CREATE TABLE t (id bigint, label text); ALTER TABLE t INHERIT base_items;
-- fails 42804
CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED); CREATE TABLE c (a integer, b integer); ALTER TABLE c INHERIT p;
-- fails 42804
CREATE TABLE events_2025 (id bigint, at date NOT NULL, kind text); ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- fails 42804
CREATE TABLE events_2025 (id integer NOT NULL, at date NOT NULL, kind text); ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- works
CREATE TABLE events_2025 (id bigint NOT NULL, at date PRIMARY KEY, kind text); ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- works
DROP FUNCTION twice;
-- works
DROP ROUTINE twice;
-- fails 42725
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n'; DROP FUNCTION twice;
-- fails 42725
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n'; DROP FUNCTION IF EXISTS twice;
-- works
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n'; DROP FUNCTION twice(integer); DROP FUNCTION twice;
-- works
CREATE PROCEDURE twice(n bigint) LANGUAGE sql AS 'SELECT n'; DROP PROCEDURE twice; DROP FUNCTION twice;
-- fails 42725
CREATE PROCEDURE twice(n bigint) LANGUAGE sql AS 'SELECT n'; DROP ROUTINE twice;
-- works
CREATE SCHEMA first; SET search_path = first, public; CREATE FUNCTION first.twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n'; DROP FUNCTION twice;
-- works
CREATE FUNCTION cut(t varchar(10)) RETURNS text LANGUAGE sql AS 'SELECT t'; CREATE OR REPLACE FUNCTION cut(t varchar) RETURNS text LANGUAGE sql AS 'SELECT t'; DROP FUNCTION cut(varchar(5));
-- fails 42723
CREATE FUNCTION cut(t varchar(10)) RETURNS text LANGUAGE sql AS 'SELECT t'; CREATE FUNCTION cut(t varchar) RETURNS text LANGUAGE sql AS 'SELECT t';
-- fails 42725
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n'; ALTER FUNCTION twice RENAME TO double;
-- fails 42725
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n'; ALTER FUNCTION twice SET SCHEMA app;
-- works
CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n'; ALTER FUNCTION twice(bigint) RENAME TO double; ALTER FUNCTION twice SET SCHEMA app;
-- fails 42809
ALTER TABLE users VALIDATE CONSTRAINT users_email_key;
-- fails 42809
ALTER TABLE users ALTER CONSTRAINT users_email_key DEFERRABLE;
-- fails 42809
ALTER TABLE users ALTER CONSTRAINT users_name_check NOT DEFERRABLE;
-- works
ALTER TABLE users VALIDATE CONSTRAINT users_name_check; ALTER TABLE posts ALTER CONSTRAINT posts_author_fkey DEFERRABLE INITIALLY DEFERRED;
-- fails 42P16
CREATE TABLE parts (id integer, day date) PARTITION BY RANGE (day); ALTER TABLE parts ALTER COLUMN day TYPE timestamptz;
-- fails 42P16
CREATE TABLE parts (id integer, day date) PARTITION BY LIST (id); CREATE TABLE part PARTITION OF parts DEFAULT PARTITION BY RANGE (day); ALTER TABLE parts ALTER COLUMN day TYPE timestamptz;
-- works
CREATE TABLE parts (id integer, day date) PARTITION BY RANGE (day); ALTER TABLE parts ALTER COLUMN id TYPE bigint;
-- fails 22023
CREATE TABLE t (id text GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- fails 22023
ALTER TABLE users ADD COLUMN number numeric GENERATED BY DEFAULT AS IDENTITY;
-- works
ALTER TABLE users ADD COLUMN number smallint GENERATED BY DEFAULT AS IDENTITY;
-- works
CREATE SCHEMA shop CREATE TABLE goods (id integer PRIMARY KEY) CREATE TABLE sales (good integer REFERENCES goods, LIKE goods) CREATE VIEW all_goods AS SELECT g.id FROM goods g JOIN sales s ON s.good = g.id; ALTER TABLE shop.goods ALTER COLUMN id SET DEFAULT 1; DROP VIEW shop.all_goods; ALTER TABLE shop.goods ALTER COLUMN id TYPE bigint;
-- works
CREATE SCHEMA shop CREATE VIEW first_users AS SELECT id FROM users;
-- fails 2BP01
CREATE SCHEMA shop CREATE TABLE goods (id integer PRIMARY KEY) CREATE VIEW all_goods AS SELECT id FROM goods; DROP TABLE shop.goods;
-- works
CREATE TYPE pair AS (x integer); CREATE TABLE pairs OF pair; ALTER TYPE pair ADD ATTRIBUTE y integer CASCADE; ALTER TABLE pairs ALTER COLUMN y SET NOT NULL; ALTER TYPE pair ALTER ATTRIBUTE y TYPE bigint CASCADE; INSERT INTO pairs (x, y) VALUES (1, 2);
-- works
CREATE TYPE pair AS (x integer); CREATE TABLE pairs OF pair; ALTER TYPE pair RENAME ATTRIBUTE x TO z CASCADE; INSERT INTO pairs (z) VALUES (1); ALTER TYPE pair OWNER TO CURRENT_USER;
-- works
CREATE TYPE pair AS (x integer); ALTER TYPE pair ADD ATTRIBUTE y integer;
-- fails 2BP01
CREATE TYPE pair AS (x integer); CREATE TABLE pairs OF pair; ALTER TYPE pair ADD ATTRIBUTE y integer;
-- fails 42703
CREATE TYPE pair AS (x integer, y integer); CREATE TABLE pairs OF pair; ALTER TYPE pair DROP ATTRIBUTE y CASCADE; INSERT INTO pairs (y) VALUES (1);
-- fails 2BP01
ALTER TABLE users ALTER COLUMN feeling TYPE text; DROP TYPE mood;
-- works
ALTER TABLE users ALTER COLUMN feeling TYPE text, ALTER COLUMN feeling DROP DEFAULT; DROP TYPE mood;
-- works
ALTER TABLE users ALTER COLUMN feeling TYPE text; ALTER TABLE users ALTER COLUMN feeling SET DEFAULT 'ok'::text; DROP TYPE mood;
-- works
ALTER TABLE users ALTER COLUMN feeling TYPE text; ALTER TABLE users ALTER COLUMN feeling TYPE mood USING feeling::mood; DROP TYPE mood CASCADE;
-- fails 42804
CREATE TYPE mood2 AS ENUM ('sad', 'ok'); ALTER TABLE users ALTER COLUMN feeling TYPE text; ALTER TABLE users ALTER COLUMN feeling TYPE mood2 USING feeling::mood2;
-- fails 2BP01
CREATE TABLE t (a mood DEFAULT 'ok'::mood, b mood[] DEFAULT '{}'); ALTER TABLE users DROP COLUMN feeling; ALTER TABLE t ALTER COLUMN a TYPE text; ALTER TABLE t DROP COLUMN b; DROP TYPE mood;
-- fails 2BP01
CREATE TABLE t (b mood[] DEFAULT '{}'); ALTER TABLE users DROP COLUMN feeling; ALTER TABLE t ALTER COLUMN b TYPE text[]; DROP TYPE mood;
-- works
ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE users ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE mood USING feeling::text::mood, ALTER COLUMN feeling SET DEFAULT 'ok'; DROP TYPE mood_old;
-- works
CREATE TABLE t (a mood DEFAULT 'ok'::mood); ALTER TABLE users DROP COLUMN feeling; ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE mood USING a::text::mood, ALTER COLUMN a SET DEFAULT 'ok'::mood; DROP TYPE mood_old;
-- fails 2BP01
CREATE TABLE t (a mood DEFAULT 'ok'::mood); ALTER TABLE users DROP COLUMN feeling; ALTER TABLE t ALTER COLUMN a TYPE text; ALTER TYPE mood RENAME TO mood_old; DROP TYPE mood_old;
-- works
CREATE TABLE t (a mood DEFAULT 'ok'); ALTER TABLE users DROP COLUMN feeling; ALTER TABLE t ALTER COLUMN a TYPE text; ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('x'); DROP TYPE mood;
-- works
CREATE DOMAIN word AS text; CREATE TABLE t (a word DEFAULT 'x'); ALTER TABLE t ALTER COLUMN a TYPE text; DROP DOMAIN word;
-- fails 0A000
CREATE VIEW both_ids AS SELECT u.id, p.title FROM users u JOIN posts p ON p.author = u.id; ALTER TABLE posts DROP CONSTRAINT posts_author_fkey; ALTER TABLE users ALTER COLUMN id TYPE bigint;
-- works
CREATE VIEW both_ids AS SELECT u.name, p.title FROM users u JOIN counted c ON c.n = u.id JOIN base_items p (id, title) ON p.id = u.id; ALTER TABLE counted ALTER COLUMN id TYPE bigint;
-- fails 2BP01
CREATE TABLE a (id integer, status text); CREATE TABLE b (id integer, status text); CREATE VIEW ab AS SELECT a.id FROM a JOIN b ON b.id = a.id WHERE b.status = 'x'; ALTER TABLE b DROP COLUMN status;
-- works
CREATE TABLE a (id integer, status text); CREATE TABLE b (id integer, status text); CREATE VIEW ab AS SELECT a.id FROM a JOIN b ON b.id = a.id WHERE b.status = 'x'; ALTER TABLE a DROP COLUMN status;
-- works
CREATE TABLE a (id integer, status text); CREATE TABLE b (id integer, status text); CREATE VIEW ab AS SELECT a.id FROM a WHERE EXISTS (SELECT 1 FROM b a WHERE a.status = 'x'); ALTER TABLE a DROP COLUMN status;
-- fails 2BP01, unsaid
CREATE TABLE a (id integer, status text); CREATE TABLE b (id integer, status text); CREATE VIEW ab AS SELECT a.status FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.id = a.id); ALTER TABLE a DROP COLUMN status;
-- works
CREATE TABLE a (id integer, status text); CREATE TABLE b (id integer, status text); CREATE VIEW ab AS SELECT a.id FROM a UNION SELECT a.id FROM b a WHERE a.status = 'x'; ALTER TABLE a DROP COLUMN status;
-- works
CREATE TABLE a (id integer, status text); CREATE TABLE b (id integer, status text); CREATE VIEW ab AS WITH a AS (SELECT id, status FROM b) SELECT a.id, a.status FROM a; ALTER TABLE a DROP COLUMN status;
-- fails 42883
CREATE INDEX happy ON users (id) WHERE feeling = 'happy'; ALTER TABLE users ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE text;
-- works
CREATE INDEX happy ON users (id) WHERE feeling = 'happy'; DROP INDEX happy; ALTER TABLE users ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE text;
-- works
CREATE INDEX happy ON users (id) WHERE feeling IS NOT NULL; ALTER TABLE users ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE text;
-- fails 42883
CREATE TYPE mood2 AS ENUM ('sad', 'happy'); CREATE INDEX happy ON users ((feeling IN ('happy'))); ALTER TABLE users ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE mood2 USING feeling::text::mood2;
-- fails 42883
ALTER TABLE users ADD CONSTRAINT calm CHECK (name IS NOT NULL OR users.feeling NOT IN ('sad', 'happy')); ALTER TABLE users ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE varchar(10);
-- works
ALTER TABLE users ADD CONSTRAINT calm CHECK (feeling <> 'sad'); ALTER TABLE users DROP CONSTRAINT calm, ALTER COLUMN feeling DROP DEFAULT, ALTER COLUMN feeling TYPE varchar(10);
-- fails 42883
CREATE TABLE t (age integer CHECK (age >= 0)); ALTER TABLE t ALTER COLUMN age TYPE varchar(2);
-- fails 42883
CREATE TABLE t (age smallint CHECK (age BETWEEN 0 AND 150)); ALTER TABLE t ALTER COLUMN age TYPE text;
-- fails 42883
CREATE TABLE t (price numeric(10, 2) CHECK (price > 0)); ALTER TABLE t ALTER COLUMN price TYPE text;
-- works
CREATE TABLE t (age integer CHECK (age >= 1.5)); ALTER TABLE t ALTER COLUMN age TYPE text;
-- works
CREATE TABLE t (age integer CHECK (age >= 0), price numeric CHECK (price BETWEEN 0 AND 9)); ALTER TABLE t ALTER COLUMN age TYPE bigint, ALTER COLUMN price TYPE double precision;
-- works
CREATE TABLE t (age integer CHECK (length(age::text) = 2)); ALTER TABLE t ALTER COLUMN age TYPE text;
-- fails 42883
CREATE TABLE t (code text CHECK (code <> '')); ALTER TABLE t ALTER COLUMN code TYPE integer USING code::integer;
-- works
CREATE TABLE t (code varchar(9) CHECK (code <> '')); ALTER TABLE t ALTER COLUMN code TYPE integer USING code::integer;
-- works
CREATE TABLE t (code varchar(9) CHECK (code IN ('sad', 'ok'))); ALTER TABLE t ALTER COLUMN code TYPE mood USING code::mood; ALTER TABLE t ALTER COLUMN code TYPE text;
-- works
CREATE TABLE t (code text CHECK (code <> '')); ALTER TABLE t ALTER COLUMN code TYPE varchar(9); ALTER TABLE t ALTER COLUMN code TYPE integer USING code::integer;
-- works
CREATE DOMAIN word AS text; CREATE TABLE t (code word CHECK (code <> '')); ALTER TABLE t ALTER COLUMN code TYPE integer USING code::integer; ALTER TABLE t ALTER COLUMN code TYPE text;
-- fails 42883
CREATE TABLE t (key uuid CHECK (key <> '00000000-0000-0000-0000-000000000000')); ALTER TABLE t ALTER COLUMN key TYPE text;
-- fails 42883
CREATE TABLE t (id integer, done boolean); CREATE INDEX ON t (id) WHERE done = false; ALTER TABLE t ALTER COLUMN done TYPE integer USING done::integer;
-- fails 42883
CREATE TABLE t (id integer, day date); CREATE INDEX ON t (id) WHERE day > '2024-01-01'; ALTER TABLE t ALTER COLUMN day TYPE text;
-- fails 42883
CREATE TABLE p (at date, n integer CHECK (n > 0)) PARTITION BY RANGE (at); CREATE TABLE p1 PARTITION OF p DEFAULT; ALTER TABLE p ALTER COLUMN n TYPE text;
-- fails 42804
DROP VIEW post_authors; DROP MATERIALIZED VIEW post_stats; ALTER TABLE posts ALTER COLUMN author TYPE text;
-- fails 42804
CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE c (p uuid REFERENCES p); ALTER TABLE p ALTER COLUMN id TYPE varchar(36);
-- fails 42804
CREATE TABLE p (id uuid PRIMARY KEY, up uuid REFERENCES p); ALTER TABLE p ALTER COLUMN id TYPE text;
-- works
CREATE TABLE p (id uuid PRIMARY KEY, up uuid REFERENCES p); ALTER TABLE p ALTER COLUMN id TYPE text, ALTER COLUMN up TYPE text;
-- works
CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE c (p uuid CONSTRAINT cp REFERENCES p); ALTER TABLE c DROP CONSTRAINT cp; ALTER TABLE p ALTER COLUMN id TYPE text;
-- works
CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE c (p uuid CONSTRAINT cp REFERENCES p); ALTER TABLE c DROP CONSTRAINT cp, ALTER COLUMN p TYPE text; ALTER TABLE p ALTER COLUMN id TYPE text; ALTER TABLE c ADD CONSTRAINT cp FOREIGN KEY (p) REFERENCES p;
-- works
CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE c (p integer REFERENCES p); ALTER TABLE c ALTER COLUMN p TYPE bigint; ALTER TABLE p ALTER COLUMN id TYPE bigint;
-- fails 428C9
INSERT INTO posts (author, title, slug) VALUES (1, 'a', 'a');
-- fails 428C9
INSERT INTO posts (author, title, slug) SELECT id, name, name FROM users;
-- fails 428C9
INSERT INTO posts VALUES (DEFAULT, 1, 'a', 'b', 1, 'a');
-- works
INSERT INTO users VALUES (1, 'a@b', 'a', 'ok'); INSERT INTO posts VALUES (DEFAULT, 1, 'a', 'b', 1, DEFAULT), (DEFAULT, 1, 'a', 'b', 1, default); INSERT INTO posts (author, title, slug) VALUES (1, 'a', DEFAULT);
-- fails 428C9
UPDATE posts SET id = 5;
-- fails 428C9
UPDATE posts SET title = 'a', slug = NULL WHERE id = 1;
-- works
UPDATE posts SET id = DEFAULT, slug = default, title = 'a';
-- works
CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY); INSERT INTO t (id) VALUES (5); UPDATE t SET id = 6;
-- fails 428C9
INSERT INTO posts VALUES (1, 1, 'a');
-- fails 428C9
INSERT INTO posts (id, author, title) VALUES (NULL, 1, 'a');
-- fails 428C9
INSERT INTO posts (id, author, title) VALUES (5, 1, 'a'), (DEFAULT, 1, 'b');
-- fails 428C9, unsaid
INSERT INTO posts (id, author, title) VALUES (DEFAULT, 1, 'a'), (5, 1, 'b');
-- fails 428C9
INSERT INTO posts (author, title, id) SELECT id, email, id FROM users;
-- fails 428C9
INSERT INTO posts SELECT 1, id, email FROM users WHERE false;
-- fails 428C9, unsaid
INSERT INTO posts SELECT * FROM posts;
-- fails 428C9
INSERT INTO posts (id, author, title) VALUES (5, 1, 'a') ON CONFLICT (id) DO NOTHING;
-- fails 428C9
CREATE RULE posts_nothing AS ON INSERT TO posts DO INSTEAD NOTHING; INSERT INTO posts (id, author, title) VALUES (5, 1, 'a');
-- fails 428C9
CREATE RULE posts_nothing AS ON INSERT TO posts DO INSTEAD NOTHING; INSERT INTO posts (slug, author, title) VALUES ('a', 1, 'a');
-- fails 428C9
CREATE RULE posts_nothing AS ON UPDATE TO posts DO INSTEAD NOTHING; UPDATE posts SET slug = 'a';
-- fails 428C9
INSERT INTO posts (slug, author, title) OVERRIDING SYSTEM VALUE VALUES ('a', 1, 'a');
-- fails 428C9, unsaid
INSERT INTO post_titles VALUES (1, 'a');
-- works
INSERT INTO users VALUES (1, 'a@b', 'a', 'ok'); INSERT INTO posts (id, author, title) VALUES ((DEFAULT), 1, 'a'), (DEFAULT, 1, 'b'); INSERT INTO posts (id, author, title) OVERRIDING SYSTEM VALUE VALUES (7, 1, 'c'), (DEFAULT, 1, 'd');
-- works
INSERT INTO users VALUES (1, 'a@b', 'a', 'ok'); INSERT INTO posts (id, author, title) OVERRIDING USER VALUE VALUES (7, 1, 'a'), (DEFAULT, 1, 'b'); INSERT INTO posts (id, author, title) OVERRIDING USER VALUE SELECT 8, id, email FROM users; INSERT INTO posts (author, title) SELECT id, email FROM users;
-- works
ALTER TABLE posts ALTER COLUMN id SET GENERATED BY DEFAULT; INSERT INTO users VALUES (1, 'a@b', 'a', 'ok'); INSERT INTO posts (id, author, title) VALUES (7, 1, 'a');
-- works
CREATE TABLE copied (LIKE posts); INSERT INTO copied VALUES (1, 1, 'a', 'b', 1, 'a'); CREATE TABLE heir () INHERITS (posts); INSERT INTO heir (id, author, title) VALUES (1, 1, 'a');
-- works
CREATE TABLE sink (id bigint, title text); CREATE RULE post_titles_insert AS ON INSERT TO post_titles DO INSTEAD INSERT INTO sink VALUES (NEW.id, NEW.title); INSERT INTO post_titles VALUES (1, 'a');
-- fails 42P10
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (name) DO NOTHING;
-- fails 42P10
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (id, email) DO UPDATE SET name = 'a';
-- fails 42P10
INSERT INTO users (id, email) SELECT 1, 'a' WHERE false ON CONFLICT (name) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b integer, UNIQUE (a, b)); INSERT INTO t VALUES (1, 1) ON CONFLICT (a) DO NOTHING;
-- works
CREATE TABLE t (a integer, b integer, UNIQUE (a, b)); INSERT INTO t VALUES (1, 1) ON CONFLICT (b, a, b) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b integer, UNIQUE (a) INCLUDE (b)); INSERT INTO t VALUES (1, 1) ON CONFLICT (a, b) DO NOTHING;
-- works
CREATE TABLE t (a integer, b integer, UNIQUE (a) INCLUDE (b)); INSERT INTO t VALUES (1, 1) ON CONFLICT (a) WHERE b > 0 DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b integer); CREATE UNIQUE INDEX ON t (a) WHERE b > 0; INSERT INTO t VALUES (1, 1) ON CONFLICT (a) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b integer NOT NULL); CREATE UNIQUE INDEX ON t (a) WHERE b IS NOT NULL; INSERT INTO t VALUES (1, 1) ON CONFLICT (a) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b integer); CREATE UNIQUE INDEX ON t (a) WHERE b > 0; INSERT INTO t VALUES (1, 1) ON CONFLICT (b) WHERE b > 0 DO NOTHING;
-- fails 42P10, unsaid
CREATE TABLE t (a integer, b integer); CREATE UNIQUE INDEX ON t (a) WHERE b > 1; INSERT INTO t VALUES (1, 1) ON CONFLICT (a) WHERE b > 0 DO NOTHING;
-- works
CREATE TABLE t (a integer, b integer); CREATE UNIQUE INDEX ON t (a) WHERE b > 0; INSERT INTO t VALUES (1, 1) ON CONFLICT (a) WHERE b > 5 DO NOTHING; CREATE UNIQUE INDEX ON t (b) WHERE true; INSERT INTO t VALUES (1, 1) ON CONFLICT (b) DO NOTHING;
-- works
CREATE TABLE t (a integer, b integer); CREATE UNIQUE INDEX ON t (a) WHERE b > 0; CREATE UNIQUE INDEX ON t (a DESC); INSERT INTO t VALUES (1, 1) ON CONFLICT (a) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b text); CREATE UNIQUE INDEX ON t (lower(b)); INSERT INTO t VALUES (1, 'a') ON CONFLICT (b) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b text); CREATE UNIQUE INDEX ON t (a, lower(b)); INSERT INTO t VALUES (1, 'a') ON CONFLICT (a) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, b text); CREATE INDEX ON t (lower(b)); INSERT INTO t VALUES (1, 'a') ON CONFLICT (lower(b)) DO NOTHING;
-- fails 42P10, unsaid
CREATE TABLE t (a integer, b text UNIQUE); INSERT INTO t VALUES (1, 'a') ON CONFLICT (b COLLATE "C") DO NOTHING;
-- works
CREATE TABLE t (a integer, b text); CREATE UNIQUE INDEX ON t (a, lower(b)); INSERT INTO t VALUES (1, 'a') ON CONFLICT (a, lower(b)) DO NOTHING; CREATE UNIQUE INDEX ON t ((a)); INSERT INTO t VALUES (1, 'b') ON CONFLICT (a) DO NOTHING;
-- works
CREATE TABLE t (a integer, b text); CREATE UNIQUE INDEX ON t (b COLLATE "C" text_pattern_ops); INSERT INTO t VALUES (1, 'a') ON CONFLICT (b) DO UPDATE SET a = 2; CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT; INSERT INTO t VALUES (1, 'b') ON CONFLICT (a) DO NOTHING;
-- fails 42P10
CREATE TABLE t (a integer, EXCLUDE USING btree (a WITH =)); INSERT INTO t VALUES (1) ON CONFLICT (a) DO NOTHING;
-- works
CREATE TABLE t (a integer, CONSTRAINT k EXCLUDE USING btree (a WITH =)); INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT k DO NOTHING; INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING;
-- fails 42809
CREATE TABLE t (a integer, CONSTRAINT k EXCLUDE USING btree (a WITH =)); INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT k DO UPDATE SET a = 2;
-- fails 42809
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT users_name_check DO NOTHING;
-- fails 42704
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT users_name_key DO NOTHING;
-- fails 42704
CREATE UNIQUE INDEX users_name_idx ON users (name); INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT users_name_idx DO NOTHING;
-- works
INSERT INTO users AS u (id, email) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT users_email_key DO UPDATE SET name = u.email;
-- fails 42703
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (nope) DO NOTHING;
-- fails 42703
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET nope = 1;
-- fails 42601
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = 'a', name = 'b';
-- fails 42601
INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT DO UPDATE SET name = 'a';
-- works
INSERT INTO places (id, tags) VALUES (1, '{}') ON CONFLICT DO NOTHING; CREATE UNIQUE INDEX ON places (id); INSERT INTO places (id, tags) VALUES (1, '{}') ON CONFLICT (id) DO UPDATE SET tags[1] = 'a', tags[2] = 'b';
-- fails 55000
CREATE TABLE t (a integer UNIQUE DEFERRABLE, b integer); INSERT INTO t VALUES (1, 1) ON CONFLICT (a) DO NOTHING;
-- fails 55000
CREATE TABLE t (a integer CONSTRAINT k UNIQUE DEFERRABLE, b integer); CREATE UNIQUE INDEX ON t (a); INSERT INTO t VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = 2;
-- fails 55000
CREATE TABLE t (a integer CONSTRAINT k UNIQUE INITIALLY DEFERRED); INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT k DO NOTHING;
-- fails 55000
CREATE TABLE t (a integer UNIQUE DEFERRABLE, b integer UNIQUE); INSERT INTO t DEFAULT VALUES ON CONFLICT DO NOTHING;
-- works
CREATE TABLE t (a integer UNIQUE DEFERRABLE, b integer UNIQUE); INSERT INTO t VALUES (1, 1) ON CONFLICT (b) DO NOTHING; INSERT INTO t SELECT 1, 1 WHERE false ON CONFLICT (a) DO NOTHING;
-- fails 42P10
INSERT INTO special_items (id) VALUES (1) ON CONFLICT (id) DO NOTHING;
-- fails 42P10
CREATE UNIQUE INDEX ON base_items (id); INSERT INTO special_items (id) VALUES (1) ON CONFLICT (id) DO NOTHING;
-- fails 42P10
CREATE UNIQUE INDEX ON events_2024 (id); INSERT INTO events (id, at) VALUES (1, '2024-02-02') ON CONFLICT (id) DO NOTHING;
-- works
CREATE UNIQUE INDEX ON events (id, at); INSERT INTO events (id, at) VALUES (1, '2024-02-02') ON CONFLICT (at, id) DO NOTHING; INSERT INTO events_2024 (id, at) VALUES (1, '2024-02-02') ON CONFLICT (at, id) DO NOTHING;
-- works
CREATE TABLE early (event bigint NOT NULL, at date NOT NULL); ALTER TABLE event_notes DROP CONSTRAINT event_notes_place_fkey; ALTER TABLE event_notes ATTACH PARTITION early FOR VALUES FROM ('2000-01-01') TO ('2001-01-01'); INSERT INTO early VALUES (1, '2000-02-02') ON CONFLICT (event, at) DO NOTHING;
-- fails 42P10
ALTER TABLE users DROP CONSTRAINT users_email_key; INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (email) DO NOTHING;
-- fails 42P10
CREATE TABLE copied (LIKE users); INSERT INTO copied (id, email) VALUES (1, 'a') ON CONFLICT (email) DO NOTHING;
-- works
CREATE TABLE copied (LIKE users INCLUDING INDEXES); INSERT INTO copied (id, email) VALUES (1, 'a') ON CONFLICT (email) DO NOTHING;
-- works
CREATE RULE users_nothing AS ON INSERT TO users DO INSTEAD NOTHING; INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (name) DO NOTHING;
-- works
CREATE VIEW addresses AS SELECT id, email FROM users; INSERT INTO addresses VALUES (1, 'a') ON CONFLICT (email) DO NOTHING;
-- fails 42P10, unsaid
CREATE VIEW addresses AS SELECT id, name, email FROM users; INSERT INTO addresses VALUES (1, 'a', 'a') ON CONFLICT (name) DO NOTHING;
-- works
DO $$ BEGIN IF false THEN INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (name) DO NOTHING; END IF; END $$;
-- works
DO $$ BEGIN INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (name) DO NOTHING; EXCEPTION WHEN OTHERS THEN NULL; END $$;
-- fails 42804
ALTER TABLE notes ALTER COLUMN done TYPE integer USING done::integer;
-- fails 42804
ALTER TABLE notes ALTER COLUMN done SET DEFAULT (TRUE); ALTER TABLE notes ALTER COLUMN done TYPE integer USING 1, ALTER COLUMN done SET DEFAULT 0;
-- fails 42804
ALTER TABLE posts ALTER COLUMN rating TYPE boolean USING rating <> 0;
-- fails 42804
ALTER TABLE counted ALTER COLUMN id TYPE uuid USING gen_random_uuid();
-- fails 42804
CREATE TABLE t (id serial, at timestamp DEFAULT CURRENT_TIMESTAMP); ALTER TABLE t ALTER COLUMN at TYPE bigint USING 1;
-- fails 42804
CREATE TABLE t (id serial, code uuid DEFAULT gen_random_uuid()); ALTER TABLE t ALTER COLUMN code TYPE integer USING 1;
-- fails 42804
CREATE TABLE t (id serial, day date DEFAULT CURRENT_DATE); ALTER TABLE t ALTER COLUMN day TYPE bigint USING 1;
-- fails 42804
CREATE TABLE t (done boolean DEFAULT false); ALTER TABLE t ALTER COLUMN done TYPE text; ALTER TABLE t ALTER COLUMN done TYPE integer USING 1;
-- works
CREATE TABLE t (done text DEFAULT false, n text DEFAULT 0, at date DEFAULT now(), code text DEFAULT gen_random_uuid(), none boolean DEFAULT NULL, id serial); ALTER TABLE t ALTER COLUMN done TYPE boolean USING true; ALTER TABLE t ALTER COLUMN n TYPE integer USING 1; ALTER TABLE t ALTER COLUMN at TYPE time USING '12:00'; ALTER TABLE t ALTER COLUMN code TYPE uuid USING code::uuid; ALTER TABLE t ALTER COLUMN none TYPE integer USING 1; ALTER TABLE t ALTER COLUMN id TYPE text;
-- works
ALTER TABLE notes ALTER COLUMN done TYPE integer USING done::integer, ALTER COLUMN done DROP DEFAULT; ALTER TABLE posts ALTER COLUMN rating DROP DEFAULT; ALTER TABLE posts ALTER COLUMN rating TYPE boolean USING rating <> 0;
-- fails 42P01
GRANT SELECT ON nope TO PUBLIC;
-- fails 42P01
REVOKE ALL ON TABLE users, app.nope FROM PUBLIC;
-- fails 42P01
COMMENT ON TABLE nope IS 'nothing';
-- fails 42P01
COMMENT ON COLUMN nope.id IS 'nothing';
-- fails 42P01
COMMENT ON CONSTRAINT nope ON nope IS 'nothing';
-- fails 42704
COMMENT ON CONSTRAINT nope ON users IS 'nothing';
-- fails 42703
COMMENT ON COLUMN users.nope IS 'nothing';
-- fails 3F000, unsaid
GRANT SELECT ON nowhere.nope TO PUBLIC;
-- fails 3F000, unsaid
COMMENT ON TABLE nowhere.nope IS 'nothing';
-- works
GRANT SELECT ON users, post_titles, counter, events, pg_catalog.pg_class, pg_stats TO PUBLIC; REVOKE ALL ON information_schema.tables FROM PUBLIC; COMMENT ON TABLE pg_class IS 'rows'; COMMENT ON COLUMN post_titles.id IS 'a post'; COMMENT ON COLUMN address.street IS 'a street'; COMMENT ON CONSTRAINT users_name_check ON users IS 'a name'; COMMENT ON COLUMN users.xmin IS 'who made it'; COMMENT ON TABLE events IS 'parts'; SET search_path = app; COMMENT ON TABLE things IS 'things'; GRANT SELECT ON public.users TO PUBLIC;
-- works
CREATE TEMP TABLE fleeting (id integer); COMMENT ON TABLE fleeting IS 'soon gone'; GRANT SELECT ON fleeting TO PUBLIC; CREATE TABLE made AS SELECT 1 AS one; COMMENT ON COLUMN made.one IS 'one';
-- works
DO $$ BEGIN IF to_regclass('nope') IS NOT NULL THEN GRANT SELECT ON nope TO PUBLIC; END IF; END $$; DO $$ BEGIN COMMENT ON TABLE nope IS 'nothing'; EXCEPTION WHEN undefined_table THEN NULL; END $$;
-- fails 42809
CREATE UNIQUE INDEX u_part ON users (name) WHERE name <> 'x'; ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX u_part;
-- fails 42809
CREATE UNIQUE INDEX u_lower ON users (lower(name)); ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX u_lower;
-- fails 42809
CREATE INDEX u_name ON users (name); ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX u_name;
-- fails 42809
CREATE UNIQUE INDEX u_name ON users (name DESC); ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX u_name;
-- fails 42809
CREATE UNIQUE INDEX u_name ON users (id, name NULLS FIRST); ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX u_name;
-- works
CREATE UNIQUE INDEX u_name ON users (name ASC NULLS LAST) INCLUDE (id); ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX u_name;
-- fails 55000
CREATE UNIQUE INDEX c_id ON counted (id); ALTER TABLE users ADD CONSTRAINT uu UNIQUE USING INDEX c_id;
-- fails 42P17
CREATE TABLE events_rest PARTITION OF events DEFAULT; CREATE TABLE events_more PARTITION OF events DEFAULT;
-- fails 42P17
CREATE TABLE events_rest PARTITION OF events DEFAULT; CREATE TABLE events_more (LIKE events); ALTER TABLE events ATTACH PARTITION events_more DEFAULT;
-- works
CREATE TABLE events_rest PARTITION OF events DEFAULT; ALTER TABLE events DETACH PARTITION events_rest; CREATE TABLE events_more PARTITION OF events DEFAULT;
-- fails 42830
CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES users);
-- fails 42830
CREATE TABLE t (a integer, b integer); ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES users (id);
-- fails 42703
CREATE TABLE t (a integer); ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES users (id, nope);
-- fails 42809
CREATE OR REPLACE PROCEDURE twice(n integer) LANGUAGE sql AS 'SELECT 1';
-- fails 55000
REFRESH MATERIALIZED VIEW CONCURRENTLY post_stats;
-- fails 55000
CREATE UNIQUE INDEX ON post_stats (author) WHERE n > 1; CREATE UNIQUE INDEX ON post_stats ((author + 1)); CREATE INDEX ON post_stats (author); REFRESH MATERIALIZED VIEW CONCURRENTLY post_stats;
-- works
CREATE UNIQUE INDEX ON post_stats (author); REFRESH MATERIALIZED VIEW CONCURRENTLY post_stats;
-- fails 42704
COMMENT ON TRIGGER nope ON posts IS 'x';
-- fails 42704
COMMENT ON CONSTRAINT nope ON posts IS 'x';
-- fails 42704
COMMENT ON POLICY nope ON notes IS 'x';
-- works
COMMENT ON TRIGGER posts_touch ON posts IS 'x'; COMMENT ON CONSTRAINT posts_author_fkey ON posts IS 'x'; COMMENT ON CONSTRAINT posts_pkey ON posts IS 'x'; COMMENT ON POLICY notes_owner ON notes IS 'x'; COMMENT ON INDEX posts_title_idx IS 'x'; COMMENT ON CONSTRAINT email_check ON DOMAIN email IS 'x';
-- fails 42P01
DROP INDEX posts_title_idx; COMMENT ON INDEX posts_title_idx IS 'x';
-- fails 42704
ALTER TABLE posts DISABLE TRIGGER nope;
-- works
ALTER TABLE posts DISABLE TRIGGER posts_touch; ALTER TABLE posts ENABLE ALWAYS TRIGGER posts_touch; ALTER TABLE posts DISABLE TRIGGER ALL; ALTER TABLE posts ENABLE TRIGGER USER;
-- fails 42P01
REINDEX TABLE old_stuff;
-- fails 42P01
ANALYZE old_stuff;
-- fails 42P01
CLUSTER old_stuff;
-- works
REINDEX TABLE posts; REINDEX INDEX posts_title_idx; ANALYZE posts; ANALYZE;
-- works
CREATE TYPE floats AS RANGE (subtype = float8); CREATE TYPE floatrange AS RANGE (subtype = float8); CREATE TABLE t (a floats_multirange, b floatmultirange, c _int4, d _mood, e _users);
-- fails 42704
CREATE TYPE floats AS RANGE (subtype = float8); DROP TYPE floats; CREATE TABLE t (a floats_multirange);
-- works
CREATE SEQUENCE s; CREATE TABLE t (a integer DEFAULT nextval('s'::text)); DROP SEQUENCE s;
-- fails 2BP01
CREATE SEQUENCE s; CREATE TABLE t (a integer DEFAULT nextval('s'::regclass)); DROP SEQUENCE s;
-- fails 2BP01
CREATE TABLE members (who integer, team integer); CREATE POLICY team ON posts USING (EXISTS (SELECT FROM members m WHERE m.who = posts.author)); DROP TABLE members;
-- works
CREATE TABLE members (who integer, team integer); CREATE POLICY team ON posts USING (EXISTS (SELECT FROM members m WHERE m.who = posts.author)); DROP TABLE members CASCADE; CREATE POLICY team ON posts USING (true);
-- works
CREATE TABLE members (who integer, team integer); CREATE POLICY team ON members USING (EXISTS (SELECT FROM members m WHERE m.who = members.team)); DROP TABLE members;
-- fails 42P13
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS TABLE (m integer) LANGUAGE sql AS 'SELECT n';
-- fails 42P13
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS TABLE (m integer, o integer) LANGUAGE sql AS 'SELECT n, n';
-- works
CREATE FUNCTION many(n integer) RETURNS TABLE (m integer, o integer) LANGUAGE sql AS 'SELECT n, n'; CREATE OR REPLACE FUNCTION many(n integer) RETURNS TABLE (m integer, o integer) LANGUAGE sql AS 'SELECT n, 1';
-- fails 0A000
CREATE UNIQUE INDEX e_at ON events (at); ALTER TABLE events ADD CONSTRAINT ee UNIQUE USING INDEX e_at;
-- works
CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE c (p uuid REFERENCES p) PARTITION BY HASH (p); CREATE TABLE c1 PARTITION OF c FOR VALUES WITH (MODULUS 1, REMAINDER 0); ALTER TABLE p ADD COLUMN n integer; ALTER TABLE p ALTER COLUMN n TYPE text;
-- fails 42883
CREATE TABLE t (a mood CHECK (a = ANY (ARRAY['sad'::mood, 'ok'::mood]))); ALTER TABLE t ALTER COLUMN a TYPE text;
-- fails 42883
CREATE TABLE t (a integer CHECK (a = ANY (ARRAY[1]))); ALTER TABLE t ALTER COLUMN a TYPE text;
-- works
CREATE TABLE t (a varchar(9) CHECK ((a)::text = ANY ((ARRAY['x'::varchar, 'y'::varchar])::text[]))); ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- fails 42704
CREATE TABLE t (doc json); CREATE INDEX ON t (doc);
-- fails 42704
CREATE TABLE t (id integer, at point, doc json); CREATE INDEX ON t USING hash (at);
-- fails 42704
CREATE TABLE t (doc json UNIQUE);
-- fails 42704
CREATE TABLE t (id integer, doc json); ALTER TABLE t ADD PRIMARY KEY (id, doc);
-- works
CREATE TABLE t (id integer, doc json, at point); CREATE INDEX ON t ((doc->>'a')); CREATE INDEX ON t (id) INCLUDE (doc); CREATE INDEX ON t USING gist (at);
-- fails 42P16
ALTER TABLE ONLY base_items RENAME COLUMN label TO name;
-- works
ALTER TABLE base_items RENAME COLUMN label TO name; ALTER TABLE ONLY special_items RENAME COLUMN extra TO more;
-- fails 42P16
ALTER TABLE ONLY base_items ADD CHECK (id > 0);
-- works
ALTER TABLE ONLY base_items ADD CHECK (id > 0) NO INHERIT; ALTER TABLE ONLY special_items ADD CHECK (id > 0);
-- fails 42P16
ALTER TABLE ONLY events ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
-- works
ALTER TABLE users ADD COLUMN n integer NOT NULL, ALTER COLUMN n SET GENERATED BY DEFAULT, ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY;
-- works
CREATE SCHEMA s CREATE TABLE parts (id integer PRIMARY KEY) PARTITION BY RANGE (id) CREATE TABLE part PARTITION OF parts DEFAULT; ALTER TABLE s.part DROP COLUMN IF EXISTS nope;
-- works
CREATE TYPE pair AS (a text, b text); CREATE TABLE pairs OF pair; ALTER TYPE pair ALTER ATTRIBUTE b TYPE varchar CASCADE;
-- works
CREATE TYPE pair AS (a text, b text); CREATE TABLE pairs OF pair; CREATE TABLE more () INHERITS (pairs); ALTER TYPE pair ADD ATTRIBUTE c text CASCADE; ALTER TYPE pair ALTER ATTRIBUTE b TYPE varchar CASCADE; ALTER TABLE more DROP COLUMN IF EXISTS d;
-- fails 42P13
CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- fails 42P13
CREATE OR REPLACE FUNCTION twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- works
CREATE OR REPLACE FUNCTION twice(m bigint) RETURNS bigint LANGUAGE sql AS 'SELECT m';
-- works
DROP FUNCTION twice(integer); CREATE OR REPLACE FUNCTION twice(m integer) RETURNS bigint LANGUAGE sql AS 'SELECT m::bigint';
-- works
DROP FUNCTION twice; CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- works
DROP FUNCTION IF EXISTS public.twice(pg_catalog.int4) CASCADE; CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- works
DROP ROUTINE twice(n integer); CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- works
ALTER FUNCTION twice SET SCHEMA app; CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- works
CREATE OR REPLACE FUNCTION app.twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- works
SET search_path = app, public; CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- fails 42P13
ALTER FUNCTION twice RENAME TO double; CREATE OR REPLACE FUNCTION double(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m';
-- works
DO $$ BEGIN CREATE OR REPLACE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql AS 'SELECT m'; EXCEPTION WHEN invalid_function_definition THEN NULL; END $$;
-- works
DO $$ BEGIN IF current_setting('server_version_num')::integer < 1000 THEN CREATE FUNCTION late(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; ELSE CREATE FUNCTION late(b integer) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'; END IF; END $$; CREATE OR REPLACE FUNCTION late(b integer) RETURNS bigint LANGUAGE sql AS 'SELECT 2::bigint';
-- works
DO $$ BEGIN IF current_setting('server_version_num')::integer < 1000 THEN CREATE PROCEDURE late(a integer) LANGUAGE sql AS 'SELECT 1'; ELSE CREATE PROCEDURE late(INOUT b integer) LANGUAGE sql AS 'SELECT 1'; END IF; END $$; CREATE OR REPLACE PROCEDURE late(INOUT b integer) LANGUAGE sql AS 'SELECT 2';
-- works
CREATE FUNCTION typed() RETURNS users.id%TYPE LANGUAGE sql AS 'SELECT 1'; CREATE OR REPLACE FUNCTION typed() RETURNS integer LANGUAGE sql AS 'SELECT 2';
-- works
CREATE FUNCTION typed(n users.id%TYPE) RETURNS integer LANGUAGE sql AS 'SELECT 1'; DROP FUNCTION typed(integer); CREATE OR REPLACE FUNCTION typed(m users.id%TYPE) RETURNS integer LANGUAGE sql AS 'SELECT 2';
-- works
CREATE FUNCTION typed() RETURNS TABLE (n users.id%TYPE, m bigint) LANGUAGE sql AS 'SELECT 1, 2::bigint'; CREATE OR REPLACE FUNCTION typed() RETURNS TABLE (n integer, m bigint) LANGUAGE sql AS 'SELECT 2, 3::bigint';
-- works
CREATE FUNCTION listed(_int4) RETURNS integer[] LANGUAGE sql AS 'SELECT $1'; CREATE FUNCTION lists() RETURNS _int4 LANGUAGE sql AS 'SELECT NULL::_int4'; CREATE OR REPLACE FUNCTION lists() RETURNS integer[] LANGUAGE sql AS 'SELECT NULL::_int4';
-- works
CREATE FUNCTION feel() RETURNS mood LANGUAGE sql AS $$ SELECT 'ok'::mood $$; CREATE OR REPLACE FUNCTION feel() RETURNS public.mood LANGUAGE sql AS $$ SELECT 'sad'::mood $$;
-- fails 42P13
CREATE TYPE app.mood AS ENUM ('ok'); CREATE FUNCTION feel() RETURNS mood LANGUAGE sql AS $$ SELECT 'ok'::mood $$; CREATE OR REPLACE FUNCTION feel() RETURNS app.mood LANGUAGE sql AS $$ SELECT 'ok'::app.mood $$;
-- works
CREATE FUNCTION precise(n numeric(10, 2)) RETURNS numeric(10, 2) LANGUAGE sql AS 'SELECT n'; CREATE OR REPLACE FUNCTION precise(n decimal) RETURNS numeric LANGUAGE sql AS 'SELECT n';
-- fails 42P13
CREATE FUNCTION paged(size integer DEFAULT 10) RETURNS integer LANGUAGE sql AS 'SELECT size'; CREATE OR REPLACE FUNCTION paged(size integer) RETURNS integer LANGUAGE sql AS 'SELECT size';
-- works
CREATE FUNCTION paged(size integer DEFAULT 10) RETURNS integer LANGUAGE sql AS 'SELECT size'; CREATE OR REPLACE FUNCTION paged(size integer DEFAULT 20) RETURNS integer LANGUAGE sql AS 'SELECT size';
-- fails 42P13
CREATE FUNCTION many(n integer) RETURNS TABLE (m integer, o integer) LANGUAGE sql AS 'SELECT n, n'; CREATE OR REPLACE FUNCTION many(n integer) RETURNS TABLE (m integer, o text) LANGUAGE sql AS $$ SELECT n, 'a'::text $$;
-- fails 42P13
CREATE FUNCTION many(n integer) RETURNS TABLE (m integer, o integer) LANGUAGE sql AS 'SELECT n, n'; CREATE OR REPLACE FUNCTION many(n integer) RETURNS TABLE (m integer, o integer, p integer) LANGUAGE sql AS 'SELECT n, n, n';
-- fails 42P13
CREATE PROCEDURE run(a integer) LANGUAGE sql AS 'SELECT 1'; CREATE OR REPLACE PROCEDURE run(b integer) LANGUAGE sql AS 'SELECT 1';
-- works
CREATE PROCEDURE run(a integer, OUT b integer) LANGUAGE sql AS 'SELECT 1'; DROP PROCEDURE IF EXISTS run(integer, integer); CREATE OR REPLACE PROCEDURE run(c integer, OUT d integer) LANGUAGE sql AS 'SELECT 1';
-- works
CREATE FUNCTION out_too(a integer, OUT b integer) LANGUAGE sql AS 'SELECT 1'; DROP FUNCTION out_too(a integer, OUT b integer); CREATE OR REPLACE FUNCTION out_too(c integer, OUT d bigint) LANGUAGE sql AS 'SELECT 1::bigint';
-- fails 2BP01
CREATE FUNCTION all_users() RETURNS SETOF users LANGUAGE sql AS 'SELECT * FROM users'; ALTER TABLE posts DROP CONSTRAINT posts_author_fkey; DROP VIEW post_authors; DROP TABLE users;
-- works
CREATE FUNCTION all_notes() RETURNS SETOF notes LANGUAGE sql AS 'SELECT * FROM notes'; ALTER TABLE notes DROP COLUMN words; DROP FUNCTION all_notes; DROP TABLE notes;
-- works
CREATE FUNCTION all_notes() RETURNS SETOF notes LANGUAGE sql AS 'SELECT * FROM notes'; DROP TABLE notes CASCADE; CREATE FUNCTION all_notes() RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- fails 2BP01
CREATE TYPE size AS ENUM ('s'); CREATE FUNCTION sizes() RETURNS TABLE (a integer, b size) LANGUAGE sql AS $$ SELECT 1, 's'::size $$; DROP TYPE size;
-- works
CREATE TYPE size AS ENUM ('s'); CREATE FUNCTION sizes() RETURNS size LANGUAGE sql AS $$ SELECT 's'::size $$; DROP TYPE size CASCADE; CREATE OR REPLACE FUNCTION sizes() RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- works
CREATE TABLE zone (id integer); CREATE FUNCTION times() RETURNS TABLE (a integer, b timestamp with time zone) LANGUAGE sql AS 'SELECT 1, now()'; DROP TABLE zone;
-- fails 42703
CREATE TRIGGER t BEFORE UPDATE OF nope ON posts FOR EACH ROW EXECUTE FUNCTION touch();
-- fails 42703
CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW WHEN (OLD.nope <> NEW.nope) EXECUTE FUNCTION touch();
-- fails 42702
CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW WHEN (title <> '') EXECUTE FUNCTION touch();
-- fails 42P17
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON posts FOR EACH ROW WHEN (OLD.title <> NEW.title) EXECUTE FUNCTION touch();
-- works
CREATE TRIGGER t BEFORE UPDATE OF title, body ON posts FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title AND pg_trigger_depth() = 0) EXECUTE FUNCTION touch();
-- works
CREATE TRIGGER t AFTER UPDATE ON posts FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch();
-- works
CREATE TRIGGER t AFTER UPDATE ON posts FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW AND NEW.slug <> '' AND NEW.to_jsonb IS NOT NULL AND NEW.tableoid > 0) EXECUTE FUNCTION touch();
-- fails 42P17
CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW WHEN (NEW.slug <> '') EXECUTE FUNCTION touch();
-- fails 42P17
CREATE FUNCTION now_too() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION now_too();
-- fails 42883
CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION twice();
-- works
CREATE FUNCTION touch(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch(1);
-- fails 42809
CREATE TRIGGER t INSTEAD OF UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
-- fails 42809
CREATE TRIGGER t BEFORE UPDATE ON post_titles FOR EACH ROW EXECUTE FUNCTION touch();
-- fails 2BP01
CREATE TRIGGER t BEFORE UPDATE OF body ON posts FOR EACH ROW EXECUTE FUNCTION touch(); DROP VIEW post_authors; ALTER TABLE posts DROP COLUMN body;
-- fails 2BP01
CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW WHEN (NEW.rating > 5) EXECUTE FUNCTION touch(); ALTER TABLE posts DROP COLUMN rating;
-- fails 0A000
CREATE TRIGGER t BEFORE UPDATE OF rating ON posts FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE posts ALTER COLUMN rating TYPE bigint;
-- fails 0A000
CREATE TRIGGER t BEFORE INSERT ON posts FOR EACH ROW WHEN (NEW.rating > 5) EXECUTE FUNCTION touch(); ALTER TABLE posts ALTER COLUMN rating TYPE bigint;
-- works
CREATE TRIGGER t BEFORE UPDATE OF rating ON posts FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE posts DROP COLUMN rating CASCADE; CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
-- works
CREATE TRIGGER t BEFORE UPDATE OF rating ON posts FOR EACH ROW WHEN (NEW.rating > 1) EXECUTE FUNCTION touch(); DROP TRIGGER t ON posts; ALTER TABLE posts ALTER COLUMN rating TYPE bigint; ALTER TABLE posts DROP COLUMN rating;
-- works
CREATE TRIGGER t BEFORE UPDATE OF rating ON posts FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE posts RENAME COLUMN rating TO stars; ALTER TABLE posts ADD COLUMN rating integer; ALTER TABLE posts DROP COLUMN rating;
-- works
CREATE TRIGGER t BEFORE UPDATE OF rating ON posts FOR EACH ROW EXECUTE FUNCTION touch(); CREATE OR REPLACE TRIGGER t BEFORE UPDATE OF body ON posts FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE posts ALTER COLUMN rating TYPE bigint;
-- works
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER t AFTER INSERT OR UPDATE OF at ON event_notes FOR EACH ROW WHEN (NEW.event > 1) EXECUTE FUNCTION noted(); ALTER TABLE event_notes DETACH PARTITION event_notes_2024; ALTER TABLE event_notes_2024 DROP COLUMN event;
-- fails 2BP01
CREATE TRIGGER t AFTER UPDATE OF label ON special_items FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE base_items DROP COLUMN label;
-- fails 2BP01
CREATE FUNCTION high(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'; CREATE TRIGGER t BEFORE UPDATE ON posts FOR EACH ROW WHEN (high(NEW.rating)) EXECUTE FUNCTION touch(); DROP FUNCTION high;
-- works
CREATE VIEW joined AS SELECT * FROM notes JOIN app.things USING (id);
-- works
CREATE VIEW joined AS SELECT * FROM notes NATURAL JOIN app.things; CREATE TABLE copied AS SELECT * FROM notes JOIN app.things USING (id);
-- fails 42701
CREATE VIEW joined AS SELECT n.*, t.* FROM notes n JOIN app.things t USING (id);
-- fails 42701
CREATE VIEW joined AS SELECT posts.id, users.id FROM posts JOIN users ON users.id = posts.author;
-- works
CREATE VIEW joined AS WITH u AS (SELECT id AS uid FROM users) SELECT u.uid, p.id, lower(p.title), upper(p.title), (SELECT 1), EXISTS (SELECT 1), CASE WHEN true THEN 1 END FROM u JOIN posts p ON p.author = u.uid;
-- fails 42809
DROP PROCEDURE twice(integer);
-- fails 42809
CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1'; DROP FUNCTION IF EXISTS tidy();
-- works
CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1'; DROP FUNCTION IF EXISTS tidy; DROP ROUTINE tidy();
-- fails 42883
ALTER FUNCTION thrice(integer) RENAME TO triple;
-- fails 42710
CREATE TRIGGER other BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TRIGGER other ON posts RENAME TO posts_touch;
-- fails 42704
ALTER TRIGGER other ON posts RENAME TO posts_touched;
-- fails 42704
ALTER POLICY notes_writer ON notes RENAME TO notes_reader;
-- fails 42704
CREATE FUNCTION feel() RETURNS old_mood LANGUAGE sql AS $$ SELECT 'x' $$;
-- fails 42704
CREATE FUNCTION feel(m old_mood) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- fails 42P13
CREATE FUNCTION pages(size integer DEFAULT 10, page integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- works
CREATE TABLE l (a int, b int); CREATE TABLE r (b int, c int); CREATE VIEW j AS SELECT * FROM l NATURAL JOIN r; CREATE VIEW again AS SELECT * FROM j;
-- works
PREPARE some_rows AS SELECT 1; CREATE TABLE from_them (a) AS EXECUTE some_rows;
-- works
CREATE VIEW joined AS SELECT * FROM notes JOIN app.things USING (id); CREATE VIEW joined_again AS SELECT * FROM joined; CREATE OR REPLACE VIEW joined AS SELECT * FROM notes JOIN app.things USING (id);
-- works
PREPARE numbers AS SELECT 1, 2; CREATE TABLE numbered (one, two) AS EXECUTE numbers; DEALLOCATE numbers;
-- fails 42P17
CREATE INDEX ON events (id) WHERE at > now();
-- fails 42P17
CREATE INDEX ON users ((feeling::text));
-- works
CREATE INDEX ON users (feeling) WHERE feeling IN ('ok', 'happy');
-- fails 42P17
CREATE INDEX ON posts USING gin (to_tsvector(title || ' ' || coalesce(body, '')));
-- works
CREATE INDEX ON posts USING gin (to_tsvector('english', title || ' ' || coalesce(body, '')));
-- fails 42P17
ALTER TABLE users ADD COLUMN label text GENERATED ALWAYS AS (concat(name, ' ', email)) STORED;
-- fails 42P17
CREATE TABLE orders (id integer, at timestamptz, day date GENERATED ALWAYS AS (at::date) STORED);
-- works
CREATE TABLE orders (id integer, at timestamptz, day date GENERATED ALWAYS AS ((at AT TIME ZONE 'UTC')::date) STORED);
-- fails 42P17
CREATE TABLE bookings (room integer, at timestamp, EXCLUDE USING gist (tstzrange(now(), NULL) WITH &&));
-- fails 42P17
CREATE TABLE seen (id integer, at timestamp); CREATE INDEX ON seen (date_trunc('day', at)); ALTER TABLE seen ALTER COLUMN at TYPE timestamptz;
-- fails 42P17
CREATE TABLE seen (id integer, at timestamp); CREATE INDEX ON seen (id) WHERE at > '2024-01-01'; ALTER TABLE seen ALTER COLUMN at TYPE timestamptz;
-- works
CREATE TABLE seen (id integer, at timestamp); CREATE INDEX ON seen (id) WHERE at IS NOT NULL; ALTER TABLE seen ALTER COLUMN at TYPE timestamptz;
-- fails 42P17
CREATE FUNCTION shout(t text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN upper(t); END $$; CREATE INDEX ON users (shout(name));
-- works
CREATE FUNCTION shout(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN upper(t); END $$; CREATE INDEX ON users (shout(name));
-- works
CREATE FUNCTION shout(t text) RETURNS text LANGUAGE sql AS 'SELECT upper(t)'; CREATE INDEX ON users (shout(name));
-- fails 42804
CREATE TABLE moods (felt mood PRIMARY KEY); CREATE TABLE felt (felt mood REFERENCES moods); ALTER TABLE moods ALTER COLUMN felt TYPE text;
-- fails 42804
CREATE TYPE taste AS ENUM ('ok'); CREATE TABLE moods (felt mood PRIMARY KEY); CREATE TABLE felt (felt taste REFERENCES moods);
-- fails 42804, unsaid
CREATE DOMAIN feeling AS mood; CREATE TABLE moods (felt mood PRIMARY KEY); CREATE TABLE felt (felt feeling REFERENCES moods);
-- fails 42846
ALTER TABLE users ALTER COLUMN id TYPE mood USING id::mood;
-- fails 42846
ALTER TABLE posts ALTER COLUMN rating TYPE uuid USING rating::uuid;
-- works
ALTER TABLE posts ALTER COLUMN rating DROP DEFAULT, ALTER COLUMN rating TYPE uuid USING rating::text::uuid;
-- fails 42804
ALTER TABLE posts ALTER COLUMN rating DROP DEFAULT, ALTER COLUMN rating TYPE boolean USING rating::bigint;
-- works
CREATE TABLE felt (id integer, how mood); CREATE INDEX ON felt (id) WHERE how IS NOT NULL; ALTER TABLE felt ALTER COLUMN how TYPE text; ALTER TABLE felt ALTER COLUMN how TYPE mood USING how::mood;
-- works
CREATE TABLE felt (id integer, at timestamp); CREATE INDEX ON felt (coalesce(at, '2020-01-01')); ALTER TABLE felt ALTER COLUMN at TYPE timestamp(3);
-- fails 42P16
ALTER TABLE users SET UNLOGGED;
-- works
ALTER TABLE notes SET UNLOGGED;
-- fails 42P16
CREATE TABLE k (u integer PRIMARY KEY); CREATE TABLE l (k integer REFERENCES k); ALTER TABLE l SET UNLOGGED; ALTER TABLE k SET UNLOGGED; ALTER TABLE l SET LOGGED;
-- works
CREATE TABLE k (u integer PRIMARY KEY); CREATE TABLE l (k integer REFERENCES k); ALTER TABLE l SET UNLOGGED; ALTER TABLE k SET UNLOGGED; ALTER TABLE k SET LOGGED; ALTER TABLE l SET LOGGED;
-- fails 42P16
CREATE TEMPORARY TABLE scratch (id integer); ALTER TABLE scratch SET LOGGED;
-- fails 42P16
CREATE UNLOGGED TABLE scratch (id integer PRIMARY KEY); CREATE TABLE k (s integer REFERENCES scratch (id));
-- works
CREATE UNLOGGED TABLE scratch (id integer PRIMARY KEY REFERENCES users (id), up integer REFERENCES scratch (id));
-- fails 42P16
CREATE TEMPORARY TABLE scratch (id integer REFERENCES users (id));
-- works
CREATE TABLE tree (id integer PRIMARY KEY, up integer REFERENCES tree (id)); ALTER TABLE tree SET UNLOGGED;
-- fails 55000
CREATE PUBLICATION app FOR TABLE app.things, places; ALTER TABLE places SET UNLOGGED;
-- works
CREATE PUBLICATION app FOR ALL TABLES; ALTER TABLE places SET UNLOGGED;
-- works
CREATE PUBLICATION app FOR TABLE places; ALTER PUBLICATION app SET TABLE notes; ALTER TABLE places SET UNLOGGED;
-- fails 0A000
CREATE TABLE e (raw bytea DEFAULT x);
-- fails 0A000
CREATE TABLE e (a integer, b integer DEFAULT a + 1);
-- fails 0A000
ALTER TABLE users ADD COLUMN nick text DEFAULT name;
-- fails 0A000
ALTER TABLE users ALTER COLUMN name SET DEFAULT "unnamed";
-- works
CREATE TABLE e (a name DEFAULT current_user, b date DEFAULT CURRENT_DATE, c text DEFAULT lower('X'), d integer DEFAULT twice(3));
-- fails 22P02
CREATE TABLE e (a text[] DEFAULT 'x'::text[]);
-- fails 22P02
CREATE TABLE e (a text[] DEFAULT 'x');
-- fails 22P02
CREATE TABLE e (a text[] DEFAULT '');
-- fails 22P02
ALTER TABLE places ALTER COLUMN tags SET DEFAULT 'x';
-- works
CREATE TABLE e (a text[] DEFAULT '{}', b integer[] DEFAULT ' {1,2}'::integer[], c integer[] DEFAULT '[2:3]={1,2}', d mood[] DEFAULT '{sad}', e text DEFAULT 'x'::text);
-- fails 22P02
CREATE TABLE e (a integer DEFAULT 'x'::integer);
-- fails 22P02
CREATE TABLE e (a bigint DEFAULT '');
-- works
CREATE TABLE e (a integer DEFAULT ' 12 ', b bigint DEFAULT '-7'::bigint, c numeric DEFAULT 'NaN', d real DEFAULT 'Infinity');
-- fails 22P02
ALTER TABLE users ADD COLUMN active boolean DEFAULT 'maybe';
-- fails 22P02
CREATE TABLE e (a boolean DEFAULT 'o');
-- works
CREATE TABLE e (a boolean DEFAULT ' TRUE ', b boolean DEFAULT 'f', c boolean DEFAULT 'of', d boolean DEFAULT '1', e boolean DEFAULT 'y'::boolean, f boolean DEFAULT 'fals');
-- fails 22P02
CREATE TABLE e (a uuid DEFAULT 'uuid_generate_v4()');
-- works
CREATE TABLE e (a uuid DEFAULT '{a0eebc999c0b4ef8bb6d6bb9bd380a11}', b uuid DEFAULT 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid);
-- works
CREATE TABLE e (a integer DEFAULT 'x'::text::integer, b mood DEFAULT 'ok'::mood, c email DEFAULT 'a@b');
-- fails 42804
CREATE TABLE e (a integer DEFAULT -1); ALTER TABLE e ALTER COLUMN a TYPE boolean USING a::boolean;
-- fails 42804
CREATE TABLE e (a integer DEFAULT 1 + 2); ALTER TABLE e ALTER COLUMN a TYPE boolean USING a::boolean;
-- works
CREATE TABLE e (a integer DEFAULT -1, b integer DEFAULT 1 + 2); ALTER TABLE e ALTER COLUMN a TYPE bigint USING a::bigint, ALTER COLUMN b TYPE text USING b::text;
-- fails 42703
CREATE VIEW v AS (SELECT "title", "URLPath" FROM "posts");
-- fails 42703
CREATE VIEW v AS SELECT p.title, p.zz FROM posts p JOIN users u ON u.id = p.author;
-- fails 42703
CREATE VIEW v AS SELECT title FROM posts WHERE extract(year FROM now()) > 2000 AND published;
-- fails 42703
CREATE VIEW v AS SELECT count(*) AS n FROM posts, users u GROUP BY u.slug;
-- fails 42703
CREATE MATERIALIZED VIEW v AS SELECT wrong FROM posts;
-- fails 42703
CREATE OR REPLACE VIEW v AS SELECT id, title AS t FROM post_titles ORDER BY body;
-- works
CREATE VIEW v AS SELECT id, title AS t, p AS whole, p.ctid, tableoid FROM posts p ORDER BY t;
-- works
CREATE VIEW v AS SELECT (at).city, g, x.y FROM places, generate_series(1, 3) AS g, LATERAL (SELECT 1 AS y) x;
-- works
CREATE VIEW v AS SELECT e FROM places, unnest(tags) AS e;
-- works
CREATE VIEW v AS SELECT id, n FROM users CROSS JOIN (VALUES (1)) AS w (n);
-- works
CREATE FUNCTION shout(p posts) RETURNS text LANGUAGE sql AS 'SELECT upper(p.title)'; CREATE VIEW v AS SELECT posts.shout, p.to_jsonb AS j FROM posts JOIN posts p ON p.id = posts.id;
-- works
CREATE VIEW v AS SELECT title, (SELECT name FROM users u WHERE u.id = author) AS who FROM posts;
-- works
CREATE VIEW v AS WITH few AS (SELECT id AS number FROM posts) SELECT number FROM few;
-- works
CREATE VIEW v AS SELECT users.id, a.title FROM users JOIN posts AS a (k, w, title) ON a.w = users.id;
-- works
CREATE VIEW v AS SELECT title, row_number() OVER w FROM posts WINDOW w AS (PARTITION BY author ORDER BY id);
-- works
CREATE VIEW v AS SELECT id AS x FROM posts UNION SELECT id FROM users ORDER BY x;
-- works
CREATE TABLE later AS SELECT id, xmin AS version FROM users;
-- fails 42703
CREATE TABLE later AS SELECT id, nick FROM users;
-- fails 42P16
ALTER TABLE events_2024 ALTER COLUMN id DROP NOT NULL;
-- works
ALTER TABLE events_2024 ALTER COLUMN kind DROP NOT NULL;
-- works
ALTER TABLE events ALTER COLUMN id DROP NOT NULL; ALTER TABLE events_2024 ALTER COLUMN id DROP NOT NULL;
-- works
ALTER TABLE events DETACH PARTITION events_2024; ALTER TABLE events_2024 ALTER COLUMN id DROP NOT NULL;
-- fails 42P17
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2024-12-01') TO ('2026-01-01');
-- fails 42P17
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2025-01-01');
-- fails 42P17
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-01-02');
-- fails 42P17
CREATE TABLE events_2025 (LIKE events); ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2024-06-01') TO ('2024-07-01');
-- fails 42P16
CREATE TABLE events_2025 PARTITION OF events FOR VALUES IN ('2025-01-01');
-- works
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-01-01'); CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
-- works
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-1-1') TO ('1 Feb 2025');
-- works
ALTER TABLE events DETACH PARTITION events_2024; CREATE TABLE events_all PARTITION OF events FOR VALUES FROM ('2024-06-01') TO ('2026-01-01');
-- works
CREATE TABLE r (a integer) PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (-9) TO (10); CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('10') TO (100);
-- fails 42P17
CREATE TABLE r (a integer) PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (9) TO (10); CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('-1') TO (100);
-- works
CREATE TABLE r (a text COLLATE "C") PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('B') TO ('a'); CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('a') TO ('b');
-- fails 42P17
CREATE TABLE r (a text) PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('b') TO ('b');
-- works
CREATE TABLE r (a timestamptz) PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('2024-01-01') TO ('2024-01-01 12:00:00'); CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('2024-01-01 12:00:00') TO ('2024-01-01 10:00:00-10');
-- fails 42P17
CREATE TABLE r (a timestamptz) PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('2024-01-01') TO ('2024-02-01'); CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('2024-01-31 23:59:59') TO ('2024-03-01');
-- works
CREATE TABLE r (a integer, b integer) PARTITION BY RANGE (a, b); CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (1, 1) TO (1, 5); CREATE TABLE r2 PARTITION OF r FOR VALUES FROM (1, 5) TO (2, MAXVALUE);
-- fails 42P17
CREATE TABLE l (a text) PARTITION BY LIST (a); CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a', 'b', NULL); CREATE TABLE l2 PARTITION OF l FOR VALUES IN ('c', NULL);
-- works
CREATE TABLE l (a text) PARTITION BY LIST (a); CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a', 'a', NULL); CREATE TABLE l2 PARTITION OF l FOR VALUES IN ('A', 'NULL', 'it''s');
-- works
CREATE TABLE l (a integer) PARTITION BY LIST ((a % 2)); CREATE TABLE l1 PARTITION OF l FOR VALUES IN (0); CREATE TABLE l2 PARTITION OF l FOR VALUES IN (1); CREATE TABLE l3 PARTITION OF l DEFAULT;
-- fails 42P16
CREATE TABLE h (a integer) PARTITION BY HASH (a); CREATE TABLE h1 PARTITION OF h DEFAULT;
-- fails 42P16
CREATE TABLE h (a integer) PARTITION BY HASH (a); CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 4);
-- fails 42P17
CREATE TABLE h (a integer) PARTITION BY HASH (a); CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0); CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (REMAINDER 4, MODULUS 8);
-- fails 42P17
CREATE TABLE h (a integer) PARTITION BY HASH (a); CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0); CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (MODULUS 6, REMAINDER 1);
-- works
CREATE TABLE h (a integer, b text) PARTITION BY HASH (a, b); CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (MODULUS 8, REMAINDER 5); CREATE TABLE h3 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 3);
-- fails 42P01
ALTER TABLE notes ADD COLUMN n integer DEFAULT nextval('no_such_seq');
-- fails 42P01
DROP SEQUENCE counter CASCADE; ALTER TABLE counted ALTER COLUMN n SET DEFAULT nextval('counter');
-- fails 42P01
CREATE TABLE numbered (n bigint DEFAULT nextval('public.no_such_seq'::regclass));
-- works
ALTER TABLE notes ADD COLUMN n integer DEFAULT nextval('no_such_seq'::text); ALTER TABLE counted ALTER COLUMN n SET DEFAULT nextval('"counter"');
-- works
CREATE TABLE numbered (id bigserial, n bigint DEFAULT nextval('numbered_id_seq'));
-- fails 0A000
CREATE DOMAIN pos AS integer; CREATE TABLE d (a pos, b pos[]); ALTER DOMAIN pos ADD CHECK (VALUE > 0);
-- fails 0A000
CREATE DOMAIN pos AS integer; CREATE DOMAIN few AS pos[]; CREATE TABLE d (b few); ALTER DOMAIN pos SET NOT NULL;
-- fails 0A000
CREATE DOMAIN pos AS integer; CREATE TABLE d (b pos[]); ALTER DOMAIN pos ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID; ALTER DOMAIN pos VALIDATE CONSTRAINT c;
-- works
CREATE DOMAIN pos AS integer NOT NULL; CREATE TABLE d (b pos[]); ALTER DOMAIN pos SET NOT NULL; ALTER DOMAIN pos DROP NOT NULL; ALTER DOMAIN pos ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID; ALTER DOMAIN pos SET DEFAULT 1;
-- works
CREATE DOMAIN pos AS integer; CREATE TABLE d (a pos); CREATE VIEW v AS SELECT ARRAY[1]::pos[] AS x; CREATE FUNCTION f(pos[]) RETURNS integer LANGUAGE sql AS 'SELECT 1'; ALTER DOMAIN pos ADD CHECK (VALUE > 0);
-- fails 42809
CREATE INDEX users_idx ON users (email); ALTER TABLE users REPLICA IDENTITY USING INDEX users_idx;
-- fails 42809
CREATE UNIQUE INDEX users_idx ON users (name); ALTER TABLE users REPLICA IDENTITY USING INDEX users_idx;
-- fails 0A000
CREATE UNIQUE INDEX users_idx ON users (id) WHERE id > 0; ALTER TABLE users REPLICA IDENTITY USING INDEX users_idx;
-- fails 0A000
CREATE UNIQUE INDEX users_idx ON users (lower(email)); ALTER TABLE users REPLICA IDENTITY USING INDEX users_idx;
-- fails 0A000
ALTER TABLE users ADD CONSTRAINT users_later UNIQUE (id) DEFERRABLE; ALTER TABLE users REPLICA IDENTITY USING INDEX users_later;
-- works
CREATE UNIQUE INDEX users_idx ON users (email, id) INCLUDE (name); ALTER TABLE users REPLICA IDENTITY USING INDEX users_idx; ALTER TABLE users REPLICA IDENTITY USING INDEX users_pkey; ALTER TABLE users REPLICA IDENTITY FULL;
