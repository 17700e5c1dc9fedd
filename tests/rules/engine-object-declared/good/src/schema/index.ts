// Tables of the engine's names in a schema of their own; contacts is not ours to declare.
import { pgSchema, text, uuid } from "drizzle-orm/pg-core";

// pgTable("contacts") in a comment declares nothing.
export const app = pgSchema("app");

export const contacts = app.table("contacts", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: text("email").notNull(),
});
