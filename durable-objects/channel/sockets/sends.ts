import { refuse, type Outcome } from '../../../shared/errors.ts';
import type { SendFrame } from '../../../shared/protocol/channel-socket.ts';
import type { ChannelSocket } from './socket-state.ts';
import type { Stretch, Viewer } from '../context.ts';
import { answerTo, sendFrame } from './conversation.ts';
import { GroupCommit } from './group-commit.ts';
import { doPost, type Draft, type Posted } from '../messages/post.ts';

/** A frame that asks to post, and whose it is. */
export type Send = { viewer: Viewer; frame: SendFrame };

/** One that came over a socket and waits for its batch. */
type Incoming = Send & { socket: ChannelSocket };

export type SendsDeps = {
  change: Stretch;
  /** Seconds to wait before this person may post; 0 for now. */
  takePost: (userId: string) => number;
  written: () => Promise<void>;
};

/** What comes over sockets to be posted: one commit and one frame for a batch, then the answers that its events do not give. */
export class Sends {
  readonly #deps: SendsDeps;
  readonly #commit: GroupCommit<Incoming>;

  constructor(deps: SendsDeps) {
    this.#deps = deps;
    this.#commit = new GroupCommit((batch) => this.#take(batch), deps.written);
  }

  async add(incoming: Incoming): Promise<void> {
    await this.#commit.add(incoming);
  }

  #take(batch: Incoming[]): void {
    const outcomes = this.postAll(batch);
    for (const [i, { socket, frame }] of batch.entries()) {
      const outcome = outcomes[i];
      const answer = outcome && answerTo(frame.client_msg_id, outcome);
      if (answer) sendFrame(socket, answer);
    }
  }

  /** Should one of them fail in a way that nobody foresaw, it is found by itself, and the others go through. */
  postAll(batch: readonly Send[]): Outcome<Posted>[] {
    const { change, takePost } = this.#deps;
    try {
      return change((channel) => batch.map(({ viewer, frame }) => doPost(channel, viewer, toDraft(frame), takePost)));
    } catch (error) {
      if (batch.length > 1) return batch.flatMap((incoming) => this.postAll([incoming]));
      console.error({ message: 'a send failed', error: String(error) });
      return [refuse('internal_error')];
    }
  }
}

/** What a client asks to post, in the channel's terms. */
export function toDraft(frame: SendFrame): Draft {
  const { text, blocks, thread_ts: threadTs, reply_broadcast: broadcast, client_msg_id: clientMsgId } = frame;
  return { text, blocks, threadTs, broadcast, clientMsgId };
}
