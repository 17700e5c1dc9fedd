import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
  migrations: { table: "__cloud_migrations", schema: "cloud" },
  dbCredentials: { url: process.env.DATABASE_URL! },
});
