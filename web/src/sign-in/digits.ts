/** The first six digits of what was typed or pasted, whatever stands between them. Full-width digits count, too. */
export function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^0-9]/g, '')
    .slice(0, 6);
}
