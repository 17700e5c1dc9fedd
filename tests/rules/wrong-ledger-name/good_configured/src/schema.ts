import { pgTable, text, varchar } from "drizzle-orm/pg-core";

export const settings = pgTable("settings", {
  id: varchar("id", { length: 32 }).primaryKey(),
  value: text("value").notNull(),
});
