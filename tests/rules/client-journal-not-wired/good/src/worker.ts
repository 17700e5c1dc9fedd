import { createHogsendClient, startWorker } from "@hogsend/engine";

// The worker answers no /v1/health.
await startWorker(createHogsendClient({ databaseUrl: process.env.DATABASE_URL }));
