import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-tool.ts';
import { toMarkdown } from '../report/table.ts';
import { countActs, countSessionCalls } from './acts.ts';
import { awake, billFor, day, personDay, workingDays } from './bill.ts';
import { prices } from './prices.ts';

/** `npm run bench:costs`: counts what people's acts cost, and writes docs/costs.md. */
const acts = await countActs();
const sessions = await countSessionCalls();
const perDay = personDay(acts);
const whats = [...Object.keys(prices).filter((what) => what !== 'GB-seconds'), 'socket messages'];
const bills = [50, 1_000, 50_000].map((people) => billFor(people, perDay));

const page = `# Costs

What Edgeways costs on Cloudflare. The figures in the first table were counted, not guessed: \`npm run bench:costs\` runs the Worker with
its objects, databases and queues wrapped in counters (\`bench/costs/counting-worker.js\`), does each thing some times and divides. What
is behind an act is in it: the alarm that publishes, the queue, the audit log, the calls to sessions.

${toMarkdown([['one time', ...whats], ...Object.entries(acts).map(([act, counts]) => [act, ...whats.map((what) => round(counts[what] ?? 0))])])}

The channel of these acts has 20 members, 10 sockets look at it, and messages come one by one; "among many" is 500 at once. How many
sockets look does not matter: what leaves over a socket costs nothing. Nor does how many members there are: one who is not looking is told once that
there is something new, and not again before they have read it. ${sessions.messages} messages in a channel of ${sessions.members} people who were
elsewhere made ${sessions.calls} calls to their sessions.

## A person's day

Assumed, for a busy one: ${Object.entries(day)
  .map(([act, times]) => `${act} ${times} ×`)
  .join(', ')}. An object is billed for as long as it is awake: ${awake.request} s for a request, and
${awake.message} s for a message, after which the channel waits for more to tell of at once. Sockets that are open and silent cost nothing,
heartbeats neither.

${toMarkdown([['', 'a day'], ...[...Object.keys(prices), 'socket messages'].map((what) => [what, round(perDay[what] ?? 0)])])}

## The bill

Dollars a month, for ${workingDays} such days, with Cloudflare's list prices (\`bench/costs/prices.ts\` cites them) and what they include. Not in it: storage
(0.20 dollars for a gigabyte and month in objects, after 5), files in R2, mail.

${toMarkdown([
  ['', ...bills.map(({ people }) => `${people.toLocaleString('en')} people`)],
  ...['subscription', ...Object.keys(prices)].map((what) => [
    what,
    ...bills.map(({ lines }) => dollars(lines[what] ?? 0)),
  ]),
  ['**together**', ...bills.map(({ total }) => `**${dollars(total)}**`)],
  ['for a person', ...bills.map(({ total, people }) => dollars(total / people, 4))],
])}
`;
writeFileSync(join(ROOT, 'docs/costs.md'), page);
console.log(page);

function round(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}

function dollars(value: number, digits = 2): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
