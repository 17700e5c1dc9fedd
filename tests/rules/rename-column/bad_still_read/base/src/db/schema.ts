import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  email: text("email"),
  legacyName: text("legacy_name"),
});

export const posts = pgTable("posts", {
  id: integer("id").primaryKey(),
  title: text("title"),
});
