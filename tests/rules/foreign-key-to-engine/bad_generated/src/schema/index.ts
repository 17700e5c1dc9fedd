import { contacts } from "@hogsend/db";
import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  contactId: uuid("contact_id").references(() => contacts.id),
  body: text("body").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
