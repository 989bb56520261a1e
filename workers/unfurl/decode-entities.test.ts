import { expect, it } from 'vitest';
import { decodeEntities } from './decode-entities.ts';

it.each([
  ['Tom &amp; Jerry', 'Tom & Jerry'],
  ['&lt;b&gt; &quot;x&quot; &apos;y&apos;', `<b> "x" 'y'`],
  ['&#38;&#x26;&#X1F600;', '&&😀'],
  // Once: what was escaped twice is text about markup.
  ['&amp;lt;', '&lt;'],
  ['&unknown; &amp &; &#; &#xZZ;', '&unknown; &amp &; &#; &#xZZ;'],
  ['&#0;&#xD800;&#1114112;', '\ufffd\ufffd\ufffd'],
])('reads %s', (source, text) => {
  expect(decodeEntities(source)).toBe(text);
});
