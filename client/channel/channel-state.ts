import type { Bookmark, ChannelInfo } from '../../shared/channel.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Message } from '../../shared/message.ts';
import { zeroTs } from '../../shared/timestamps.ts';
import { MessageList } from './message-list.ts';
import type { Stretch } from './stretch.ts';

export type MessageBlocks = NonNullable<Message['blocks']>;

/** A message of ours that is not in the channel's log yet, as far as we know. */
export interface PendingMessage {
  /** The `client_msg_id`. The message that takes its place carries it too; see `messageKey`. */
  readonly id: string;
  readonly text: string;
  readonly blocks?: MessageBlocks | undefined;
  readonly threadTs?: string | undefined;
  /** A reply that the channel shows too. */
  readonly isBroadcast?: boolean | undefined;
  /** Milliseconds since 1970, by this device's clock: only to show. */
  readonly createdAt: number;
  readonly status: 'queued' | 'sending' | 'failed';
  /** Why it failed. */
  readonly error?: ErrorCode | undefined;
  /** False when this device could not store it: it lives only as long as the page. */
  readonly isSaved: boolean;
}

/** Something that is shown at once and not yet confirmed by its event. */
interface Unconfirmed {
  /** The server has said yes; what is missing is the event. */
  readonly isAccepted: boolean;
  /** Which of several changes to the message this is. */
  readonly attempt: number;
}

/** A change to what a message says. `editedBefore`: the message's last edit when this one was made. */
export type Overlay = (
  | {
      readonly kind: 'edit';
      readonly text: string;
      readonly blocks: MessageBlocks | undefined;
      readonly editedBefore: string | undefined;
    }
  | { readonly kind: 'delete' }
) &
  Unconfirmed;

/** A reaction or pin of ours that was added or taken away. */
export type Mark = ({ readonly kind: 'reaction'; readonly name: string } | { readonly kind: 'pin' }) &
  Unconfirmed & { readonly isOn: boolean };

/** Somebody else is writing, in the channel or in a thread of it. */
export interface TypingPerson {
  readonly user: string;
  /** The thread's root. */
  readonly threadTs: string | null;
}

/** How the person stands to a thread. */
export interface ThreadState {
  readonly isFollowing: boolean;
  /** The newest reply that was read; the root's `ts` when none. */
  readonly lastRead: string;
}

/**
 * All that a client holds of one channel. `messages` is what the server last said; what to show, with what is not yet
 * confirmed, is `visibleMessages(state)`.
 */
export interface ChannelState {
  readonly id: string;
  /** The person whose client this is. */
  readonly self: string;
  /** Null until the channel was heard of for the first time. */
  readonly info: ChannelInfo | null;
  readonly isMember: boolean;
  readonly lastRead: string;
  /** The person marked something as unread: seeing the end of the list does not take that back. */
  readonly isMarkedUnread: boolean;
  /** The links at the top of the channel. */
  readonly bookmarks: readonly Bookmark[];
  /** The shown stretch, without replies in threads, except those that were sent to the channel as well. */
  readonly messages: MessageList;
  /** The bounds of the shown stretch; see Stretch. */
  readonly from: string | null;
  readonly to: string | null;
  /** There is more before the first message. */
  readonly hasOlder: boolean;
  /** The shown stretch ends before the newest message: live messages go to `parked`, not here. */
  readonly hasNewer: boolean;
  /** The stretch at the live end, kept while an older one is shown. */
  readonly parked: Stretch | null;
  /** The opened threads by their root's `ts`: the root, unless it is gone, and all of its replies. */
  readonly threads: ReadonlyMap<string, MessageList>;
  /** By the root's `ts`; of threads that are or were open. */
  readonly threadStates: ReadonlyMap<string, ThreadState>;
  readonly typing: readonly TypingPerson[];
  /** Messages that only this person sees and that are stored nowhere, the oldest first. */
  readonly ephemeral: readonly Message[];
  readonly pending: readonly PendingMessage[];
  /** By the message's `ts`. */
  readonly overlays: ReadonlyMap<string, Overlay>;
  /** By the message's `ts`. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** Where in the channel's log this is. The epoch is null until the first snapshot and after an import into the past. */
  readonly epoch: string | null;
  readonly seq: number;
  /** What is shown does not follow from the log any more and is being loaded afresh. */
  readonly isStale: boolean;
  /** The `event_ts` of the newest join or departure that `info.memberCount` has in it. */
  readonly membersAsOf: string;
  /**
   * How often everything was thrown away for a snapshot. A list that was scrolled far back is then the newest page again;
   * `jumpTo` what was on screen brings it back.
   */
  readonly generation: number;
  readonly loading: {
    readonly older: boolean;
    readonly newer: boolean;
    /** The `ts` that is being jumped to. */
    readonly jump: string | null;
  };
}

export function emptyChannelState(id: string, self: string): ChannelState {
  return {
    id,
    self,
    info: null,
    isMember: false,
    lastRead: zeroTs,
    isMarkedUnread: false,
    bookmarks: [],
    messages: MessageList.empty,
    from: null,
    to: null,
    hasOlder: false,
    hasNewer: false,
    parked: null,
    threads: new Map(),
    threadStates: new Map(),
    typing: [],
    ephemeral: [],
    pending: [],
    overlays: new Map(),
    marks: new Map(),
    epoch: null,
    seq: 0,
    isStale: false,
    membersAsOf: zeroTs,
    generation: 0,
    loading: { older: false, newer: false, jump: null },
  };
}

export function shownStretch({ messages, from, to }: ChannelState): Stretch {
  return { messages, from, to };
}

export function showing(state: ChannelState, { messages, from, to }: Stretch): ChannelState {
  if (messages === state.messages && from === state.from && to === state.to) return state;
  return { ...state, messages, from, to, hasOlder: from !== null, hasNewer: to !== null };
}
