/** Sets the `database_id` that follows each `database_name` in a wrangler.toml, and touches nothing else. */
export function setDatabaseIds(toml: string, ids: ReadonlyMap<string, string>): string {
  let name: string | undefined;
  const lines = toml.split('\n').map((line) => {
    if (line.startsWith('[')) name = undefined;
    name = /^database_name\s*=\s*"(.*)"/.exec(line)?.[1] ?? name;
    const id = name === undefined ? undefined : ids.get(name);
    return id === undefined
      ? line
      : line.replace(/^(database_id\s*=\s*)".*?"/, (_, start: string) => `${start}"${id}"`);
  });
  return lines.join('\n');
}
