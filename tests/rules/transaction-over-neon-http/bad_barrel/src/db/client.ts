import { drizzle as connect } from "drizzle-orm/neon-http";

export function open() {
  const database = connect(process.env.DATABASE_URL!);
  return database;
}

export default open();
