export { default as journal } from "./journal-copy.js";
