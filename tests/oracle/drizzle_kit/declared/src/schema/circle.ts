export * from "./index";
export * from "./circle";
