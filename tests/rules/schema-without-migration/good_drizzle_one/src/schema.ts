import { bytea, camelCase, pgSchema, pgTable, pgTableCreator, snakeCase, text } from "drizzle-orm/pg-core";

// What only Drizzle 1.0 has: casing by table, withRLS, and arrays that keep what stands before them.
export const app = pgSchema("app");
export const low = snakeCase.schema("low");
export const kind = app.enum("Kind", { Small: "small", Large: "large" });
const prefixed = pgTableCreator((name) => `acme_${name}`, "snake_case");

export const notes = snakeCase.table("notes", { createdAt: text().notNull(), userID: text("ID") });
export const tags = low.table("tags", (t) => ({ fullName: t.text().notNull().array() }));
export const jobs = prefixed("jobs", { lastRun: text(), size: kind().notNull().default("small") });
export const files = app.table.withRLS("files", { rawBytes: bytea() });
export const lines = camelCase.table("lines", { created_at: text() });
export const orders = pgTable.withRLS("orders", { createdAt: text() });
export const loud = snakeCase.view("loud").as((qb) => qb.select().from(notes));
