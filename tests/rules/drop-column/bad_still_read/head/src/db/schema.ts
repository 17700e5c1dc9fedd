import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  email: text("email"),
});

export const posts = pgTable("posts", {
  id: integer("id").primaryKey(),
  title: text("title"),
});
