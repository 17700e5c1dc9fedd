import { neon } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";

import * as schema from "./schema";

const sql = neon(process.env.DATABASE_URL!);

// There is no db.transaction() over HTTP: use db.batch([...]).
export const db = drizzle(sql, { schema });
