-- Up Migration
CREATE TABLE users (id integer PRIMARY KEY);

-- Down Migration
DROP TABLE users;
