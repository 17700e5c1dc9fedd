import { migrateEngine } from "@hogsend/db";

await migrateEngine({ databaseUrl: process.env.DATABASE_URL! });
