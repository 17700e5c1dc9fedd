import { contacts } from "@hogsend/db";
import { sql } from "drizzle-orm";

// All of these columns are there.
export const emails = (db, limit) =>
  db.execute(sql`
    WITH batch (key) AS (SELECT id FROM contacts ORDER BY created_at LIMIT ${limit})
    SELECT lower(c.email) AS address, c.properties->>'plan' AS plan, key
    FROM contacts c JOIN batch ON c.id = batch.key
    WHERE c.email IS NOT NULL ORDER BY address`);

// A name that the query makes itself.
export const counts = (db) =>
  db.execute(sql`SELECT date_trunc('day', created_at) AS day, count(*) total FROM contacts GROUP BY day ORDER BY total`);

// A function in FROM has columns of its own, a subquery as well; a table's name is its whole row.
export const keys = (db) => db.execute(sql`SELECT key FROM contacts, jsonb_each(properties) WHERE value IS NULL`);
export const sub = (db) => db.execute(sql`SELECT contacts.k FROM (SELECT id AS k FROM contacts) contacts`);
export const rows = (db) => db.execute(sql`SELECT row_to_json(contacts) FROM contacts`);

// Own tables, and what Drizzle puts into the text, are not judged.
export const own = (db) => db.execute(sql`SELECT anything FROM orders`);
export const built = (db) => db.execute(sql`SELECT ${contacts.email} FROM ${contacts} WHERE nickname IS NULL`);

// No statement.
export const word = "select nickname from contacts";
