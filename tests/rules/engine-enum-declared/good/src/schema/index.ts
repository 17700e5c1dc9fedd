import { pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const noteStatus = pgEnum("note_status", ["open", "done"]);

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  status: noteStatus("status").notNull(),
  body: text("body").notNull(),
});
