import { migrateClient } from "@hogsend/db";
import { migrateEngineOnce } from "../src/engine";

await migrateEngineOnce();
await migrateClient({ databaseUrl: process.env.DATABASE_URL!, migrationsFolder: "migrations" });
