import clientJournal from "../migrations/meta/_journal.json" with { type: "json" };

export const options = { databaseUrl: process.env.DATABASE_URL, clientJournal };
