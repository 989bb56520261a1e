import { commonErrors } from '../../workers/api/common-errors.ts';
import { rates, signedInFactor, type Tier } from '../../workers/api/rate-limits.ts';
import { renderErrors } from './errors.ts';
import type { Pages } from './files.ts';
import type { Declaration } from './load-methods.ts';
import { renderMethod } from './render-method.ts';
import { table } from './table.ts';

const generated =
  '<!-- Written by `npm run reference` from the declarations in workers/api. Change those, not this. -->';

/** The whole reference: an index, and a page for each family of methods. */
export function renderReference(methods: readonly Declaration[]): Pages {
  const families = Map.groupBy(methods, ({ name }) => name.slice(0, name.indexOf('.')));
  const pages = [...families].map(([family, members]): [string, string] => [
    `${family}.md`,
    join([`# ${family}`, generated, ...members.map(renderMethod)]),
  ]);
  return new Map([['README.md', renderIndex(families)], ...pages]);
}

function renderIndex(families: ReadonlyMap<string, readonly Declaration[]>): string {
  const rows = [...families].flatMap(([family, members]) =>
    members.map(({ name, summary }) => [`[${name}](${family}.md#${anchor(name)})`, summary]),
  );
  return join([
    '# The Web API',
    generated,
    `Methods are called with \`POST /api/<method>\`, with a token in the \`Authorization\` header (\`Bearer …\`) or as the
argument \`token\`. Arguments are JSON, a form, or, with GET, the query; in a form, a field that is an object or a list is
JSON. The answer is always JSON with the status 200 and \`ok\`; a refusal has \`error\`. Names, arguments, answers and
errors are those of Slack's Web API, so that its clients work as they are, with another address.`,
    table(['Method', 'What it does'], rows),
    '## Pages',
    `Lists take \`limit\` and \`cursor\`. While \`response_metadata.next_cursor\` of an answer is not empty, it is the
\`cursor\` of the next call.`,
    '## Limits',
    `Each token has its own, for each method; a signed-in person's client has ${signedInFactor} times as much. A call too
many is answered with the status 429 and the seconds to wait in \`Retry-After\`.`,
    renderRates(),
    '## Errors of every method',
    renderErrors(commonErrors),
  ]);
}

function renderRates(): string {
  const tiers: [Tier | 'postingInOneChannel', string][] = [
    [1, 'Tier 1'],
    [2, 'Tier 2'],
    [3, 'Tier 3'],
    [4, 'Tier 4'],
    ['posting', 'Posting'],
    ['postingInOneChannel', 'Posting, in one channel'],
  ];
  const rows = tiers.map(([tier, name]) => [name, String(rates[tier].perMinute), String(rates[tier].burst)]);
  return table(['', 'Calls a minute', 'At once'], rows);
}

/** As it is made of a heading by what shows Markdown. */
function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll('.', '');
}

function join(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
