-- Columns that the tables of a view have not.
-- file: 0000_init.sql
CREATE TABLE posts (id integer PRIMARY KEY, title text, author integer);
CREATE TABLE users (id integer PRIMARY KEY, name text);
-- file: 0001_views.sql
CREATE VIEW links AS (select "title", "URLPath" from "posts"); -- expect: will-fail
CREATE VIEW authors AS SELECT u.name, p.slug FROM posts p LEFT JOIN users u ON (u.id = p.author); -- expect: will-fail
CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM posts WHERE published; -- expect: will-fail
-- Names of outputs, rows, functions and nested queries may be anything.
CREATE VIEW titles AS SELECT title AS t, p FROM posts p ORDER BY t;
CREATE VIEW wide AS SELECT id, n FROM posts CROSS JOIN (VALUES (1)) AS w (n);
