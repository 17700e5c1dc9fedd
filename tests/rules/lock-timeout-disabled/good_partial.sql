-- history: partial
-- file: 0007_more.sql
CREATE TABLE labels (id uuid PRIMARY KEY);
-- file: 0008_index.sql
COMMIT;--> statement-breakpoint
SET lock_timeout = '5s';--> statement-breakpoint
-- An index that no file made: CONCURRENTLY waits without holding anybody up.
SET lock_timeout = 0;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS messages_sent_at;--> statement-breakpoint
SET lock_timeout = '5s';
