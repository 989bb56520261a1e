import { refuse, type Refusal } from '../../../shared/errors.ts';
import { maxAttachments, maxBlocks, maxBlocksLength, maxTextLength } from '../../../shared/message.ts';

export type Block = { type: string; [field: string]: unknown };

/** What a person wrote, before it has a place in the channel. */
export type Content = {
  text: string;
  blocks?: Block[] | undefined;
  attachments?: { [field: string]: unknown }[] | undefined;
};

/**
 * SQLite stores UTF-8, in which a lone surrogate cannot be written; replaced before, so that the event and a later fetch
 * say the same. (In JSON columns it is an escape, and survives.)
 */
export function wellFormed<T extends Content>(content: T): T {
  return { ...content, text: content.text.toWellFormed() };
}

/** A message says something, and no more than a message may. */
export function checkContent(content: Content): Refusal | null {
  const rich = (content.blocks?.length ?? 0) + (content.attachments?.length ?? 0);
  if (content.text.trim() === '' && rich === 0) return refuse('no_text');
  if (content.text.length > maxTextLength) return refuse('msg_too_long');
  if ((content.blocks?.length ?? 0) > maxBlocks || (content.attachments?.length ?? 0) > maxAttachments) {
    return refuse('invalid_blocks');
  }
  if (rich > 0 && JSON.stringify([content.blocks, content.attachments]).length > maxBlocksLength) {
    return refuse('msg_blocks_too_long');
  }
  return null;
}
