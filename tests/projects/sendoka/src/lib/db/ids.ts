import { nanoid } from "nanoid";

/** `msg_` and 24 characters: at most 32 together. */
export function generateId(prefix: string) {
  return `${prefix}_${nanoid(24)}`;
}
