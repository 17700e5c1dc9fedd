import { pgEnum, pgSchema } from "drizzle-orm/pg-core";

const ROLES = ["owner", "member"] as const;
export enum Status {
  Draft = "draft",
  Live = "it's live",
}
export const app = pgSchema("app");
export const roles = pgEnum("roles", [...ROLES, "guest"]);
export const status = pgEnum("status", Status);
export const kind = app.enum("Kind", { A: "a", B: "b" });
