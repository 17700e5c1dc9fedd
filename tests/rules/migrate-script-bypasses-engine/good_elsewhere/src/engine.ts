export { migrateEngine as migrateEngineOnce } from "@hogsend/db";
