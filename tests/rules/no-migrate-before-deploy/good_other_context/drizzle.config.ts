import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
  migrations: { table: "__client_migrations", schema: "drizzle" },
  dbCredentials: { url: process.env.DATABASE_URL! },
});
