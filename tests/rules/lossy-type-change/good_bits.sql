-- file: 0000_init.sql
CREATE TABLE flags (id uuid PRIMARY KEY, few bit varying(8), others bit varying(5), one bit);
-- file: 0001_longer.sql
-- Every value fits.
ALTER TABLE flags ALTER COLUMN few TYPE bit varying USING few::bit varying;
--> statement-breakpoint
ALTER TABLE flags ALTER COLUMN others TYPE bit varying(8);
--> statement-breakpoint
ALTER TABLE flags ALTER COLUMN one TYPE bit(1) USING one::bit;
