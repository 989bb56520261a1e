const maxLength = 100;

/** What is typed as an emoji's name, on its way to one that the server takes. */
export function emojiNameOf(typed: string): string {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.]+/gu, '_')
    .replace(/[^\p{Ll}\p{Lo}\p{Nd}_'+-]/gu, '')
    .slice(0, maxLength);
}
