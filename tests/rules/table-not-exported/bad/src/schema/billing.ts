import { pgTable, text, uuid } from "drizzle-orm/pg-core";

export const plans = pgTable("plans", { id: uuid("id").primaryKey() });
export const coupons = pgTable("coupons", { code: text("code").primaryKey() });
