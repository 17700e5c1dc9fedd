import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
  migrations: { migrationsTable: "migrations", schema: "ledger" },
  dbCredentials: { url: process.env.DATABASE_URL! },
});
