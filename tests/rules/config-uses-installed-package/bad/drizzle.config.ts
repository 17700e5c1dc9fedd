import { defineConfig } from "drizzle-kit";

export default defineConfig({
  out: "./migrations",
  schema: ["./src/schema.ts", "./node_modules/@hogsend/db/src/schema/index.ts"],
  dialect: "postgresql",
});
