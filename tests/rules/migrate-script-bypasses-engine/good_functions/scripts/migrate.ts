import { migrateClient, migrateEngine } from "@hogsend/db";

const databaseUrl = process.env.DATABASE_URL!;

async function client() {
  await migrateClient({ databaseUrl, migrationsFolder: "./migrations" });
}
async function engine() {
  await migrateEngine({ databaseUrl });
}
await engine();
await client();
