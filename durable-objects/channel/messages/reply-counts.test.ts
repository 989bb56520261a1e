import { beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { microsToTs } from '../../../shared/timestamps.ts';
import { withListenedChannel } from '../../testing/listened-channel.ts';
import { newWorkspace } from '../../testing/workspace.ts';
import { doDelete } from './edit.ts';
import { getMessageRow, threadSummary } from './message-rows.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const members = ['UANN', 'UBOB', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS'];
const Step = fc.record({ who: fc.constantFrom(...members), deletes: fc.option(fc.nat(), { freq: 2 }) });

test('however replies come and go, a thread says how many there are, by how many, and who was first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 40 }), async (steps) => {
      await withListenedChannel(
        workspace,
        async (listened) => {
          const { sql } = listened.channel;
          const root = listened.post('UANN', { text: 'root' });
          let replies: { id: number; who: string }[] = [];
          let first: string[] = [];
          for (const { who, deletes } of steps) {
            const gone = deletes === null ? undefined : replies[deletes % Math.max(1, replies.length)];
            if (gone) {
              const ts = microsToTs(gone.id);
              listened.change((channel) => doDelete(channel, { userId: gone.who, role: 'member' }, ts));
              replies = replies.filter((reply) => reply !== gone);
            } else replies.push({ id: listened.post(who, { text: 'reply', threadTs: microsToTs(root) }), who });
            // Whoever comes back stands where they came back.
            first = [
              ...new Set([
                ...first.filter((each) => replies.some((reply) => reply.who === each)),
                ...replies.map((reply) => reply.who),
              ]),
            ];
            const row = getMessageRow(sql, root);
            const summary = row && threadSummary(row);
            if (replies.length === 0) expect(summary).toBeNull();
            else {
              expect(summary).toEqual({
                reply_count: replies.length,
                reply_users_count: first.length,
                reply_users: first.slice(0, 5),
                latest_reply: microsToTs(replies.at(-1)?.id ?? 0),
              });
            }
            expect(row?.repliers?.length ?? 0).toBeLessThan(100);
          }
          expect(sql.exec('SELECT count(*) AS count FROM repliers').one()).toEqual({ count: first.length });
        },
        { members },
      );
    }),
    { numRuns: 15 },
  );
});
