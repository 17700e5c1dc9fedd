import { sql } from "@/db";

export async function clear(id: string) {
  await sql.transaction(async (tx) => [tx`DELETE FROM orders WHERE id = ${id}`]);
}
