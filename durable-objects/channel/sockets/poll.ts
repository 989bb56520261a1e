import type { ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import type { ResumePoint } from '../../storage/arrival.ts';
import type { Viewer } from '../context.ts';
import { readFrames } from './conversation.ts';
import type { Answer, Send } from './sends.ts';

/** One exchange of a client that can open no socket: what it has to say, and up to where it has the log. */
export type Poll = { frames: readonly string[]; resume: ResumePoint | null };

type FrameDeps = {
  postAll(sends: readonly Send[]): Answer[];
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
    const read = readFrames(text);
    if ('error' in read) {
      answers.push({ type: 'error', error: read.error });
      continue;
    }
    for (const frame of read.frames) {
      if (frame.type === 'send') sends.push({ viewer, frame });
      else if (frame.type === 'typing') deps.tellTyping(viewer, frame.thread_ts);
    }
  }
  if (sends.length > 0) answers.push(...deps.postAll(sends).filter((answer) => answer !== null));
  return answers;
}
