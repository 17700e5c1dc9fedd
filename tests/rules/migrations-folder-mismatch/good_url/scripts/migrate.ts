import { fileURLToPath } from "node:url";
import { migrateClient, migrateEngine } from "@hogsend/db";

const databaseUrl = process.env.DATABASE_URL!;
const migrationsFolder = process.env.CLIENT_MIGRATIONS_FOLDER ?? fileURLToPath(new URL("../migrations", import.meta.url));
await migrateEngine({ databaseUrl });
await migrateClient({ databaseUrl, migrationsFolder });
