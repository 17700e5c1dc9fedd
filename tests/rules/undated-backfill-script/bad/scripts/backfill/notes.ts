import { inArray, isNull, sql } from "drizzle-orm";

import { db } from "../../src/db";
import { orders } from "../../src/schema";

await db.update(orders).set({ note: "" }).where(inArray(orders.id, ["ord_1"]));
