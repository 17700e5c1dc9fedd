import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
  migrationsTable: "migrations",
  migrationsSchema: "ledger",
  dbCredentials: { url: process.env.DATABASE_URL! },
});
