-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad');
-- file: 0001_value.sql
ALTER TYPE mood ADD VALUE 'it's'; -- expect: syntax-error
-- What stands behind is no part of the message.
