-- A single file: what kind of constraint it is, is not known.
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_something; -- expect: drop-constraint
