import { pgTable, text } from "drizzle-orm/pg-core";

// No schema file: a table for tests.
export const fixtures = pgTable("fixtures", { id: text("id") });
