/**
 * A new message's id: a UUID of version 7 (RFC 9562), which begins with the time. Ids that follow one another lie side by side
 * in the channel's index, so that many messages touch one page of it, instead of each a page somewhere.
 */
export function newMessageId(now: number): string {
  const time = Math.max(0, now).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${crypto.randomUUID().slice(15)}`;
}
