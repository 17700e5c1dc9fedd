-- file: 0000_init.sql
CREATE TABLE flags (id uuid PRIMARY KEY, eight bit(8), few bit varying(8), any_number bit varying);
-- file: 0001_shorter.sql
ALTER TABLE flags ALTER COLUMN eight TYPE bit(3) USING eight::bit(3); -- expect: lossy-type-change, table-rewrite
--> statement-breakpoint
ALTER TABLE flags ALTER COLUMN few TYPE bit USING few::bit; -- expect: lossy-type-change
--> statement-breakpoint
ALTER TABLE flags ALTER COLUMN any_number TYPE bit varying(5) USING any_number::bit varying(5); -- expect: lossy-type-change
