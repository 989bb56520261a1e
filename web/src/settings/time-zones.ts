/** The time zones that this browser knows, and the one that is chosen if it is another. */
export function timeZones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', chosen, ...known])].sort();
}
