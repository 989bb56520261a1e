import { z } from 'zod';
import { getSafeUrl } from '../../../../shared/mrkdwn/safe-url.ts';
import type { Block as MrkdwnBlock } from '../../../../shared/mrkdwn/tree.ts';
import { readRichText } from './read-rich-text.ts';

/** A text of Block Kit: mrkdwn, or plain with only emoji in it. */
export interface BlockText {
  text: string;
  isPlain: boolean;
}

export interface BlockImage {
  url: string;
  alt: string;
}

/** Something to press or choose from, as far as it can be shown. `url` leads somewhere; everything else does nothing yet. */
export interface BlockControl {
  label: string;
  style: 'primary' | 'danger' | null;
  url: string | null;
}

/** A block as it is shown (https://docs.slack.dev/reference/block-kit/blocks). What is unknown is left out. */
export type ShownBlock =
  | { kind: 'header'; text: string }
  | { kind: 'divider' }
  | {
      kind: 'section';
      text: BlockText | null;
      fields: BlockText[];
      image: BlockImage | null;
      control: BlockControl | null;
    }
  | { kind: 'context'; elements: (BlockText | BlockImage)[] }
  | { kind: 'image'; image: BlockImage; title: string }
  | { kind: 'rich-text'; blocks: MrkdwnBlock[] }
  | { kind: 'actions'; controls: BlockControl[] };

const Text = z.looseObject({ type: z.string(), text: z.string() });
const Image = z.looseObject({ type: z.literal('image'), image_url: z.string(), alt_text: z.string().catch('') });
const Control = z.looseObject({
  type: z.string(),
  text: Text.optional().catch(undefined),
  placeholder: Text.optional().catch(undefined),
  style: z.enum(['primary', 'danger']).nullable().catch(null),
  url: z.string().optional().catch(undefined),
});
const Elements = z.array(z.unknown()).catch([]);
const AnyBlock = z.looseObject({
  type: z.string(),
  text: z.unknown().optional(),
  fields: Elements,
  accessory: z.unknown().optional(),
  elements: Elements,
  title: z.unknown().optional(),
});

/** A message's blocks; fields of other forms than Slack's are as if they were not there. */
export function readBlocks(raw: readonly unknown[]): ShownBlock[] {
  return raw.flatMap((block) => readBlock(block) ?? []);
}

function readBlock(raw: unknown): ShownBlock | null {
  const parsed = AnyBlock.safeParse(raw);
  if (!parsed.success) return null;
  const block = parsed.data;
  switch (block.type) {
    case 'header':
      return { kind: 'header', text: readText(block.text)?.text ?? '' };
    case 'divider':
      return { kind: 'divider' };
    case 'section':
      return {
        kind: 'section',
        text: readText(block.text),
        fields: block.fields.flatMap((field) => readText(field) ?? []),
        image: readImage(block.accessory),
        control: readControl(block.accessory),
      };
    case 'context':
      return { kind: 'context', elements: block.elements.flatMap((each) => readImage(each) ?? readText(each) ?? []) };
    case 'image': {
      const image = readImage(raw);
      return image && { kind: 'image', image, title: readText(block.title)?.text ?? '' };
    }
    case 'rich_text':
      return { kind: 'rich-text', blocks: readRichText(block.elements) };
    case 'actions':
      return { kind: 'actions', controls: block.elements.flatMap((each) => readControl(each) ?? []) };
    default:
      return null;
  }
}

function readText(raw: unknown): BlockText | null {
  const parsed = Text.safeParse(raw);
  if (!parsed.success || !/^(?:mrkdwn|plain_text)$/.test(parsed.data.type)) return null;
  return { text: parsed.data.text, isPlain: parsed.data.type === 'plain_text' };
}

function readImage(raw: unknown): BlockImage | null {
  const parsed = Image.safeParse(raw);
  const url = parsed.success ? getSafeUrl(parsed.data.image_url) : null;
  return parsed.success && url !== null ? { url, alt: parsed.data.alt_text } : null;
}

function readControl(raw: unknown): BlockControl | null {
  const parsed = Control.safeParse(raw);
  if (!parsed.success || parsed.data.type === 'image') return null;
  const { text, placeholder, style, url } = parsed.data;
  const label = text?.text ?? placeholder?.text;
  return label === undefined ? null : { label, style, url: url === undefined ? null : getSafeUrl(url) };
}
