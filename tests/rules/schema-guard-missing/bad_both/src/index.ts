import { createHogsendClient, getClientSchemaVersion, getEngineSchemaVersion, serve } from "@hogsend/engine";

import journal from "../migrations/meta/_journal.json" with { type: "json" };

const client = createHogsendClient({ databaseUrl: process.env.DATABASE_URL, clientJournal: journal });

const engine = await getEngineSchemaVersion(client.db);
const own = await getClientSchemaVersion(client.db, journal);
if (!engine.inSync) process.exit(1);
if (!own.inSync) throw new Error(`pending: ${own.pending}`);

serve(client);
