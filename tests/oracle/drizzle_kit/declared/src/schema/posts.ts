import { foreignKey, index, pgTable as table, primaryKey, unique } from "drizzle-orm/pg-core";
import { integer as int, serial, text } from "drizzle-orm/pg-core";
import { createTable, joined } from "@/lib/table";
import { shortId, timestamps } from "@/lib/columns";
import * as all from "./users";
import { app, kind } from "./enums";

export type Visibility = "public" | "private";
export const posts = createTable(
  "posts",
  (t) => ({
    id: t.serial("id").primaryKey(),
    authorId: t.uuid("author_id").notNull().references(() => all.users.id, { onDelete: "cascade" }),
    kind: kind("kind").default("a"),
    slug: shortId("slug"),
    ...timestamps,
  }),
  ({ authorId, slug, id }) => [
    index("posts_author_idx").on(authorId),
    unique("posts_slug_key").on(slug, id),
  ],
);
export const tags = app.table("tags", { name: text().notNull(), n: int(), p: int() }, (t) => [
  primaryKey({ name: "tags_key", columns: [t.name, t.n] }),
  foreignKey({ columns: [t.p], foreignColumns: [posts.id], name: "tags_post" }).onDelete("cascade"),
]);
// Not exported by the index.
export const orphans = table("orphans", { id: serial() });
export const joins = joined("joins", { id: serial() });
