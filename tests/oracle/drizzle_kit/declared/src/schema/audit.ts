import { joined } from "@/lib/table";
import { shortId } from "@/lib/columns";
import { bigserial, boolean, doublePrecision, pgPolicy, primaryKey, text } from "drizzle-orm/pg-core";

const base = { key: shortId("key"), id: bigserial({ mode: "bigint" }), by: text("by") };
const audits = joined(
  `audit`,
  { ...base, by: text("who").notNull(), ok: boolean().default(false).notNull(), x: doublePrecision() },
  (t) => [primaryKey({ columns: [t.id] }), pgPolicy("all", { for: "select" })],
).enableRLS();
export { audits as audit };
