import { describe, expect, it } from 'vitest';
import { findMentions } from './mentions.ts';

const nobody = { users: [], groups: [], channel: false, here: false, everyone: false };

describe('findMentions', () => {
  it('finds each person and group once, in order', () => {
    expect(findMentions('<@U0BB> <@U0AA|x> <!subteam^S0AA|@ops> <@U0BB> <!subteam^S0AA>')).toEqual({
      ...nobody,
      users: ['U0BB', 'U0AA'],
      groups: ['S0AA'],
    });
  });

  it('tells the broadcasts apart', () => {
    expect(findMentions('<!here>')).toEqual({ ...nobody, here: true });
    expect(findMentions('<!channel|channel>')).toEqual({ ...nobody, channel: true });
    expect(findMentions('<!group>')).toEqual({ ...nobody, channel: true });
    expect(findMentions('<!everyone>')).toEqual({ ...nobody, everyone: true });
  });

  it('finds them in quotes, lists and styles', () => {
    expect(findMentions('> *<@U0AA>*\n- a\n    - _<@U0BB>_').users).toEqual(['U0AA', 'U0BB']);
  });

  it.each([
    '`<@U0AA> <!here>`',
    '```<@U0AA>\n<!channel>```',
    '> ```<@U0AA>```',
    '&lt;@U0AA&gt;',
    '@U0AA @here',
    '<#C0AA|a>',
    '<https://a.example|&lt;@U0AA&gt;>',
    '',
  ])('finds nobody in %j', (source) => {
    expect(findMentions(source)).toEqual(nobody);
  });
});
