import { runBatchedBackfill } from "@hogsend/engine";
import { sql } from "drizzle-orm";

/** Rows are changed by a job, in batches, never by a migration. */
export const trimNotes = runBatchedBackfill({
  name: "trim-notes",
  batchSize: 500,
  runBatch: async ({ db, batchSize }) => {
    const changed = await db.execute(sql`
      UPDATE client_notes SET body = btrim(body)
      WHERE id IN (
        SELECT id FROM client_notes WHERE body <> btrim(body)
        LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
      )
      RETURNING id`);
    return changed.length;
  },
});

export const workflows = [trimNotes];
