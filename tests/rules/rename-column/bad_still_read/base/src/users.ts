import { eq } from "drizzle-orm";
import { db } from "./db";
import { users } from "./db/schema";

// users.legacyName in a comment is no use.
export async function findByName(name: string) {
  return db.select({ id: users.id }).from(users).where(eq(users.legacyName, name));
}

export async function listUsers() {
  return db.select().from(users);
}

export async function rename(id: number, name: string) {
  await db.update(users).set({ legacyName: name }).where(eq(users.id, id));
}
