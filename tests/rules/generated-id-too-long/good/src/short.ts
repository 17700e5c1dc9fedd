import { nanoid } from "nanoid";

// A shorter random part leaves room for the prefix.
const generateId = (prefix: string) => `${prefix}_${nanoid(16)}`;

export const create = () => generateId("purchase");
