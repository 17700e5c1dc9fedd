-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, age integer, state text, seen_at timestamptz);
CREATE TABLE posts (id integer PRIMARY KEY, author integer NOT NULL REFERENCES users (id) ON DELETE CASCADE);
CREATE TABLE comments (id integer PRIMARY KEY, post integer NOT NULL REFERENCES posts (id) ON DELETE CASCADE);
CREATE TABLE invoices (id integer PRIMARY KEY, payer integer REFERENCES users (id) ON DELETE SET NULL);
-- file: 0001_clean.sql
DELETE FROM users WHERE age IS NULL; -- expect: delete-cascades
DELETE FROM users WHERE state = 'test'; -- expect: delete-cascades
