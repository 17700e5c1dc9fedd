import { runBatchedBackfill } from "@hogsend/engine";
import { isNull, sql } from "drizzle-orm";

import { orders } from "./schema.js";

export const all = runBatchedBackfill({
  name: "notes",
  runBatch: async ({ db }) => {
    const changed = await db.execute(sql`UPDATE orders SET note = '' WHERE note IS NULL RETURNING id`);
    return changed.length;
  },
});

async function clear(db) {
  return db.update(orders).set({ note: "" }).where(isNull(orders.note)).returning();
}

export const called = runBatchedBackfill({
  name: "notes-again",
  async runBatch({ db }) {
    return (await clear(db)).length;
  },
});
