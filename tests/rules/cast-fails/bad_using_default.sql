-- USING converts the values, and not the default, whose type is that of its expression.
-- file: 0000_init.sql
CREATE TABLE jobs (id serial PRIMARY KEY, done boolean DEFAULT false, active integer DEFAULT 1, tries bigint DEFAULT (0), at timestamptz DEFAULT now(), size text DEFAULT 0, note text DEFAULT NULL, kind boolean DEFAULT false, token uuid DEFAULT gen_random_uuid());
-- file: 0001_types.sql
ALTER TABLE jobs ALTER COLUMN done TYPE integer USING done::integer; -- expect: cast-fails
ALTER TABLE jobs ALTER COLUMN active TYPE boolean USING active <> 0; -- expect: cast-fails
ALTER TABLE jobs ALTER COLUMN tries TYPE boolean USING tries <> 0; -- expect: cast-fails
ALTER TABLE jobs ALTER COLUMN at TYPE bigint USING extract(epoch FROM at)::bigint; -- expect: cast-fails
ALTER TABLE jobs ALTER COLUMN id TYPE uuid USING gen_random_uuid(); -- expect: cast-fails
ALTER TABLE jobs ALTER COLUMN token TYPE bigint USING 1; -- expect: cast-fails
-- The default is a number already, or none: the change itself is what is left to say.
ALTER TABLE jobs ALTER COLUMN size TYPE integer USING size::integer; -- expect: table-rewrite
ALTER TABLE jobs ALTER COLUMN note TYPE integer USING note::integer;
ALTER TABLE jobs ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN kind TYPE integer USING kind::integer, ALTER COLUMN kind SET DEFAULT 0; -- expect: table-rewrite
