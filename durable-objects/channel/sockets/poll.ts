import type { ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import type { Outcome } from '../../../shared/errors.ts';
import type { ResumePoint } from '../../storage/arrival.ts';
import type { Viewer } from '../context.ts';
import { answerTo, readFrame } from './conversation.ts';
import type { Posted } from '../messages/post.ts';
import type { Send } from './sends.ts';

/** One exchange of a client that can open no socket: what it has to say, and up to where it has the log. */
export type Poll = { frames: readonly string[]; resume: ResumePoint | null };

type FrameDeps = {
  postAll(sends: readonly Send[]): Outcome<Posted>[];
  tellTyping(viewer: Viewer, thread: string | undefined): void;
};

/**
 * Does what the frames ask for, and answers what their events do not, as a socket would. Threads need not be watched:
 * what a poll brings is whole.
 */
export function takeFrames(viewer: Viewer, frames: readonly string[], deps: FrameDeps): ChannelServerFrame[] {
  const answers: ChannelServerFrame[] = [];
  const sends: Send[] = [];
  for (const text of frames) {
    const read = readFrame(text);
    if ('error' in read) answers.push({ type: 'error', error: read.error });
    else if (read.frame.type === 'send') sends.push({ viewer, frame: read.frame });
    else if (read.frame.type === 'typing') deps.tellTyping(viewer, read.frame.thread_ts);
  }
  const outcomes = sends.length === 0 ? [] : deps.postAll(sends);
  for (const [i, { frame }] of sends.entries()) {
    const outcome = outcomes[i];
    const answer = outcome && answerTo(frame.client_msg_id, outcome);
    if (answer) answers.push(answer);
  }
  return answers;
}
