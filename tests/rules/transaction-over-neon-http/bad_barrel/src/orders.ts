import { db, open } from "./db/index.js";
import { orders } from "./schema.js";

export async function clear() {
  await db.transaction(async (tx) => tx.delete(orders));
}

export async function clearAgain() {
  const own = open();
  return own.transaction((tx) => tx.delete(orders));
}

export const clearOnceMore = () => open().transaction((tx) => tx.delete(orders));
