import { runBatchedBackfill } from "@hogsend/engine";
import { sql } from "drizzle-orm";

export const emails = runBatchedBackfill({
  name: "emails",
  runBatch: async ({ db, batchSize }) => {
    const changed = await db.execute(sql`
      WITH batch AS (
        SELECT id FROM contacts WHERE normalized_email IS NULL
        LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
      )
      UPDATE contacts SET normalized_email = lower(contacts.email)
      FROM batch WHERE contacts.id = batch.id RETURNING contacts.id`);
    return changed.length;
  },
});
