import { join } from "node:path";
import { migrateClient, migrateEngine } from "@hogsend/db";

const databaseUrl = process.env.DATABASE_URL!;
const migrationsFolder = join(import.meta.dirname, "..", "migrations");
await migrateEngine({ databaseUrl });
await migrateClient({ databaseUrl, migrationsFolder });
