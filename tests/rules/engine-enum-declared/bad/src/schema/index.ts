import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { journeyStatusEnum } from "@hogsend/db";

export const clientNotes = pgTable("client_notes", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  status: journeyStatusEnum("status").notNull(),
  body: text("body").notNull(),
});
