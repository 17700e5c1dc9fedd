-- A single file: the table exists, its columns are not known.
ALTER TABLE app."User" DROP COLUMN IF EXISTS "fullName"; -- expect: drop-column
