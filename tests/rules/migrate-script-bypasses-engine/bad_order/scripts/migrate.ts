import { migrateClient, migrateEngine } from "@hogsend/db";

const databaseUrl = process.env.DATABASE_URL!;
// migrateEngine({ databaseUrl }) comes first
await migrateClient({ databaseUrl, migrationsFolder: "migrations" });
await migrateEngine({ databaseUrl });
