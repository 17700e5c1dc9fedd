import { index, pgEnum, pgTable, timestamp, uniqueIndex, varchar } from "drizzle-orm/pg-core";

import { generateId } from "../ids";
import { orgs } from "./orgs";

export const membershipRole = pgEnum("membership_role", ["owner", "admin", "member"]);

export const memberships = pgTable(
  "memberships",
  {
    id: varchar("id", { length: 32 })
      .primaryKey()
      .$defaultFn(() => generateId("mem")),
    orgId: varchar("org_id", { length: 32 })
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    email: varchar("email", { length: 320 }).notNull(),
    role: membershipRole("role").notNull().default("member"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("memberships_org_created_idx").on(t.orgId, t.createdAt, t.id),
    uniqueIndex("memberships_org_email_idx").on(t.orgId, t.email),
  ],
);
