import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";

// The SQL is written by hand: that it says more, or says it otherwise, is nobody's mistake.
export const clientNotes = pgTable(
  "client_notes",
  { id: uuid("id").primaryKey(), body: text("body") },
  (t) => [index("client_notes_body").on(t.body)],
);
