import { db } from "./db";
import { users } from "./db/schema";

export async function listUsers() {
  return db.select().from(users);
}
