import { index, jsonb, pgTable, text, timestamp, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";
import { orgs } from "./orgs";
import { tenants } from "./tenants";

export const messages = pgTable(
  "messages",
  {
    id: varchar("id", { length: 32 })
      .primaryKey()
      .$defaultFn(() => generateId("msg")),
    orgId: varchar("org_id", { length: 32 })
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    tenantId: varchar("tenant_id", { length: 32 }).references(() => tenants.id),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    preview: text("preview"),
    headers: jsonb("headers").notNull().default({}),
    sentAt: timestamp("sent_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("messages_org_created_idx").on(t.orgId, t.createdAt, t.id)],
);
