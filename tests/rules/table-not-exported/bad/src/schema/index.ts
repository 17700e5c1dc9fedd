import { pgView, text } from "drizzle-orm/pg-core";
import { eq } from "drizzle-orm";
import { pgTable, uuid } from "drizzle-orm/pg-core";
import { settings } from "./settings";

export * from "./settings";

const invoices = pgTable("invoices", { id: uuid("id").primaryKey() });
const secrets = pgView("secrets").as((qb) => qb.select().from(settings).where(eq(settings.key, "s")));
export const schema = { invoices, secrets };
