import { refuse, type Outcome } from '../../shared/errors.ts';
import type { ChannelClientFrame } from '../../shared/protocol/channel-socket.ts';
import type { Stretch, Viewer } from './context.ts';
import { answerSend } from './conversation.ts';
import type { ChannelSocket } from './fan-out.ts';
import { GroupCommit } from './group-commit.ts';
import { doPost, type Draft, type Posted } from './post.ts';

/** A send waiting for its batch. */
export type Incoming = { socket: ChannelSocket; viewer: Viewer; frame: ChannelClientFrame };

type SendsDeps = {
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
    const answers = this.#postAll(batch);
    for (const [i, { socket, frame }] of batch.entries()) {
      const answer = answers[i];
      if (answer) answerSend(socket, frame.client_msg_id, answer);
    }
  }

  /** Should one of them fail in a way that nobody foresaw, it is found by itself, and the others go through. */
  #postAll(batch: Incoming[]): Outcome<Posted>[] {
    const { change, takePost } = this.#deps;
    try {
      return change((channel) => batch.map(({ viewer, frame }) => doPost(channel, viewer, toDraft(frame), takePost)));
    } catch (error) {
      if (batch.length > 1) return batch.flatMap((incoming) => this.#postAll([incoming]));
      console.error({ message: 'a send failed', error: String(error) });
      return [refuse('internal_error')];
    }
  }
}

function toDraft({ text, blocks, thread_ts: threadTs, client_msg_id: clientMsgId }: ChannelClientFrame): Draft {
  return { text, blocks, threadTs, clientMsgId };
}
