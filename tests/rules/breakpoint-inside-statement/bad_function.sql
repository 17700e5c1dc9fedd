-- file: 0000_touch.sql
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at = now();
  --> statement-breakpoint -- expect: breakpoint-inside-statement
  RETURN NEW;
END
$$;
