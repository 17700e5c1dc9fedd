import { pgTable, text, uuid } from "drizzle-orm/pg-core";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  status: text("status").notNull(),
  body: text("body").notNull(),
});
