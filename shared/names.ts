/** Slack's limit for handles and domains. */
const maxHandleLength = 21;

/** A name on one line: no control or direction signs, which would let it look like something else. */
export function cleanName(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A handle from the part of an address before the @. */
export function handleOf(email: string): string {
  return slug(email.slice(0, email.lastIndexOf('@')), /[^a-z0-9._-]+/g) || 'someone';
}

/** A domain from a workspace's name. */
export function domainOf(workspaceName: string): string {
  return slug(workspaceName, /[^a-z0-9]+/g) || 'workspace';
}

function slug(text: string, unwanted: RegExp): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(unwanted, '-')
    .slice(0, maxHandleLength)
    .replace(/^[-._]+|[-._]+$/g, '');
}

/**
 * What to try for something that must be unique: the name itself, the name with small numbers, and then with random
 * ones, which are free.
 */
export function* candidates(name: string): Generator<string> {
  yield name;
  for (let number = 2; number <= 4; number += 1) yield `${name}-${number}`;
  for (;;) yield `${name}-${crypto.getRandomValues(new Uint32Array(1)).toString()}`;
}

/** The time zone when it is one that the runtime knows; otherwise UTC. */
export function timeZoneOrUtc(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
