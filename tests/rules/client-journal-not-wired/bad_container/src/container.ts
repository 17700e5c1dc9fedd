import * as engine from "@hogsend/engine";

// clientJournal: see README
const options = { databaseUrl: process.env.DATABASE_URL };

export const client = engine.createHogsendClient({ ...options, workflows: [] });
