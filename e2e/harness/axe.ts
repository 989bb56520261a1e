import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Person } from './person.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string }[];
}

declare global {
  interface Window {
    /** What evaluating axe's source leaves there. */
    axe: { run(options: object): Promise<{ violations: Violation[] }> };
  }
}

/** What axe finds on the page by the rules of WCAG 2.2 AA, in a word each. */
export async function violations({ page }: Person): Promise<string[]> {
  // Not as a script element: the page's own policy would refuse it.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await window.axe.run({ runOnly: tags });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}
