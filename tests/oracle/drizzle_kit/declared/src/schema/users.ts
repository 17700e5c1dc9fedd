import * as p from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { citext, id, LIMITS, softDelete, timestamps } from "../lib/columns";
import { roles, status } from "./enums";

const { length } = { length: 1 };
export const users = p.pgTable(
  "users",
  {
    id: id(),
    email: citext("email").notNull().unique(),
    handle: p.varchar({ length: LIMITS.name }).unique("users_handle_key"),
    displayName: p.text(),
    role: roles().default("member").notNull(),
    statuses: status("statuses").notNull().array(),
    managerId: p.uuid().references((): p.AnyPgColumn => users.id, { onDelete: "set null" }),
    "quotedKey": p.integer().default(0),
    HTTPServerV2: p.text(),
    balance: p.numeric({ precision: 12, scale: 2, mode: "number" }).default(0),
    total: p.decimal("total", { precision: 8 }),
    at: p.time({ precision: 0, withTimezone: true }),
    span: p.interval({ fields: "day to second", precision: 3 }),
    place: p.geometry("place", { type: "point", mode: "xy", srid: 4326 }),
    embedding: p.vector({ dimensions: 3 }),
    bits: p.bit({ dimensions: 4 }),
    matrix: p.integer().array(3).array(),
    sequence: p.bigint({ mode: "number" }).generatedAlwaysAsIdentity({ startWith: 10 }),
    lowered: p.text().generatedAlwaysAs((): ReturnType<typeof sql> => sql`lower(${users.email})`),
    payload: p.jsonb().$type<{ a: string }>().default({ a: "x" }),
    ...timestamps,
    ...softDelete(),
  },
  (t) => ({
    byRole: p.index("users_role_idx").on(t.role, t.createdAt.desc(), t.id),
    unnamed: p.index().on(t.displayName),
    lower: p.uniqueIndex("users_lower_idx").on(sql`lower(${t.email})`).where(sql`true`),
    gin: p.index("users_payload_idx").using("gin", t.payload.op("jsonb_path_ops")),
    pair: p.unique().on(t.role, t.displayName).nullsNotDistinct(),
    positive: p.check("positive", sql`${t.balance} >= 0`),
  }),
);

export const usersHidden = 1;
const internal = p.pgTable("internal", { id: p.serial() });
export const grouped = { internal };
