import { sql } from "drizzle-orm";

export const report = (db, since) =>
  db.execute(sql<{ id: string; who: string }>`
    SELECT c.id, c.nickname AS who FROM contacts c
    JOIN email_sends s ON s.to_email = c.email
    WHERE c.created_at > ${since}`);

export const add = (client) =>
  client.query("INSERT INTO contacts (id, emial) VALUES (gen_random_uuid(), 'x')");
