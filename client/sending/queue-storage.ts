import { z } from 'zod';
import { ErrorCodeSchema } from '../../shared/error-code.ts';
import { Message } from '../../shared/message.ts';
import { Ts } from '../../shared/timestamps.ts';

/** A message that waits for its acknowledgement, as it is kept on the device. */
export const QueuedMessage = z.object({
  /** The `client_msg_id`. */
  id: z.string(),
  channel: z.string(),
  text: z.string(),
  blocks: Message.shape.blocks,
  threadTs: Ts.optional(),
  isBroadcast: z.boolean().optional(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** Its place among the messages of its channel. */
  order: z.number(),
  /** Why the server refused it. */
  error: ErrorCodeSchema.optional(),
});
export type QueuedMessage = z.infer<typeof QueuedMessage>;

/** Where unsent messages survive a reload. `put` rejects when there is no room. */
export interface QueueStorage {
  load(): Promise<QueuedMessage[]>;
  put(message: QueuedMessage): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Lives as long as the page. */
export function createMemoryQueueStorage(): QueueStorage {
  const messages = new Map<string, QueuedMessage>();
  return {
    load: async () => [...messages.values()],
    put: async (message) => {
      messages.set(message.id, message);
    },
    remove: async (id) => {
      messages.delete(id);
    },
  };
}
