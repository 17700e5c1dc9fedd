-- Defaults that no INSERT could use.
-- file: 0000_init.sql
CREATE TABLE posts (id uuid PRIMARY KEY, title text, rating integer);
-- file: 0001_defaults.sql
CREATE TABLE files (raw bytea DEFAULT x); -- expect: will-fail
CREATE TABLE tags (words text[] DEFAULT 'x'::text[]); -- expect: will-fail
ALTER TABLE posts ALTER COLUMN rating SET DEFAULT ''; -- expect: will-fail
CREATE TABLE flags (active boolean DEFAULT 'maybe'); -- expect: will-fail
-- Words of SQL are no columns, and these are values.
CREATE TABLE users (name text DEFAULT current_user, tags text[] DEFAULT '{}', n integer DEFAULT ' 7 ');
