import hoglint from "./index.js";

export const { HoglintError, binaryPath, lint, plan } = hoglint;
