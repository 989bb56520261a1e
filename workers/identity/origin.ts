/**
 * The client's address, as Cloudflare says it, or on one machine `scripts/workerd/front-door.js`; neither believes the
 * client. Null when the request came over no network.
 */
export function clientAddress(request: Request): string | null {
  return request.headers.get('cf-connecting-ip');
}

/**
 * What limits are counted by: the address, or for IPv6 its first 64 bits, since whoever has one such network has 2^64
 * addresses to come from.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  // An IPv4 address in IPv6 clothes.
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: tail ? 8 - head.length - tail.length : 0 }, () => '0');
  const groups = [...head, ...zeros, ...(tail ?? [])].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** A connection from this machine, or from a proxy on it: the address then says nothing of who calls. */
export function isLoopback(request: Request): boolean {
  return loopback.test(clientAddress(request) ?? '');
}

/** Whether the address in the browser is this machine's own. */
export function isLocalHost(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

/**
 * Whether no page of another site is asking. Browsers name the page in Origin on everything that can change something and
 * on every socket; programs that are no browsers name nothing. The port counts; the scheme does not, because a proxy may
 * have ended TLS before us.
 */
export function isSameSite(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin === null || (URL.canParse(origin) && new URL(origin).host === new URL(request.url).host);
}

/** How people reach us, for links: as the browser sees it, because a proxy may have ended TLS before us. */
export function publicOrigin(request: Request): string {
  const origin = request.headers.get('origin');
  return origin !== null && URL.canParse(origin) ? new URL(origin).origin : new URL(request.url).origin;
}
