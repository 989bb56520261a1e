import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlocks } from './read-blocks.ts';

test('a section has its text, its fields and what stands beside it', () => {
  const section = {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Build 7* failed' },
    fields: [{ type: 'plain_text', text: 'main' }, { type: 'nonsense' }],
    accessory: {
      type: 'button',
      text: { type: 'plain_text', text: 'Open' },
      url: 'https://ci.example/7',
      style: 'danger',
    },
  };
  expect(readBlocks([section])).toEqual([
    {
      kind: 'section',
      text: { text: '*Build 7* failed', isPlain: false },
      fields: [{ text: 'main', isPlain: true }],
      image: null,
      control: { label: 'Open', style: 'danger', url: 'https://ci.example/7' },
    },
  ]);
});

test('pictures and links are shown only when their URL is safe', () => {
  const image = (url: string) => ({ type: 'image', image_url: url, alt_text: 'a plot' });
  expect(readBlocks([image('https://a.example/p.png')])).toEqual([
    { kind: 'image', image: { url: 'https://a.example/p.png', alt: 'a plot' }, title: '' },
  ]);
  expect(readBlocks([image('javascript:alert(1)')])).toEqual([]);
  const actions = {
    type: 'actions',
    elements: [{ type: 'button', text: { type: 'plain_text', text: 'x' }, url: 'data:text/html,x' }],
  };
  expect(readBlocks([actions])).toEqual([{ kind: 'actions', controls: [{ label: 'x', style: null, url: null }] }]);
});

test('what is unknown is left out and the rest stays', () => {
  expect(readBlocks([{ type: 'video' }, { type: 'divider' }, 7, null])).toEqual([{ kind: 'divider' }]);
});

const text = (words: string, style = {}) => ({ type: 'text', text: words, style });

test('rich text is the tree that mrkdwn gives', () => {
  const rich = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [text('so\n'), text('much', { bold: true, code: true }), { type: 'user', user_id: 'U1' }],
      },
      { type: 'rich_text_preformatted', elements: [text('a < b')] },
      { type: 'rich_text_quote', elements: [{ type: 'link', url: 'https://a.example/' }] },
    ],
  };
  expect(readBlocks([rich])).toEqual([
    {
      kind: 'rich-text',
      blocks: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'so' },
            { type: 'line-break' },
            { type: 'bold', children: [{ type: 'code', text: 'much' }] },
            { type: 'user', id: 'U1', label: null },
          ],
        },
        { type: 'code-block', text: 'a < b' },
        {
          type: 'quote',
          children: [
            {
              type: 'paragraph',
              children: [
                { type: 'link', url: 'https://a.example/', children: [{ type: 'text', text: 'https://a.example/' }] },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('a deeper list belongs into the item before it', () => {
  const list = (indent: number, ...items: string[]) => ({
    type: 'rich_text_list',
    style: 'bullet',
    indent,
    elements: items.map((item) => ({ type: 'rich_text_section', elements: [text(item)] })),
  });
  const [shown] = readBlocks([{ type: 'rich_text', elements: [list(0, 'a', 'b'), list(1, 'b1'), list(2, 'b11')] }]);
  const [outer] = shown?.kind === 'rich-text' ? shown.blocks : [];
  const items = outer?.type === 'list' ? outer.items : [];
  expect(items).toHaveLength(2);
  expect(items[0]?.lists).toEqual([]);
  expect(items[1]?.lists[0]?.items[0]?.children).toEqual([{ type: 'text', text: 'b1' }]);
  expect(items[1]?.lists[0]?.items[0]?.lists[0]?.items[0]?.children).toEqual([{ type: 'text', text: 'b11' }]);
});

test('anything at all can be read', () => {
  const kind = fc.constantFrom('section', 'header', 'context', 'image', 'rich_text', 'actions', 'divider', 'other');
  const block = fc.record({
    type: kind,
    text: fc.anything(),
    fields: fc.anything(),
    accessory: fc.anything(),
    elements: fc.oneof(fc.anything(), fc.array(fc.anything())),
  });
  fc.assert(fc.property(fc.array(block), (blocks) => readBlocks(blocks).length <= blocks.length));
});
