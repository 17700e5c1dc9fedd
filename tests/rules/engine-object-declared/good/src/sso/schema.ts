// Of another database: drizzle.config's schema does not reach this file.
import { pgTable, text } from "drizzle-orm/pg-core";

export const user = pgTable("user", { id: text("id").primaryKey() });
