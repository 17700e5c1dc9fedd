import { and, desc, eq, lt } from "drizzle-orm";

import { db } from "../lib/db";
import { messages, templates } from "../lib/db/schema";

export async function listMessages(orgId: string, before: Date) {
  return db
    .select({ id: messages.id, subject: messages.subject, preview: messages.preview })
    .from(messages)
    .where(and(eq(messages.orgId, orgId), lt(messages.createdAt, before)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(50);
}

/** Both or neither: a batch is one transaction, where db.transaction() does not exist. */
export async function rename(orgId: string, templateId: string, name: string, subject: string) {
  await db.batch([
    db.update(templates).set({ name }).where(eq(templates.id, templateId)),
    db.insert(messages).values({ orgId, subject, body: "" }),
  ]);
}
