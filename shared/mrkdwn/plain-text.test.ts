import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from './parse.ts';
import { type MentionNames, toPlainText } from './plain-text.ts';

const names: MentionNames = {
  user: (id) => (id === 'U0AA' ? 'ada' : null),
  channel: (id) => (id === 'C0AA' ? 'general' : null),
};
const plain = (source: string) => toPlainText(parseMrkdwn(source), names);

describe('plain text', () => {
  it('has the current names, else the labels, else the ids, with one sign', () => {
    expect(plain('<@U0AA|old> <@U0BB|@bob> <@U0CC>')).toBe('@ada @bob @U0CC');
    expect(plain('<#C0AA|old> <#C0BB|random> <#C0CC>')).toBe('#general #random #C0CC');
    expect(plain('<!subteam^S0AA|@ops> <!subteam^S0BB> <!here>')).toBe('@ops @S0BB @here');
  });

  it('has labels of links, fallbacks of dates and short names of emoji', () => {
    expect(plain('<https://a.example|a *b*> <!date^1^{date}|then> :+1::skin-tone-3: :tada:')).toBe(
      'a b then :+1::skin-tone-3: :tada:',
    );
  });

  it('has no syntax, one line per line, bullets and numbers', () => {
    expect(plain('*a* _b_\n> c\n```\nd\n e```\n- f\n    1. g\n    2. `h`\n\n~i~')).toBe(
      'a b\nc\nd\n e\n• f\n    1. g\n    2. h\n\ni',
    );
  });

  it('keeps ids when nobody gives names', () => {
    expect(toPlainText(parseMrkdwn('<@U0AA> in <#C0AA>'))).toBe('@U0AA in #C0AA');
  });
});
