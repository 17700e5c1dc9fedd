import { integer, pgMaterializedView, pgView, text } from "drizzle-orm/pg-core";
import { eq, sql } from "drizzle-orm";
import { users } from "@/schema";
import { app } from "@/schema/enums";

export const active = pgView("active").as((qb) => qb.select().from(users).where(eq(users.role, "owner")));
export const counted = pgMaterializedView("counted", { n: integer() }).as(sql`select 1 as n`);
export const theirs = pgView("theirs", { id: text("id") }).existing();
export const scoped = app.view("scoped", { id: text() }).as(sql`select 'x' as id`);
export const builder = pgView("builder", { id: text() });
