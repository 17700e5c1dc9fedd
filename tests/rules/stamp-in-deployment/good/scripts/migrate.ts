import { migrateClient, migrateEngine } from "@hogsend/db";

const url = process.env.DATABASE_URL!;
await migrateEngine({ url });
await migrateClient({ url, folder: "migrations" });
