import { refuse, type Outcome } from '../../../shared/errors.ts';
import type { Message } from '../../../shared/message.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { accessForWriting, getMember } from '../access.ts';
import { checkContent, wellFormed, type Content } from './check-content.ts';
import type { Channel, Viewer } from '../context.ts';

export type EphemeralDraft = Content & { threadTs?: string | undefined };

/** A message for one member's eyes. It takes a ts of the channel, so that it has its place, and nothing keeps it. */
export function writeEphemeral(
  opened: Channel | null,
  viewer: Viewer,
  userId: string,
  draft: EphemeralDraft,
): Outcome<{ message: Message }> {
  const access = accessForWriting(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  const content = wellFormed(draft);
  const refusal = checkContent(content);
  if (refusal) return refusal;
  if (!getMember(channel.sql, userId)) return refuse('user_not_in_channel');
  const message: Message = {
    type: 'message',
    is_ephemeral: true,
    ts: microsToTs(channel.nextMicros()),
    user: viewer.userId,
    text: content.text,
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(content.attachments ? { attachments: content.attachments } : {}),
    ...(draft.threadTs === undefined ? {} : { thread_ts: draft.threadTs }),
  };
  return { ok: true, message };
}
