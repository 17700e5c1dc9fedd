import { pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["good", "bad"]);

export const notes = pgTable("notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  body: text("body").notNull(),
  mood: mood("mood"),
});

export const tags = pgTable("tags", { id: uuid("id").primaryKey().defaultRandom() });
