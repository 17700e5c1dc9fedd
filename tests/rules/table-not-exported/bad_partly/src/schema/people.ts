import { pgTable, text } from "drizzle-orm/pg-core";

export const users = pgTable("users", { id: text("id").primaryKey() });
export const teams = pgTable("teams", { id: text("id").primaryKey() });
