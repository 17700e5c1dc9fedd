/**
 * The tables of this app. The engine has its own (`contacts`, `journey_states`, `email_sends`, ...):
 * import those from `@hogsend/db` where you query them, and never declare or re-export them here.
 *
 * Refer to a person of the engine by `user_id`, plain text without a foreign key, as in
 * `pgTable("contacts", ...)` of the engine.
 */
import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  // contacts.external_id of the engine; not references(() => contacts.externalId).
  userId: text("user_id").notNull(),
  body: text("body").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
