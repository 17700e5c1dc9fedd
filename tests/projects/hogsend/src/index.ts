import { createHogsendClient, getEngineSchemaVersion, serve } from "@hogsend/engine";

import * as schema from "./schema/index.js";
import { workflows } from "./workflows/index.js";

const client = createHogsendClient({
  databaseUrl: process.env.DATABASE_URL ?? "",
  schema,
  workflows,
});

// The engine's tables must be those that this build was made for. SKIP_SCHEMA_CHECK=true goes past
// it in an emergency; it does not repair the schema.
let schemaApplied: string | null = null;
if (process.env.SKIP_SCHEMA_CHECK !== "true") {
  const version = await getEngineSchemaVersion(client.db);
  if (!version.inSync) {
    client.logger.error(
      `Database schema is out of date: this build requires ${version.required}, the database is ` +
        `at ${version.applied ?? "(empty)"}. Run db:migrate, or set SKIP_SCHEMA_CHECK=true.`,
    );
    await client.dbClient.end({ timeout: 5 });
    process.exit(1);
  }
  schemaApplied = version.applied ?? null;
}

client.logger.info(`Schema at ${schemaApplied ?? "(not checked)"}`);
serve(client, { port: Number(process.env.PORT ?? 3002) });
