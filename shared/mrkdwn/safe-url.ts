/**
 * Whitespace, controls, lone surrogates, bidirectional and zero-width characters: what browsers drop from a URL before
 * they read its scheme, or what makes it look like another one. The backslash, because browsers read it as a slash.
 */
export const deceptiveInUrl = String.raw`\s\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\u2060\uFEFF\\`;

const deceptive = new RegExp(`[${deceptiveInUrl}]`, 'u');
/** Not with the flag `u`: ſ would be an s then. */
const allowed = /^(?:https?:\/\/(?:[\w[]|[^\0-\x7F])|mailto:[^?]|tel:[+\d(*#])/i;

/**
 * The URL if it may stand in an `href`, else null: http, https, mailto or tel, and nothing deceptive in it. Takes the
 * decoded URL. What would end an attribute or a tag is percent-encoded, as browsers do anyway.
 */
export function getSafeUrl(url: string): string | null {
  if (deceptive.test(url) || !allowed.test(url)) return null;
  return url.replace(/[<>"`]/g, encodeURIComponent);
}
