import { createHogsendClient, getEngineSchemaVersion, serve } from "@hogsend/engine";

import { options } from "./options.js";

// What another file puts into it is not judged.
const client = createHogsendClient(options);

const version = await getEngineSchemaVersion(client.db);
if (!version.inSync) {
  client.logger.error(`the database is at ${version.applied}, this build needs ${version.required}`);
  process.exit(1);
}

serve(client);
