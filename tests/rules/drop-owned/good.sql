-- What the role owns stays; only a privilege goes.
CREATE TABLE notes (id uuid PRIMARY KEY);
REVOKE SELECT ON notes FROM reporting;
