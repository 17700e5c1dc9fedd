// Runs drizzle-orm's own migrator: node migrate.cjs HOST DATABASE FOLDER [drizzle-orm-v1]. Prints
// "ok", or the error's message and that of its cause on one line.
const [host, database, folder, library = "drizzle-orm"] = process.argv.slice(2);
const { drizzle } = require(`${library}/node-postgres`);
const { migrate } = require(`${library}/node-postgres/migrator`);
const { Client } = require("pg");

async function main() {
  const client = new Client({ host, database, user: "postgres" });
  await client.connect();
  try {
    // The old one takes the client itself, 1.0 a member.
    const db = library === "drizzle-orm" ? drizzle(client) : drizzle({ client });
    await migrate(db, { migrationsFolder: folder });
    console.log("ok");
  } catch (error) {
    const cause = error.cause ? `: ${error.cause.message}` : "";
    console.log(`error: ${error.message}${cause}`.replace(/\s+/g, " "));
  } finally {
    await client.end();
  }
}

main();
