import { getEngineSchemaVersion, serve } from "@hogsend/engine";

import { client } from "./container.js";

const version = await getEngineSchemaVersion(client.db);
if (!version.inSync) {
  client.logger.error(`the database is at ${version.applied}, this build needs ${version.required}`);
  process.exit(1);
}

serve(client);
