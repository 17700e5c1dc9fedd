import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./src/schema/index.ts", "./src/{views,none}.ts", "./src/schema/more"],
  out: "./drizzle",
  casing: "snake_case",
});
