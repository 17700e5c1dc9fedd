import { integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const noteKind = pgEnum("note_kind", ["call", "mail"]);

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id"),
  status: integer("status").notNull(),
  pinnedAt: text("pinned_at"),
});

export const noteTags = pgTable("note_tags", {
  noteId: uuid("note_id").notNull(),
  tag: text("tag").notNull(),
});
