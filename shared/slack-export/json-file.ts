import type { Problem } from './problems.ts';

/** A file's bytes as JSON; `json` is undefined when they are none. A byte-order mark is passed over. */
export function parseJsonFile(where: string, bytes: Uint8Array): { json: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    problems.push({ code: 'bad_utf8', where, detail: 'Some characters are not UTF-8; they were replaced.' });
    text = new TextDecoder('utf-8').decode(bytes);
  }
  try {
    return { json: JSON.parse(text), problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { json: undefined, problems: [...problems, { code: 'broken_json', where, detail: `Not JSON: ${reason}` }] };
  }
}
