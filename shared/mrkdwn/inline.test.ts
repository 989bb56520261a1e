import { describe, expect, it } from 'vitest';
import { parseInline } from './inline.ts';
import type { Inline } from './tree.ts';

/** The tree as tags, so that a case fits on a line. */
function tags(inlines: readonly Inline[]): string {
  return inlines.map(tag).join('');
}

function tag(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return `{code ${inline.text}}`;
    case 'emoji':
      return `{emoji ${inline.name}${inline.skinTone === null ? '' : ` ${inline.skinTone}`}}`;
    case 'bold':
    case 'italic':
    case 'strike':
      return `{${inline.type} ${tags(inline.children)}}`;
    default:
      return `{${inline.type}}`;
  }
}

const expectTags = (source: string) => expect(tags(parseInline(source)));

describe('styles', () => {
  it('are bold, italic and strike', () => {
    expectTags('*a* _b c_ ~d~').toBe('{bold a} {italic b c} {strike d}');
  });

  it('nest in each other', () => {
    expectTags('*a _b ~c~_ d*').toBe('{bold a {italic b {strike c}} d}');
    expectTags('_*~a~*_').toBe('{italic {bold {strike a}}}');
  });

  it('that cross: the first to close wins', () => {
    expectTags('*a _b* c_').toBe('{bold a _b} c_');
  });

  it('never hold themselves: the nearest delimiter opens', () => {
    expectTags('*a *b* c*').toBe('*a {bold b} c*');
    expectTags('*a _b *c* d_ e*').toBe('*a {italic b {bold c} d} e*');
  });

  it.each([
    '* a*',
    '*a *',
    'a*b*c',
    '2*3*4',
    'snake_case_name',
    '*a',
    'a*',
    '*',
    '**',
    '**a**',
    '__init__',
    '~~a~~',
    '*é*é',
    '漢*字*字',
    '𝐀*b*',
    '*a*𝐁',
  ])('%j is text', (source) => {
    expectTags(source).toBe(source);
  });

  it('skip what cannot close', () => {
    expectTags('_a_b_').toBe('{italic a_b}');
    expectTags('*a * b*').toBe('{bold a * b}');
  });

  it('open after punctuation, symbols and other elements', () => {
    expectTags('(*a*) "*b*" -*c* /*d* 🎉*e*').toBe('({bold a}) "{bold b}" -{bold c} /{bold d} 🎉{bold e}');
    expectTags('<@U0AA>*a*').toBe('{user}{bold a}');
  });

  // As Slack was seen to do: https://github.com/pocka/slack-message-parser/issues/34
  it.each([...'~!#$%^)-+={}[];:\'",.?/'])('close before %s', (next) => {
    expectTags(`*a*${next}`).toBe(`{bold a}${next}`);
  });

  it.each(['@', '(', '|', '\\', '&', '`', '*', 'b', '1', '\u0301'])('do not close before %j', (next) => {
    expectTags(`*a*${next}`).toBe(`*a*${next}`);
  });

  it('hold mentions, emoji and code', () => {
    expectTags('*<@U0AA> :wave: `a*`*').toBe('{bold {user} {emoji wave} {code a*}}');
  });
});

describe('code', () => {
  it('has no syntax in it', () => {
    expectTags('`*a* _b_ :+1: <@U0AA> https://a.example`').toBe('{code *a* _b_ :+1: <@U0AA> https://a.example}');
  });

  it('wins over a style that began before it', () => {
    expectTags('*a `b* c`').toBe('*a {code b* c}');
  });

  it('may be followed by a word, but not begin in one', () => {
    expectTags('`a`s').toBe('{code a}s');
    expectTags('5` by 6`').toBe('5` by 6`');
  });

  it('needs an end and a content', () => {
    expectTags('`a').toBe('`a');
    expectTags('``').toBe('``');
    expectTags('``a`` ```b `c```').toBe('``a`` ```b `c```');
  });
});

describe('entities', () => {
  it('are three, and decoded once', () => {
    expectTags('&amp; &lt; &gt;').toBe('& < >');
    expectTags('&amp;lt; &amp;amp;gt; &#60; &quot; &LT; &lt').toBe('&lt; &amp;gt; &#60; &quot; &LT; &lt');
    expectTags('*&amp;*amp;').toBe('*&*amp;');
    expectTags('`&amp;lt;`').toBe('{code &lt;}');
  });
});

describe('emoji', () => {
  it('have a name and perhaps a skin tone', () => {
    expectTags(':tada::+1::skin-tone-3: :flag-us:').toBe('{emoji tada}{emoji +1 3} {emoji flag-us}');
    expectTags('won:1st_place_medal:').toBe('won{emoji 1st_place_medal}');
    expectTags(':skin-tone-2:').toBe('{emoji skin-tone-2}');
    expectTags(':+1::skin-tone-7:').toBe('{emoji +1}{emoji skin-tone-7}');
  });

  it('have letters of any script without case, or only digits', () => {
    expectTags(':100: :日本:').toBe('{emoji 100} {emoji 日本}');
  });

  it.each(['10:30:59', ':a b:', '::', ': :', ':Ab:', ':)', ':-)', `:${'a'.repeat(101)}:`])('%s is text', (source) => {
    expectTags(source).toBe(source);
  });

  it('in Unicode stay text', () => {
    expectTags('👍🏽').toBe('👍🏽');
  });
});
