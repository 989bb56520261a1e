import { refuse } from '../../../shared/errors.ts';
import type { ChannelServerFrame, SendFrame } from '../../../shared/protocol/channel-socket.ts';
import type { ChannelSocket } from './socket-state.ts';
import type { Stretch, Viewer } from '../context.ts';
import { answerTo, sendFrame } from './conversation.ts';
import { GroupCommit } from './group-commit.ts';
import { doPost, type Draft } from '../messages/post.ts';

/** A frame that asks to post, and whose it is. */
export type Send = { viewer: Viewer; frame: SendFrame };

/** What a send is answered besides its event. */
export type Answer = ChannelServerFrame | null;

/** One that came over a socket and waits for its batch. */
export type Incoming = Send & { socket: ChannelSocket };

export type SendsDeps = {
  change: Stretch;
  /** Seconds to wait before this person may post, `now` being the time in milliseconds; 0: they may. */
  takePost: (userId: string, now: number) => number;
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

  async add(incoming: readonly Incoming[]): Promise<void> {
    await this.#commit.add(incoming);
  }

  #take(batch: Incoming[]): void {
    const answers = this.postAll(batch);
    for (const [i, { socket }] of batch.entries()) {
      const answer = answers[i];
      if (answer) sendFrame(socket, answer);
    }
  }

  /**
   * Posts them, and gives for each the answer that its event does not; null where there is nothing to say.
   *
   * Should one of them fail in a way that nobody foresaw, it is found by itself, and the others go through. The clock stands
   * still for a batch: whoever is too fast is so for the rest of it, or what they sent last would overtake what they sent first.
   */
  postAll(batch: readonly Send[], now = Date.now()): Answer[] {
    const { change, takePost } = this.#deps;
    const take = (userId: string) => takePost(userId, now);
    try {
      return change((channel) =>
        batch.map(({ viewer, frame }) => answerTo(frame, doPost(channel, viewer, toDraft(frame), take))),
      );
    } catch (error) {
      if (batch.length > 1) return batch.flatMap((incoming) => this.postAll([incoming], now));
      console.error({ message: 'a send failed', error: String(error) });
      return batch.map(({ frame }) => answerTo(frame, refuse('internal_error')));
    }
  }
}

/** What a client asks to post, in the channel's terms. */
function toDraft(frame: SendFrame): Draft {
  const { text, blocks, thread_ts: threadTs, reply_broadcast: broadcast, client_msg_id: clientMsgId } = frame;
  return { text, blocks, threadTs, broadcast, clientMsgId };
}
