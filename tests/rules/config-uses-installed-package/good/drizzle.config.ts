import { defineConfig } from "drizzle-kit";

// Never out: "./node_modules/@hogsend/db/drizzle"; the engine's migrations are its own.
export default defineConfig({
  out: "./migrations",
  schema: "./src/schema.ts",
  dialect: "postgresql",
});
