import { boolean, index, pgTable, timestamp, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";
import { orgs } from "./orgs";
import { tenants } from "./tenants";

// The older form of the extra configuration, an object.
export const domains = pgTable(
  "domains",
  {
    id: varchar("id", { length: 32 })
      .primaryKey()
      .$defaultFn(() => generateId("dom")),
    orgId: varchar("org_id", { length: 32 })
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    tenantId: varchar("tenant_id", { length: 32 }).references(() => tenants.id),
    name: varchar("name", { length: 253 }).notNull(),
    verified: boolean("verified").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => ({
    orgCreated: index("domains_org_created_idx").on(t.orgId, t.createdAt, t.id),
  }),
);
