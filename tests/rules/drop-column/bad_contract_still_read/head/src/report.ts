import { sql } from "drizzle-orm";
import { db } from "./db";

export async function report() {
  return db.execute(sql`
    select u.id, u.legacy_name
    from users u
    order by u.id`);
}
