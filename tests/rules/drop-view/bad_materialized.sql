-- Materialized views that come back: what else goes with the old one.
-- file: 0000_init.sql
CREATE TABLE posts (id integer PRIMARY KEY, author integer);
CREATE MATERIALIZED VIEW authors AS SELECT author, count(*) AS n FROM posts GROUP BY author;
CREATE UNIQUE INDEX authors_author_idx ON authors (author);
CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM posts;
CREATE MATERIALIZED VIEW writers AS SELECT author FROM posts;
CREATE UNIQUE INDEX writers_author_idx ON writers (author);
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM posts;
CREATE UNIQUE INDEX totals_n_idx ON totals (n);
-- file: 0001_views.sql
DROP MATERIALIZED VIEW authors; -- expect: drop-view
CREATE MATERIALIZED VIEW authors AS SELECT author, count(*) AS n FROM posts WHERE author > 0 GROUP BY author;
DROP MATERIALIZED VIEW counts; -- expect: drop-view
CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM posts WITH NO DATA;
-- Made beside the old one, with its index.
CREATE MATERIALIZED VIEW writers_new AS SELECT DISTINCT author FROM posts;
CREATE UNIQUE INDEX writers_new_author_idx ON writers_new (author);
DROP MATERIALIZED VIEW writers; -- expect: drop-view
ALTER MATERIALIZED VIEW writers_new RENAME TO writers;
-- A unique index of one that stays.
DROP INDEX totals_n_idx; -- expect: drop-constraint
