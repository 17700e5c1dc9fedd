import { runBatchedBackfill } from "@hogsend/engine";
import { sql } from "drizzle-orm";

import { clearSome } from "./clear.js";

// The batch has a limit.
export const notes = runBatchedBackfill({
  name: "notes",
  runBatch: async ({ db, batchSize }) => {
    const changed = await db.execute(sql`
      UPDATE orders SET note = '' WHERE id IN (
        SELECT id FROM orders WHERE note IS NULL LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
      RETURNING id`);
    return changed.length;
  },
});

// What another file does is not judged.
export const elsewhere = runBatchedBackfill({ name: "elsewhere", runBatch: (it) => clearSome(it) });
