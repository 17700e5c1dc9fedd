export * from "./settings.js";
export { users } from "./people.js";
export * as billing from "./billing.js";
