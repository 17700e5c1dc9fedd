import { index, pgTable, text, timestamp, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";
import { orgs } from "./orgs";
import { tenants } from "./tenants";

export const apiKeys = pgTable(
  "api_keys",
  {
    id: varchar("id", { length: 32 })
      .primaryKey()
      .$defaultFn(() => generateId("key")),
    orgId: varchar("org_id", { length: 32 })
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    tenantId: varchar("tenant_id", { length: 32 }).references(() => tenants.id),
    hash: text("hash").notNull().unique(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("api_keys_org_created_idx").on(t.orgId, t.createdAt, t.id)],
);
