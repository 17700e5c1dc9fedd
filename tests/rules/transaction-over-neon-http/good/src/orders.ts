import { eq } from "drizzle-orm";

import { db, sql } from "./db";
import { orders } from "./schema";
import { pooled } from "./socket";

// One request, one transaction.
export async function rename(from: string, to: string) {
  await db.batch([
    db.update(orders).set({ note: to }).where(eq(orders.id, from)),
    db.delete(orders).where(eq(orders.id, to)),
  ]);
}

// Neon's own driver takes an array, or a function that returns one.
export async function clear(ids: string[]) {
  await sql.transaction(ids.map((id) => sql`DELETE FROM orders WHERE id = ${id}`));
  await sql.transaction((tx) => ids.map((id) => tx`DELETE FROM orders WHERE id = ${id}`));
}

// A WebSocket has transactions.
export async function move(id: string) {
  await pooled.transaction(async (tx) => tx.delete(orders).where(eq(orders.id, id)));
}

// What a parameter is, only its caller knows: here the pool.
export async function inside(db: typeof pooled) {
  await db.transaction(async (tx) => tx.delete(orders).where(eq(orders.id, "x")));
}
