import { eq } from "drizzle-orm";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { contacts } from "@hogsend/db";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  // contacts.externalId; not .references(() => contacts.externalId)
  userId: text("user_id").notNull(),
  status: text("status").notNull(),
  body: text("body").notNull(),
});

// A query may join them.
export const ofContact = eq(clientNotes.userId, contacts.externalId);
