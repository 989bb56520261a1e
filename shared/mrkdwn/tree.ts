import type { SkinTone } from '../emoji/skin-tone.ts';

/**
 * What a message's mrkdwn means. Strings are decoded and raw: a renderer puts them in text nodes and attributes, never
 * in markup. Depth is bounded whatever the input: quotes hold no quotes, lists nest at most `maxListDepth` deep, each
 * style occurs at most once on a path and links hold no links; so walking the tree recursively is safe.
 */
export type Block = Quote | QuotableBlock;
export type QuotableBlock = Paragraph | CodeBlock | List;

/** Consecutive lines. A blank line between other blocks is a paragraph without children and still takes up a line. */
export interface Paragraph {
  type: 'paragraph';
  children: Inline[];
}

export interface Quote {
  type: 'quote';
  children: QuotableBlock[];
}

export interface CodeBlock {
  type: 'code-block';
  text: string;
}

/** Items of an ordered list are numbered from `start` without gaps; a gap in the source begins another list. */
export interface List {
  type: 'list';
  ordered: boolean;
  start: number;
  items: ListItem[];
}

export interface ListItem {
  children: Inline[];
  lists: List[];
}

export type Inline =
  | Text
  | LineBreak
  | Styled
  | Code
  | Link
  | UserMention
  | ChannelMention
  | GroupMention
  | Broadcast
  | DateTime
  | Emoji;

export interface Text {
  type: 'text';
  text: string;
}

export interface LineBreak {
  type: 'line-break';
}

export interface Styled {
  type: 'bold' | 'italic' | 'strike';
  children: Inline[];
}

export interface Code {
  type: 'code';
  text: string;
}

/** `url` has passed `getSafeUrl`. Children are text, emoji, code and styles, and never empty. */
export interface Link {
  type: 'link';
  url: string;
  children: Inline[];
}

/** `label` is what the sender wrote after the bar: only for when the id resolves to nothing, as it may say anything. */
export interface UserMention {
  type: 'user';
  id: string;
  label: string | null;
}

/** `label` as in {@link UserMention}. */
export interface ChannelMention {
  type: 'channel';
  id: string;
  label: string | null;
}

/** `label` as in {@link UserMention}. */
export interface GroupMention {
  type: 'group';
  id: string;
  label: string | null;
}

export interface Broadcast {
  type: 'broadcast';
  range: 'here' | 'channel' | 'everyone';
}

/** `timestamp` in seconds since 1970, UTC; `format` with Slack's `{date_num}`-style fields; `url` has passed `getSafeUrl`. */
export interface DateTime {
  type: 'date';
  timestamp: number;
  format: string;
  url: string | null;
  fallback: string;
}

/** Any well-formed `:name:`. Whether there is such an emoji is for the renderer, which shows the source if not. */
export interface Emoji {
  type: 'emoji';
  name: string;
  skinTone: SkinTone | null;
}

/** As deep as Slack's own lists go. */
export const maxListDepth = 8;
