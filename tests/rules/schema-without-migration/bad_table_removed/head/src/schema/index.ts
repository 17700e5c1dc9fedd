// The notes are gone.
export {};
