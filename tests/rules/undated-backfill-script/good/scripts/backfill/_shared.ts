// What the scripts share.
export const BATCH = 500;
