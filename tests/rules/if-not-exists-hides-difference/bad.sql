-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, age text);
CREATE TABLE posts (id uuid PRIMARY KEY);
-- file: 0001_again.sql
CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, age integer); -- expect: if-not-exists-hides-difference
CREATE TABLE IF NOT EXISTS posts (id uuid PRIMARY KEY, body text); -- expect: if-not-exists-hides-difference
ALTER TABLE users ADD COLUMN IF NOT EXISTS age integer; -- expect: if-not-exists-hides-difference
