import { eq } from "drizzle-orm";

import { db } from "./db";
import { orders } from "./schema";

export async function rename(from: string, to: string) {
  // db.transaction() in a comment is nobody's business.
  await db.transaction(async (tx) => {
    await tx.update(orders).set({ note: to }).where(eq(orders.id, from));
    await tx.delete(orders).where(eq(orders.id, to));
  });
}

export async function forget(id: string) {
  await db.transaction(async (tx) => {
    await tx.delete(orders).where(eq(orders.id, id));
  });
}
