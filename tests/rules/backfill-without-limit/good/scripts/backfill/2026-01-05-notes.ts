import { inArray, isNull, sql } from "drizzle-orm";

import { db } from "../../src/db";
import { orders } from "../../src/schema";

// The rows of a page of keys.
for (;;) {
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(isNull(orders.note))
    .limit(500);
  if (rows.length === 0) break;
  await db
    .update(orders)
    .set({ note: "none" })
    .where(inArray(orders.id, rows.map((row) => row.id)));
}

// The limit stands in the statement.
await db.execute(sql`
  UPDATE orders SET note = '' WHERE id IN (
    SELECT id FROM orders WHERE note IS NULL LIMIT 500 FOR UPDATE SKIP LOCKED)`);

// One row by its key.
await db.execute(sql`UPDATE orders SET note = '' WHERE id = ${"ord_1"}`);

// No table: a Map has a delete() as well.
const seen = new Map<string, string>();
seen.delete("x");
