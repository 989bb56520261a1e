const entityOf: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const characterOf: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

/** Makes text mean itself in mrkdwn as far as Slack goes: `&`, `<` and `>` become entities, nothing else changes. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/[&<>]/g, (character) => entityOf[character] ?? character);
}

/** The inverse: decodes the three entities that mrkdwn has, once. `&amp;lt;` becomes `&lt;`, and `&#60;` stays. */
export function unescapeMrkdwn(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (entity, name: string) => characterOf[name] ?? entity);
}
