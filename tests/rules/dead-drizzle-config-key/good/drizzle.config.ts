import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
  // migrationsTable: "migrations" is drizzle-orm's name for it
  migrations: { table: "migrations", schema: "ledger" },
  dbCredentials: { url: process.env.DATABASE_URL! },
});
