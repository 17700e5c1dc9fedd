import { pgTable, text } from "drizzle-orm/pg-core";

export const plans = pgTable("plans", { id: text("id").primaryKey() });
