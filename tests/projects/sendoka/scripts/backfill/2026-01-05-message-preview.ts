import { inArray, isNull, sql } from "drizzle-orm";

import { db } from "../../src/lib/db";
import { messages } from "../../src/lib/db/schema";

// messages.preview came in 0001; rows from before have none. Safe to run again.
const BATCH = 500;

for (;;) {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(isNull(messages.preview))
    .limit(BATCH);
  if (rows.length === 0) break;
  await db
    .update(messages)
    .set({ preview: sql`left(${messages.body}, 120)` })
    .where(inArray(messages.id, rows.map((row) => row.id)));
}
