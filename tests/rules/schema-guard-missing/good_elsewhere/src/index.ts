import { createHogsendClient, getClientSchemaVersion, serve } from "@hogsend/engine";

import journal from "../migrations/meta/_journal.json" with { type: "json" };

import { assertSchema } from "./schema-guard.js";

const client = createHogsendClient({ databaseUrl: process.env.DATABASE_URL, clientJournal: journal });

// The guard may be a function of its own.
await assertSchema(client);

// What is pending of the project's own is logged, no more.
const own = await getClientSchemaVersion(client.db, journal);
if (!own.inSync) client.logger.warn(`pending: ${own.pending.join(", ")}`);

serve(client);
