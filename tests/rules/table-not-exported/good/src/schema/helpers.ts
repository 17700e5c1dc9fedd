// It declares no table: nothing has to export it.
export const tableName = (name: string) => `app_${name}`;
export const isTable = (value: unknown) => Boolean(value);
