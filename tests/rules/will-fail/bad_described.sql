-- What is described, or given away, has to be there.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_rights.sql
COMMENT ON COLUMN users.email IS 'for letters'; -- expect: will-fail
COMMENT ON CONSTRAINT users_email_check ON users IS 'has an @'; -- expect: will-fail
-- Nobody has dropped it, so that something else may have made it: a warning, and from here on the
-- files are not the whole history.
GRANT SELECT ON orders TO reporting; -- expect: will-fail
COMMENT ON TABLE usres IS 'who signed up';
