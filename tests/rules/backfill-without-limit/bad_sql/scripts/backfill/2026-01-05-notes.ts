import { inArray, isNull, sql } from "drizzle-orm";

import { db } from "../../src/db";
import { orders } from "../../src/schema";

await db.execute(sql`UPDATE orders SET note = '' WHERE ${orders.note} IS NULL`);
await db.execute(sql<{ id: string }>`
  DELETE FROM orders WHERE note = ''`);
await db.delete(orders).where(isNull(orders.note));
