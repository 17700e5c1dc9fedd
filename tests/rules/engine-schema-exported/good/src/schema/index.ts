import { pgTable, text, uuid } from "drizzle-orm/pg-core";
// What is imported and not exported generates nothing; types are no tables.
import { contacts } from "@hogsend/db";
export type { Contact } from "@hogsend/db";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  status: text("status").notNull(),
  body: text("body").notNull(),
});

const columns = { email: contacts.email };
