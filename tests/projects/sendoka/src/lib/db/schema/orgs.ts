import { pgTable, timestamp, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";

export const orgs = pgTable("orgs", {
  id: varchar("id", { length: 32 })
    .primaryKey()
    .$defaultFn(() => generateId("org")),
  name: varchar("name", { length: 120 }).notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
