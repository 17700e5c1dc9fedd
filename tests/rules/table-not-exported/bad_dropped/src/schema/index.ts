import { pgTable, text } from "drizzle-orm/pg-core";

// It was exported when 0000_init was generated.
const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
export const tables = { settings };
