import { pgTable, text, timestamp, varchar } from "drizzle-orm/pg-core";

export const orders = pgTable("orders", {
  id: varchar("id", { length: 32 }).primaryKey(),
  note: text("note"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
