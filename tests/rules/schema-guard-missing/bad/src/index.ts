import { createHogsendClient, serve } from "@hogsend/engine";

import journal from "../migrations/meta/_journal.json" with { type: "json" };

const client = createHogsendClient({ databaseUrl: process.env.DATABASE_URL, clientJournal: journal });

// getEngineSchemaVersion(client.db) was here.
serve(client);
