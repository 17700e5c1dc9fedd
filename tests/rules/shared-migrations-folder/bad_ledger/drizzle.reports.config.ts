import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./reports",
  schema: "./src/reports.ts",
  dialect: "postgresql",
  dbCredentials: { url: process.env.DATABASE_URL! },
});
