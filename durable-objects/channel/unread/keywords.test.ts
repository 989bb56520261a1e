import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { withListenedChannel } from '../../testing/listened-channel.ts';
import { newWorkspace } from '../../testing/workspace.ts';
import { findKeywords, setKeywords } from './keywords.ts';
import { addMember, removeMember } from './read-state.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const people = ['UANN', 'UBOB', 'UCAT'];
const words = ['deploy', 'deploy now', 'on-call', '!!', '🚀'];
const text = `${words.join(' ')}, and so on`;

test('however people come, go and change their minds, the same words call them as if all were read again', async () => {
  const step = fc.record({
    who: fc.constantFrom(...people),
    words: fc.option(fc.array(fc.constantFrom(...words), { maxLength: 4 }), { freq: 4 }),
  });
  await withListenedChannel(workspace, async ({ channel }) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { who, words: wanted } of steps) {
          if (!wanted) removeMember(channel, who);
          else {
            addMember(channel, who, 1);
            setKeywords(channel, who, wanted);
          }
          for (const said of [...words, text]) {
            const found = findKeywords(channel, said);
            expect(found).toEqual(findKeywords({ ...channel, keywords: null }, said));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('in a channel where thousands watch for words, one who changes theirs or leaves costs no look at the others', async () => {
  await withListenedChannel(
    workspace,
    async ({ channel, spent }) => {
      expect(findKeywords(channel, 'deploy').size).toBe(2_000);
      spent();
      setKeywords(channel, 'U7', ['lunch']);
      removeMember(channel, 'U8');
      expect(findKeywords(channel, 'Deploy').size).toBe(1_998);
      expect(findKeywords(channel, 'lunch')).toEqual(new Set(['U7']));
      expect(spent().read).toBeLessThan(100);
    },
    {
      prepare: (sql) =>
        sql.exec(
          `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
           INSERT INTO members (user_id, joined, last_read, knows, keywords) SELECT 'U' || n, 1, 1, 0, '["deploy"]' FROM numbers`,
        ),
    },
  );
});
