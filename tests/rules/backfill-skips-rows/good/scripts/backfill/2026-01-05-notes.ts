// The first page, again and again.
import { inArray, isNull, sql } from "drizzle-orm";

import { db } from "../../src/db";
import { orders } from "../../src/schema";

for (let offset = 0; ; offset += 500) {
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
