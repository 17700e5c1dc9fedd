-- The constraint's name is still that of the one that goes; what else the remedy keeps.
-- file: 0000_init.sql
CREATE TABLE m (a integer NOT NULL, b integer NOT NULL, CONSTRAINT m_key PRIMARY KEY (a));
CREATE TABLE n (a integer NOT NULL, b integer NOT NULL, CONSTRAINT n_key UNIQUE (a));
CREATE TABLE p (s text);
CREATE INDEX p_s_key ON p (lower(s));
CREATE TABLE q (s text);
CREATE TABLE r (s text);
CREATE TABLE u (s text);
CREATE TABLE t (id integer NOT NULL, s text, CONSTRAINT t_pkey PRIMARY KEY (id));
-- file: 0001_again.sql
ALTER TABLE m DROP CONSTRAINT m_key, ADD CONSTRAINT m_key PRIMARY KEY (b, a); -- expect: drop-constraint, unique-constraint-builds-index
ALTER TABLE n DROP CONSTRAINT n_key; -- expect: drop-constraint
ALTER TABLE n ADD CONSTRAINT n_key UNIQUE (b); -- expect: unique-constraint-builds-index
-- PostgreSQL takes the next name that is free.
ALTER TABLE p ADD UNIQUE (s); -- expect: unique-constraint-builds-index
ALTER TABLE q ADD CONSTRAINT q_key UNIQUE (s) DEFERRABLE INITIALLY DEFERRED; -- expect: unique-constraint-builds-index
-- The SQL begins with the column.
ALTER TABLE r ADD COLUMN plan text NOT NULL DEFAULT 'free' UNIQUE; -- expect: unique-constraint-builds-index
-- Not without its other constraint: the column is left to the reader.
ALTER TABLE u ADD COLUMN plan text DEFAULT 'free' UNIQUE CHECK (plan <> ''); -- expect: unique-constraint-builds-index, check-validates
-- A new column under the old name: nothing keeps its rows apart.
ALTER TABLE t DROP CONSTRAINT t_pkey, DROP COLUMN id, ADD COLUMN id integer, ADD CONSTRAINT t_pkey PRIMARY KEY (id); -- expect: drop-column, unique-constraint-builds-index
