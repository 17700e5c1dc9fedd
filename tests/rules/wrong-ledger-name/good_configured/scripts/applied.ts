import { neon } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/neon-http";

const db = drizzle(neon(process.env.DATABASE_URL!));
const rows = await db.execute(sql`SELECT hash, created_at FROM drizzle.drizzle_migrations ORDER BY id`);
console.log(rows);
