import { customType, timestamp, uuid, varchar } from "drizzle-orm/pg-core";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

const ID_LENGTH = 32;
export const LIMITS = { name: 120, id: ID_LENGTH } as const;

export const timestamps = {
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date", precision: 3 })
    .defaultNow()
    .notNull(),
  updatedAt: timestamp({ withTimezone: true, mode: "string", precision: 6 }).$onUpdate(() => ""),
};

export const softDelete = () => ({ deletedAt: timestamp() });

export const id = () => uuid().primaryKey().defaultRandom();
export function shortId(name = "id") {
  const options = { length: LIMITS.id };
  return varchar(name, options).notNull();
}

export const citext = customType<{ data: string }>({
  dataType() {
    return "citext";
  },
});
export type Column = AnyPgColumn;
