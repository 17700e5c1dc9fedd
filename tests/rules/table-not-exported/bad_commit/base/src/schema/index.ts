export * from "./settings.js";
export * from "./people.js";
