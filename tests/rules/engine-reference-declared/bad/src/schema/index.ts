import { foreignKey, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { contacts, deals as engineDeals } from "@hogsend/db";

export const clientNotes = pgTable(
  "client_notes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: text("user_id").notNull().references(() => contacts.externalId),
    status: text("status").notNull(),
    body: text("body").notNull(),
  },
  (t) => [foreignKey({ columns: [t.status], foreignColumns: [engineDeals.id] })],
);
