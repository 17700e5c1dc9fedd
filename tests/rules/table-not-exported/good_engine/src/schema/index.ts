import { pgTable, text } from "drizzle-orm/pg-core";

export * from "./settings";

// A picture of the engine's table for queries. Exporting it would generate CREATE TABLE.
const contacts = pgTable("contacts", { externalId: text("external_id") });
export const queries = { contacts };
