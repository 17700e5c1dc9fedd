-- file: 0000_mysql.sql
-- MySQL's quotes, in every statement: told once.
CREATE TABLE `users` (`id` int NOT NULL); -- expect: syntax-error
--> statement-breakpoint
CREATE TABLE `posts` (`id` int NOT NULL); -- told with the first
--> statement-breakpoint
CREATE INDEX `posts_id` ON `posts` (`id`); -- and this one
