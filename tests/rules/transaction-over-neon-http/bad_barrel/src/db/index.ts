export * from "./client.js";
export { default as db } from "./client.js";
