export * from "./users.js";
export * from "./circle";
export { posts, tags as labels, Visibility } from "./posts";
export * as unseen from "./unseen";
import { audit } from "@/schema/audit";
import * as enums from "./enums";

export { audit };
export const roles = enums.roles;
export default enums.status;
