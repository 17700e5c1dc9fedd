import { getSchemaVersion } from "@hogsend/engine";

export async function assertSchema(client) {
  const { inSync, required } = await getSchemaVersion(client.db);
  if (!inSync) throw new Error(`the schema must be at ${required}`);
}
