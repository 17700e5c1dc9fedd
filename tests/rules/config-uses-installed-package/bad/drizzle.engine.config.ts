import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./node_modules/@hogsend/db/drizzle",
  schema: "./src/schema.ts",
  dialect: "postgresql",
});
