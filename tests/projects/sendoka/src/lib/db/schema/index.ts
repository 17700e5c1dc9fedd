export * from "./orgs";
export * from "./tenants";
export * from "./memberships";
export * from "./api-keys";
export * from "./domains";
export * from "./messages";
export * from "./templates";
