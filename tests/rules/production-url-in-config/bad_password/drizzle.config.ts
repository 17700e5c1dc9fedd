import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
  dbCredentials: {
    url: "postgres://app:not-a-secret@ep-cool-dew-123456.eu-central-1.aws.neon.tech/app?sslmode=require",
  },
});
