import { join } from "node:path";
import { migrateClient, migrateEngine } from "@hogsend/db";

const databaseUrl = process.env.DATABASE_URL!;
await migrateEngine({ databaseUrl });
