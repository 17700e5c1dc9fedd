import { createHogsendClient, startWorker } from "@hogsend/engine";

import * as schema from "./schema/index.js";
import { workflows } from "./workflows/index.js";

// The worker starts after the API, whose deploy has migrated and whose guard has looked.
const client = createHogsendClient({
  databaseUrl: process.env.DATABASE_URL ?? "",
  schema,
  workflows,
});

await startWorker(client);
