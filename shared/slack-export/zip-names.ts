/** What the archivers of macOS and Windows leave behind. */
export function isLitter(name: string): boolean {
  const segments = name.split('/');
  return segments.includes('__MACOSX') || (segments.at(-1) ?? '').startsWith('._');
}

/** Whether a name, with `/` between its folders, would lead out of the folder that one unpacks to. */
export function isUnsafe(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..');
}

/** The name without the segments that say nothing. */
export function plainName(name: string): string {
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.join('/');
}
