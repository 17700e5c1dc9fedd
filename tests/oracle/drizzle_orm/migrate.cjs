// Runs drizzle-orm's own migrator: node migrate.cjs "<connection>" <folder>. Prints "ok", or the
// error's message and that of its cause on one line.
const { drizzle } = require("drizzle-orm/node-postgres");
const { migrate } = require("drizzle-orm/node-postgres/migrator");
const { Client } = require("pg");

async function main() {
  const [host, database, folder] = process.argv.slice(2);
  const client = new Client({ host, database, user: "postgres" });
  await client.connect();
  try {
    await migrate(drizzle(client), { migrationsFolder: folder });
    console.log("ok");
  } catch (error) {
    const cause = error.cause ? `: ${error.cause.message}` : "";
    console.log(`error: ${error.message}${cause}`.replace(/\s+/g, " "));
  } finally {
    await client.end();
  }
}

main();
