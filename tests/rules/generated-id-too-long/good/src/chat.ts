import { generateId } from "ai";

// Somebody else's function.
export const message = generateId("a-very-long-prefix");
