import { createHogsendClient, getEngineSchemaVersion, serve } from "@hogsend/engine";

import journal from "../migrations/meta/_journal.json" with { type: "json" };

const client = createHogsendClient({ databaseUrl: process.env.DATABASE_URL, clientJournal: journal });

const version = await getEngineSchemaVersion(client.db);
if (!version.inSync) {
  client.logger.error(`the database is at ${version.applied}, this build needs ${version.required}`);
  process.exit(1);
}

serve(client);
