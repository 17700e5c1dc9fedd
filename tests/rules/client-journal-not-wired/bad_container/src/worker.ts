import { createHogsendClient, startWorker } from "@hogsend/engine";

await startWorker(createHogsendClient({ databaseUrl: process.env.DATABASE_URL }));
