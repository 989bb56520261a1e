/** The kinds of database, each a folder of migrations/ with its schema and its history. */
export const DATABASES = ['directory', 'shard', 'search'] as const;
