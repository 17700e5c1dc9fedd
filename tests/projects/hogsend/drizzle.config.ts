import { defineConfig } from "drizzle-kit";

/**
 * The client track: the tables of this app, beside those of the engine in the same database.
 *
 * Its ledger is `drizzle.__client_migrations`. Do not use Drizzle's default `__drizzle_migrations`:
 * that one records the engine's migrations. `db:push` is for throwaway databases only.
 */
export default defineConfig({
  out: "./migrations",
  schema: "./src/schema/index.ts",
  dialect: "postgresql",
  migrations: {
    table: "__client_migrations",
    schema: "drizzle",
  },
  dbCredentials: {
    url: process.env.DATABASE_URL ?? "postgresql://hogsend:hogsend@localhost:5434/hogsend",
  },
});
