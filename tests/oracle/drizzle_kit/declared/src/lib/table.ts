import { type PgColumnBuilderBase, pgTableCreator } from "drizzle-orm/pg-core";

const PREFIX = "app";
export const createTable = pgTableCreator((name) => `${PREFIX}_${name}`);
export const joined = pgTableCreator((name: string) => "j_" + name);
export type { PgColumnBuilderBase };
