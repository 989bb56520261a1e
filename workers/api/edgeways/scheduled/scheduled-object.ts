import type { Scheduled } from '../../../../durable-objects/session/scheduled.ts';

/** A scheduled message as its author's client shows it; times in seconds since 1970. */
export function scheduledObject({ id, channel, threadTs, content, postAt, created, error }: Scheduled) {
  return {
    id,
    channel,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    text: content.text,
    ...(content.blocks ? { blocks: content.blocks } : {}),
    post_at: postAt,
    created,
    error,
  };
}
