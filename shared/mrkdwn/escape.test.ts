import { expect, it } from 'vitest';
import { escapeMrkdwn, unescapeMrkdwn } from './escape.ts';

it('escaping turns the three characters into entities, also those of entities', () => {
  expect(escapeMrkdwn('a < b && c > "d" &lt;')).toBe('a &lt; b &amp;&amp; c &gt; "d" &amp;lt;');
});

it('unescaping decodes the three entities once and no others', () => {
  expect(unescapeMrkdwn('&lt;&gt;&amp;lt;&amp;amp; &#60;&quot;&LT;&lt')).toBe('<>&lt;&amp; &#60;&quot;&LT;&lt');
});
