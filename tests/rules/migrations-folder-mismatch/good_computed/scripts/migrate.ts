import { join } from "node:path";
import { migrateClient, migrateEngine } from "@hogsend/db";

const databaseUrl = process.env.DATABASE_URL!;
const migrationsFolder = process.argv[2];
await migrateEngine({ databaseUrl });
await migrateClient({ databaseUrl, migrationsFolder });
