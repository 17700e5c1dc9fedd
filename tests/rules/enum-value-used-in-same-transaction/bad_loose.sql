ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
SELECT 'happy'::mood; -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
ALTER TABLE notes ADD COLUMN mood mood DEFAULT 'happy'; -- expect: enum-value-used-in-same-transaction
