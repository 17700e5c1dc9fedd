import { createHogsendClient } from "@hogsend/engine";

import journal from "../migrations/meta/_journal.json" with { type: "json" };

export const client = createHogsendClient({ databaseUrl: process.env.DATABASE_URL, clientJournal: journal });
