/** The e-mail addresses in what was typed or pasted: between spaces, commas or semicolons, or in angle brackets. */
export function addressesIn(text: string): string[] {
  const found = text.split(/[\s,;<>"']+/).filter((word) => /^[^@]+@[^@]+\.[^@.]+$/.test(word));
  return [...new Set(found.map((address) => address.toLowerCase()))];
}
