-- A trigger that fills another column, or only in an UPDATE, or only reads it.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL DEFAULT '', slug text NOT NULL DEFAULT '');
CREATE TABLE posts (id uuid PRIMARY KEY, slug text NOT NULL DEFAULT '');
CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.email = '' THEN
    NEW.slug = lower(NEW.email);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER users_fill BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION fill();
CREATE TRIGGER posts_fill BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION fill();
-- file: 0001_drop.sql
ALTER TABLE users ALTER COLUMN email DROP DEFAULT; -- expect: drop-default
ALTER TABLE posts ALTER COLUMN slug DROP DEFAULT; -- expect: drop-default
