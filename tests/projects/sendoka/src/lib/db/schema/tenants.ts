import { index, pgTable, timestamp, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";
import { orgs } from "./orgs";

export const tenants = pgTable(
  "tenants",
  {
    id: varchar("id", { length: 32 })
      .primaryKey()
      .$defaultFn(() => generateId("ten")),
    orgId: varchar("org_id", { length: 32 })
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    name: varchar("name", { length: 120 }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("tenants_org_created_idx").on(t.orgId, t.createdAt.desc(), t.id)],
);
