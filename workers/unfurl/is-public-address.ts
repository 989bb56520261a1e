/**
 * Whether an address that somebody wrote into a message may be fetched: one of the open web, and nothing inside. What is
 * asked of is the URL as the platform reads it, which writes every form of an IPv4 address (decimal, hexadecimal, octal,
 * fewer parts, other digits) as four decimal parts, and IPv6 in its short form. A name that leads inside is not seen here:
 * Cloudflare's network has no inside, and on one machine the runtime refuses such addresses itself
 * (`scripts/one-machine/outside.ts`).
 */
export function isPublicAddress(url: URL): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  if (!['', '80', '443'].includes(url.port)) return false;
  return isPublicHost(url.hostname.replace(/\.+$/, ''));
}

function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (parts) return isPublicIpv4(parts);
  // A name of one word is known to the network that one is in.
  return host.includes('.') && !innerNames.test(host);
}

/** Names that are for a machine or a network by itself: RFC 6761, RFC 6762, RFC 8375, and ICANN's `internal`. */
const innerNames = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/;

/** `[address, prefix length]` of what is not of the open internet: IANA's registry of special-purpose IPv4 addresses. */
const specialIpv4: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 0, 0, 8],
  [10, 0, 0, 0, 8],
  [100, 64, 0, 0, 10],
  [127, 0, 0, 0, 8],
  [169, 254, 0, 0, 16],
  [172, 16, 0, 0, 12],
  [192, 0, 0, 0, 24],
  [192, 0, 2, 0, 24],
  [192, 88, 99, 0, 24],
  [192, 168, 0, 0, 16],
  [198, 18, 0, 0, 15],
  [198, 51, 100, 0, 24],
  [203, 0, 113, 0, 24],
  // Multicast, reserved, broadcast.
  [224, 0, 0, 0, 3],
];

function isPublicIpv4(parts: readonly number[]): boolean {
  const address = numberOf(parts);
  return !specialIpv4.some(([a, b, c, d, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(address / size) === Math.floor(numberOf([a, b, c, d]) / size);
  });
}

function numberOf(parts: readonly number[]): number {
  return parts.reduce((number, part) => number * 256 + part, 0);
}

/**
 * Only global unicast, 2000::/3, which leaves out loopback, link-local, unique local, multicast and every form of an IPv4
 * address in IPv6 clothes but 6to4 and Teredo; those two, the protocol assignments and the documentation's go too.
 */
function isPublicIpv6(address: string): boolean {
  const [first = 0, second = 0] =
    address
      .split('::', 1)[0]
      ?.split(':')
      .map((group) => Number.parseInt(group, 16)) ?? [];
  if (first < 0x2000 || first > 0x3fff || Number.isNaN(first)) return false;
  if (first === 0x2001) return second >= 0x0200 && second !== 0x0db8;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}
