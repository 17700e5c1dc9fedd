import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { migrateClient, migrateEngine } from "@hogsend/db";

const repoRoot = join(dirname(fileURLToPath(import.meta.url)), "..");
const migrationsFolder = join(repoRoot, "migrations");
const databaseUrl = process.env.DATABASE_URL;

if (!databaseUrl) {
  console.error("DATABASE_URL is not set");
  process.exit(1);
}

// The engine first: the tables of this app may build on its own.
await migrateEngine({ databaseUrl });

if (existsSync(join(migrationsFolder, "meta", "_journal.json"))) {
  await migrateClient({ databaseUrl, migrationsFolder });
} else {
  console.log("[client] No migrations/meta/_journal.json: run `pnpm db:generate` first.");
}
