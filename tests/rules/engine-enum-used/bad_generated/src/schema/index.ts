import { journeyStatusEnum } from "@hogsend/db";
import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  status: journeyStatusEnum("status"),
  body: text("body").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
