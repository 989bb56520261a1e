import type { ScheduledMessage } from '../../../client/api/message-answers.ts';
import type { Workspace } from '../../../client/workspace.ts';

/** What can be done with a message that waits. Each throws ApiError. */
export interface ScheduledActions {
  setText: (text: string) => Promise<void>;
  /** Seconds since 1970. */
  setTime: (at: number) => Promise<void>;
  sendNow: () => Promise<void>;
  remove: () => Promise<void>;
}

export function scheduledActions(
  workspace: Workspace,
  { id, channel, text, thread_ts: threadTs }: ScheduledMessage,
  onDone: () => void,
): ScheduledActions {
  const { edgeways, chat } = workspace.api;
  const it = { channel, scheduled_message_id: id };
  const remove = async () => {
    await chat.deleteScheduledMessage(it);
    onDone();
  };
  return {
    async setText(next) {
      await edgeways.scheduled.update({ ...it, text: next });
      onDone();
    },
    async setTime(at) {
      await edgeways.scheduled.update({ ...it, post_at: at });
      onDone();
    },
    async sendNow() {
      // In this order it is never sent twice; the queue keeps it from being lost in between.
      await remove();
      const handle = workspace.openChannel(channel);
      handle.send(text, threadTs === undefined ? {} : { threadTs });
      handle.close();
    },
    remove,
  };
}
