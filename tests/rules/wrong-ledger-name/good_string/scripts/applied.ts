import { neon } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/neon-http";

const db = drizzle(neon(process.env.DATABASE_URL!));
const rows = await db.execute(sql`SELECT 'drizzle_migrations' -- drizzle_migrations
`);
console.log(rows);
