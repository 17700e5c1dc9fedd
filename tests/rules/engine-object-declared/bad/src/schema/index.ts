import { index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const contacts = pgTable("contacts", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: text("email").notNull(),
});

export const journeyStatus = pgEnum("journey_status", ["open", "done"]);

export const clientNotes = pgTable(
  "client_notes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: text("user_id").notNull(),
    status: text("status").notNull(),
    body: text("body").notNull(),
  },
  (t) => [index("links_source_idx").on(t.userId)],
);
