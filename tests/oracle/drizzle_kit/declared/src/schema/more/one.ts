import { char, cidr, inet, macaddr8, pgTable, point, real, smallint } from "drizzle-orm/pg-core";

function makeTable(name: string) {
  return pgTable(`made_${name}`, { c: char({ length: 3 }), c0: char(), r: real().notNull() });
}
export const made = makeTable("one");
export const two = makeTable("two");
export const net = pgTable("net", {
  ip: inet().primaryKey(),
  net: cidr("net"),
  mac: macaddr8(),
  at: point(),
  rank: smallint().generatedByDefaultAsIdentity(),
});
module.exports.late = pgTable("late", { ip: inet() });
