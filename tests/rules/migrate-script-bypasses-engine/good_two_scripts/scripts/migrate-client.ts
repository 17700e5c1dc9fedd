import { migrateClient } from "@hogsend/db";

await migrateClient({ databaseUrl: process.env.DATABASE_URL!, migrationsFolder: "migrations" });
