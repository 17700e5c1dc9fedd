// Seven characters, one underscore, 24 more.
import { db } from "./db";
import { generateId } from "./ids";
import { orders } from "./schema";

export async function create(note: string) {
  const id = generateId("voucher");
  await db.insert(orders).values({ id, note });
  return id;
}
