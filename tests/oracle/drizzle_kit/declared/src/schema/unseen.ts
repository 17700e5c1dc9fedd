import { pgTable, text } from "drizzle-orm/pg-core";

export const unseen = pgTable("unseen", { id: text() });
