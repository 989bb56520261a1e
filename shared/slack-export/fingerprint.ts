/**
 * A hash that tells whether two JSON values say the same, whatever the order of their keys. 64 bits of FNV-1a in two
 * lanes: against accident, not against an adversary, who gains nothing but having a message of theirs named twice.
 * Hexadecimal, 16 digits. The value must not be nested deeply.
 */
export function fingerprintOf(value: unknown): string {
  let high = 0x811c9dc5;
  let low = 0x050c5d1f;
  const text = canonicalJson(value);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193) ^ (high >>> 15);
  }
  return hex(high) + hex(low);
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join()}}`;
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
