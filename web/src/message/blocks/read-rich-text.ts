import { z } from 'zod';
import { getSafeUrl } from '../../../../shared/mrkdwn/safe-url.ts';
import type { Block, Inline, List } from '../../../../shared/mrkdwn/tree.ts';
import { skinTones } from '../../emoji/custom-emoji.ts';

const style = z
  .looseObject({
    bold: z.boolean().catch(false),
    italic: z.boolean().catch(false),
    strike: z.boolean().catch(false),
    code: z.boolean().catch(false),
  })
  .catch({ bold: false, italic: false, strike: false, code: false });

const Leaf = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string(), style }),
  z.looseObject({ type: z.literal('link'), url: z.string(), text: z.string().optional(), style }),
  z.looseObject({ type: z.literal('emoji'), name: z.string(), skin_tone: z.number().optional() }),
  z.looseObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.looseObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.looseObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.looseObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']) }),
  z.looseObject({ type: z.literal('color'), value: z.string() }),
  z.looseObject({
    type: z.literal('date'),
    timestamp: z.number(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().catch(''),
  }),
]);
type Leaf = z.infer<typeof Leaf>;

const Element = z.looseObject({
  type: z.string(),
  elements: z.array(z.unknown()).catch([]),
  style: z.string().catch('bullet'),
  indent: z.number().int().min(0).max(8).catch(0),
  offset: z.number().int().min(0).catch(0),
});

/** Slack's rich text as the tree that mrkdwn gives, so that both look the same. */
export function readRichText(elements: readonly unknown[]): Block[] {
  const blocks: Block[] = [];
  for (const raw of elements) {
    const parsed = Element.safeParse(raw);
    if (!parsed.success) continue;
    const element = parsed.data;
    switch (element.type) {
      case 'rich_text_section':
        blocks.push({ type: 'paragraph', children: readLeaves(element.elements) });
        break;
      case 'rich_text_quote':
        blocks.push({ type: 'quote', children: [{ type: 'paragraph', children: readLeaves(element.elements) }] });
        break;
      case 'rich_text_preformatted':
        blocks.push({ type: 'code-block', text: element.elements.flatMap(readLeaf).map(plainOf).join('') });
        break;
      case 'rich_text_list':
        addList(blocks, element);
        break;
    }
  }
  return blocks;
}

/** Slack writes each depth of a list as a list of its own, one after the other: a deeper one belongs into the last item. */
function addList(blocks: Block[], element: z.infer<typeof Element>) {
  const list: List = {
    type: 'list',
    ordered: element.style === 'ordered',
    start: element.offset + 1,
    items: element.elements.flatMap((item) => {
      const parsed = Element.safeParse(item);
      return parsed.success ? { children: readLeaves(parsed.data.elements), lists: [] } : [];
    }),
  };
  const last = blocks.at(-1);
  let parent = last?.type === 'list' && element.indent > 0 ? last : null;
  for (let depth = 1; parent !== null && depth < element.indent; depth += 1) {
    const inner: List | undefined = parent.items.at(-1)?.lists.at(-1);
    if (!inner) break;
    parent = inner;
  }
  const item = parent?.items.at(-1);
  if (item) item.lists.push(list);
  else blocks.push(list);
}

function readLeaves(elements: readonly unknown[]): Inline[] {
  return elements.flatMap(readLeaf).flatMap(inlinesOf);
}

function readLeaf(raw: unknown): Leaf[] {
  const parsed = Leaf.safeParse(raw);
  return parsed.success ? [parsed.data] : [];
}

function inlinesOf(leaf: Leaf): Inline[] {
  switch (leaf.type) {
    case 'text':
      return leaf.text.split('\n').flatMap((line, index): Inline[] => {
        const shown: Inline[] = line === '' ? [] : [styled({ type: 'text', text: line }, leaf.style)];
        return index === 0 ? shown : [{ type: 'line-break' }, ...shown];
      });
    case 'link': {
      const url = getSafeUrl(leaf.url);
      const text: Inline = { type: 'text', text: leaf.text || leaf.url };
      return [styled(url === null ? text : { type: 'link', url, children: [text] }, leaf.style)];
    }
    case 'emoji':
      return [{ type: 'emoji', name: leaf.name, skinTone: skinTones.find((tone) => tone === leaf.skin_tone) ?? null }];
    case 'user':
      return [styled({ type: 'user', id: leaf.user_id, label: null }, leaf.style)];
    case 'channel':
      return [styled({ type: 'channel', id: leaf.channel_id, label: null }, leaf.style)];
    case 'usergroup':
      return [styled({ type: 'group', id: leaf.usergroup_id, label: null }, leaf.style)];
    case 'broadcast':
      return [{ type: 'broadcast', range: leaf.range }];
    case 'color':
      return [{ type: 'text', text: leaf.value }];
    case 'date':
      return [
        {
          type: 'date',
          timestamp: leaf.timestamp,
          format: leaf.format,
          url: leaf.url === undefined ? null : getSafeUrl(leaf.url),
          fallback: leaf.fallback,
        },
      ];
  }
}

function styled(inline: Inline, { bold, italic, strike, code }: z.infer<typeof style>): Inline {
  let result = inline;
  if (code && result.type === 'text') result = { type: 'code', text: result.text };
  if (strike) result = { type: 'strike', children: [result] };
  if (italic) result = { type: 'italic', children: [result] };
  return bold ? { type: 'bold', children: [result] } : result;
}

function plainOf(leaf: Leaf): string {
  if (leaf.type === 'text') return leaf.text;
  return leaf.type === 'link' ? leaf.text || leaf.url : '';
}
