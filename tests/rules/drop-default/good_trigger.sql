-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL DEFAULT '', slug text NOT NULL DEFAULT '');
CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.slug IS NULL THEN
    NEW.slug := lower(NEW.email);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER users_fill BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION fill();
-- file: 0001_silent.sql
-- The trigger gives it a value.
ALTER TABLE users ALTER COLUMN slug DROP DEFAULT;
