import { index, pgTable, text, timestamp, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";
import { orgs } from "./orgs";
import { tenants } from "./tenants";

export const templates = pgTable(
  "templates",
  {
    id: varchar("id", { length: 32 })
      .primaryKey()
      .$defaultFn(() => generateId("tpl")),
    orgId: varchar("org_id", { length: 32 })
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    tenantId: varchar("tenant_id", { length: 32 }).references(() => tenants.id),
    name: varchar("name", { length: 120 }).notNull(),
    source: text("source").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("templates_org_created_idx").on(t.orgId, t.createdAt, t.id)],
);
